//! Measures the index on an encrypted directory against one in memory, for the decision which to have:
//! `cargo run -p isnad-index-tantivy --release --example sealed_or_memory -- FOLDER [N_DOCS]`.
//!
//! Documents are synthetic: 80 words each, drawn with falling frequency from 50,000 made-up stems with the
//! usual prefixes and endings. The folder must be empty; it is left as it is for a look at it.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement for a developer at a terminal")]

use std::path::{Path, PathBuf};

use isnad_access::{Grant, Role};
use isnad_crypto::Secret;
use isnad_index_tantivy::Index;
use isnad_model::{
    ItemId, PrincipalId,
    reading::Kind,
    search::{IndexDoc, Query},
};

const LETTERS: [char; 20] =
    ['ب', 'ت', 'ج', 'ح', 'د', 'ر', 'س', 'ش', 'ص', 'ط', 'ع', 'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ي'];
const N_STEMS: u64 = 50_000;
const WORDS_PER_DOC: usize = 80;

fn main() {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().expect("an empty folder to write in"));
    let n_docs = args.next().map_or(200_000, |n| n.parse().expect("a number of documents"));
    let secret = Secret([1; 32]);
    let memory = Index::in_memory().unwrap();
    let (cpu_memory, _) = cost(|| memory.write(docs(n_docs), n_docs).unwrap());
    let sealed = Index::open_or_create(&folder, &secret).unwrap();
    let (cpu_sealed, _) = cost(|| sealed.write(docs(n_docs), n_docs).unwrap());
    drop(sealed);
    let (open_cpu, sealed) = cost(|| Index::open_or_create(&folder, &secret).unwrap());
    let (digest_cpu, same) = cost(|| sealed.digest().unwrap() == memory.digest().unwrap());
    println!(
        "{n_docs} documents of {WORDS_PER_DOC} words; equal: {same} (both digests {digest_cpu:.2} CPU-s)"
    );
    println!("memory: written in {cpu_memory:.1} CPU-s");
    println!(
        "sealed: written in {cpu_sealed:.1} CPU-s, {:.1} MB, opened in {:.1} ms",
        megabytes(&folder),
        open_cpu * 1e3
    );
    let mut numbers = Numbers(99);
    let queries: Vec<String> = (0..200).map(|_| format!("{} {}", numbers.word(), numbers.word())).collect();
    for (what, any, limit) in [("all words", false, Some(20)), ("any word", true, Some(20))] {
        let ask = |index: &Index| -> u64 {
            let query = |text: &String| Query { text: text.clone(), any, limit, ..Query::default() };
            queries.iter().map(|text| index.search(&grant(), &query(text)).unwrap().n_hits).sum()
        };
        let (first, n_hits) = cost(|| ask(&sealed));
        let (again, _) = cost(|| ask(&sealed));
        let (plain, _) = cost(|| ask(&memory));
        let per_query = |cpu: f64| cpu * 1e3 / queries.len() as f64;
        println!(
            "{what}, 20 hits with snippets, {n_hits} in all: sealed first {:.2}, again {:.2}, memory {:.2} CPU-ms each",
            per_query(first),
            per_query(again),
            per_query(plain)
        );
    }
}

fn grant() -> Grant {
    Grant::new(PrincipalId([0; 10]), Role::Keeper)
}

fn docs(n_docs: u64) -> impl Iterator<Item = IndexDoc> {
    let mut numbers = Numbers(7);
    (0..n_docs).map(move |number| {
        let mut id = [0; 10];
        id[..8].copy_from_slice(&numbers.next().to_be_bytes());
        let words: Vec<String> = (0..WORDS_PER_DOC).map(|_| numbers.word()).collect();
        IndexDoc {
            item: ItemId(id),
            kind: Kind::Text,
            label: "internal",
            name: format!("وثيقة {number}.txt"),
            accession: format!("A-{}", number % 40),
            media_type: "text/plain".to_owned(),
            page: 1,
            text: words.join(" "),
            told: Vec::new(),
        }
    })
}

/// Numbers that look like chance and are the same every time (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A word; the n-th stem comes about 1/n as often as the first.
    fn word(&mut self) -> String {
        let share = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        let rank = (N_STEMS as f64).powf(share) as u64;
        let mut stem = Numbers(rank.wrapping_mul(0x5851_F42D_4C95_7F2D));
        let n_letters = 3 + stem.next() % 3;
        let stem: String = (0..n_letters).map(|_| LETTERS[(stem.next() % 20) as usize]).collect();
        let before = ["", "", "", "ال", "ال", "و", "وال", "ب"][(self.next() % 8) as usize];
        let after = ["", "", "", "ة", "ات", "ين", "ه", "ي"][(self.next() % 8) as usize];
        [before, &stem, after].concat()
    }
}

fn megabytes(folder: &Path) -> f64 {
    let sizes = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len());
    sizes.sum::<u64>() as f64 / 1e6
}

/// What something cost in CPU seconds, over all threads of the process.
fn cost<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let before = cpu_seconds();
    let done = work();
    (cpu_seconds() - before, done)
}

/// Ticks of user and system time from `/proc`, a hundred to the second.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let after_name = stat.rsplit_once(')').unwrap().1;
    let fields: Vec<&str> = after_name.split_whitespace().collect();
    let ticks: u64 = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
    ticks as f64 / 100.0
}
