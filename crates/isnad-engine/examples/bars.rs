//! The bars of the ledger: prints one line each. `docs/benchmarks.md` says how to run it.
//!
//! `bars FOLDER [ENTRIES]` works in an empty folder and removes what it made.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
#![expect(clippy::unwrap_used, reason = "a benchmark has nobody to recover for")]

use std::{io::Cursor, path::Path, time::Instant};

use isnad_engine::{Archive, IntakeRequest, Layout, NewArchive, Source, World, bench, verify_folder};
use isnad_model::{Sensitive, intake::Provenance};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap();
    let n: u64 = arguments.next().map_or(1_000_000, |n| n.parse().unwrap());
    let folder = Path::new(&folder).join("bars");
    let secret = Sensitive::new("bars".to_owned());
    let new = NewArchive { name: "bars".into(), keeper: "bars".into(), passphrase: secret.clone() };
    let (archive, grant) = Archive::create(&folder, new, World { reader: None, ..World::real() }).unwrap();
    let first = Source::Stream { name: "first.txt".into(), bytes: Box::new(Cursor::new(b"first".to_vec())) };
    let request = IntakeRequest { provenance: Provenance::default(), sources: vec![first] };
    archive.intake(&grant, request, &|_| ()).unwrap();

    line("append, signed and durable, with its views", n, || bench::fill(&archive, &grant, n, 4096).unwrap());
    line("index of these", n, || archive.index_now().unwrap());
    let live = archive.digests().unwrap();
    line("rebuild of views and index", n, || assert_eq!(archive.rebuild().unwrap(), live));
    drop(archive);
    line("verify, contents included", n, || {
        let report = verify_folder(&Layout::new(&folder), Some(("", &secret)), &|_, _| ()).unwrap();
        assert!(report.ok() && report.n_entries >= n);
    });
    line("verify, seals only", n, || {
        assert!(verify_folder(&Layout::new(&folder), None, &|_, _| ()).unwrap().ok());
    });
    line("open", 1, || drop(Archive::open(&folder, None, &secret, World::real()).unwrap()));
    println!("{:<44} {:>9.1} MiB", "peak memory", peak_memory_mib());
    std::fs::remove_dir_all(&folder).unwrap();
}

fn line(what: &str, n: u64, work: impl FnOnce()) {
    let (start, cpu) = (Instant::now(), cpu_seconds());
    work();
    let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    println!("{what:<44} {wall:>7.2} s wall {cpu:>7.2} s CPU {:>10.0} /s", n as f64 / wall);
}

/// User and system time of this process.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let after_name = stat.rsplit(')').next().unwrap();
    let fields: Vec<&str> = after_name.split_whitespace().collect();
    let ticks: f64 = fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap();
    ticks / 100.0
}

fn peak_memory_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
}
