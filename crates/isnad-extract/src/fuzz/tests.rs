//! Every target with its seeds and with changes of them. Each run of the tests makes the same changes;
//! `ISNAD_FUZZ_SECONDS=600 cargo nextest run -p isnad-extract fuzz` makes others for so long, a target at a time.

mod mutate;

use super::{run, targets};
use mutate::{Chance, mutate};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Changes of the seeds in each run of the tests.
const CHANGES: u64 = 150;
/// An input that takes longer, in the long test, hangs. Readers are given a minute, in programs that are optimized.
const HANGS: Duration = Duration::from_secs(30);
/// What the sandbox gives a reader, and something for the test itself.
const MEMORY_MAX: u64 = 1 << 31;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz").join(name)
}

/// The seeds of a target in the order of their names, each small and made by us.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder("seeds").join(target))
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("a seed").path())
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a seed")).collect()
}

fn keep(target: &str, input: &[u8]) -> PathBuf {
    let name =
        isnad_crypto::hash::sha256(&[input])[..6].iter().map(|b| format!("{b:02x}")).collect::<String>();
    let folder = folder("found").join(target);
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join(&name), input).expect("room");
    folder.join(name)
}

/// Runs one input; one that panics is kept, and ends the test.
fn one(target: &str, input: &[u8]) {
    let outcome = catch_unwind(AssertUnwindSafe(|| run(target, input)));
    assert!(outcome.is_ok(), "{target} panicked at {}", keep(target, input).display());
}

#[expect(clippy::disallowed_methods, reason = "the setting of a test run, and the time that it has")]
fn try_target(target: &str) {
    let seeds = seeds(target);
    assert!(!seeds.is_empty(), "{target} has no seeds");
    seeds.iter().for_each(|seed| one(target, seed));
    let pick = |n: usize| seeds.get(n).expect("a seed");
    let mut chance = Chance::new(7);
    for _ in 0..CHANGES {
        let (seed, other) = (pick(chance.below(seeds.len())), pick(chance.below(seeds.len())));
        one(target, &mutate(seed, other, &mut chance));
    }
    let Some(seconds) = std::env::var("ISNAD_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()) else {
        return;
    };
    #[cfg(target_os = "linux")]
    rlimit::setrlimit(rlimit::Resource::AS, MEMORY_MAX, MEMORY_MAX).expect("a limit");
    let start = Instant::now();
    let mut chance = Chance::new(start.elapsed().as_nanos() as u64 ^ u64::from(std::process::id()) << 20);
    let now = Arc::new(Mutex::new((Instant::now(), Vec::new())));
    watch(target.to_owned(), Arc::clone(&now));
    let (n_seeds, mut pool, mut n) = (seeds.len(), seeds, 0u64);
    while start.elapsed() < Duration::from_secs(seconds) {
        let among = if chance.below(2) == 0 { n_seeds } else { pool.len() };
        let (at, other) = (chance.below(among), chance.below(pool.len()));
        let input = mutate(&pool[at], &pool[other], &mut chance);
        *now.lock().unwrap_or_else(PoisonError::into_inner) = (Instant::now(), input.clone());
        one(target, &input);
        n += 1;
        // Some changed inputs are changed again, so that the way leads further from the seeds.
        if chance.below(20) == 0 {
            if pool.len() < 400 { pool.push(input) } else { pool[200 + chance.below(200)] = input }
        }
    }
    println!("{target}: {n} inputs in {seconds} s");
}

/// Keeps an input that goes on for too long, and ends the test.
fn watch(target: String, now: Arc<Mutex<(Instant, Vec<u8>)>>) {
    std::thread::spawn(move || {
        loop {
            std::thread::park_timeout(Duration::from_secs(1));
            let now = now.lock().unwrap_or_else(PoisonError::into_inner);
            if now.0.elapsed() > HANGS {
                println!("{target} hangs at {}", keep(&target, &now.1).display());
                std::process::abort();
            }
        }
    });
}

macro_rules! tests {
    ($($name:ident),* $(,)?) => {
        $(
            #[test]
            fn $name() {
                try_target(stringify!($name));
            }
        )*

        #[test]
        fn every_target_is_tried() {
            assert_eq!([$(stringify!($name)),*][..], targets().collect::<Vec<_>>());
        }
    };
}

tests!(
    identify, wire, rtf, doc, xls, ppt, encrypted, msg, pst, tnef, mail, mbox, mhtml, html, text, rows, docx,
    pptx, xlsx, xlsb, odt, ods, epub, pdf, jpeg, png, gif, webp, heif, tiff, exif, xmp, iptc, jumbf, mp4,
    matroska, avi, wav, flac, ogg, mp3, amr, zip, tar, sevenz, gzip, openpgp,
);
