//! How long pages take to their first byte in a large archive. `docs/benchmarks.md` says how to run it.
//!
//! `first_byte FOLDER [ENTRIES]` works in an empty folder and removes what it made.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
#![expect(clippy::unwrap_used, reason = "a benchmark has nobody to recover for")]

use std::{
    io::{Cursor, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    time::{Duration, Instant},
};

use isnad_access::Grant;
use isnad_engine::{Archive, IntakeRequest, NewArchive, NewRecord, Source, World, bench};
use isnad_model::{
    ItemId, RecordId, Sensitive, Sensitivity,
    claim::{Locator, Meaning, Said, Source as Origin, Subject, Value},
    intake::Provenance,
    reading::{Area, Page, Word},
    search::Query,
};

const NAME: &str = "bars";
const PAGES: u32 = 500;
const REQUESTS: usize = 200;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap();
    let n: u64 = arguments.next().map_or(1_000_000, |n| n.parse().unwrap());
    let folder = Path::new(&folder).join("first-byte");
    let (document, record) = fill(&folder, n);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let served =
        isnad_web::serve(folder.clone(), listener, isnad_web::Options::default(), std::future::pending());
    let serving = runtime.spawn(served);
    let cookies = sign_in(address);
    let read = |n: usize| format!("/item/{document}/read?page={}", 1 + n * 37 % PAGES as usize);
    line("home", address, &cookies, |_| "/".to_owned());
    line("document of 500 pages, a page of it", address, &cookies, read);
    line("the same, with a search inside it", address, &cookies, |n| {
        format!("{}&q=%D8%B1%D9%82%D9%85", read(n))
    });
    line("the item of that document", address, &cookies, |_| format!("/item/{document}"));
    line("the list of accessions", address, &cookies, |_| "/accessions".to_owned());
    line("search, a word that is in a third of all", address, &cookies, |_| {
        "/search?q=%D8%A3%D8%AD%D9%85%D8%AF".to_owned()
    });
    line("search, two words", address, &cookies, |_| {
        "/search?q=%D9%85%D8%AD%D8%B6%D8%B1%20%D8%AF%D9%85%D8%B4%D9%82".to_owned()
    });
    line("search, a number", address, &cookies, |n| format!("/search?q={}", n * 2_411));
    line("list of one kind, half a million hits", address, &cookies, |_| "/search?kind=text".to_owned());
    line("a record with 10,000 claims", address, &cookies, |_| format!("/record/{record}"));
    line("one property of it, whole", address, &cookies, |_| format!("/record/{record}?property=notes"));
    line("the list of persons", address, &cookies, |n| format!("/records?kind=person&page={}", n + 1));
    line("numbers that wait", address, &cookies, |_| "/numbers".to_owned());
    serving.abort();
    runtime.shutdown_timeout(Duration::from_secs(1));
    std::fs::remove_dir_all(&folder).unwrap();
}

/// An archive of `n` entries, with a scan of five hundred pages that a machine read.
fn fill(folder: &Path, n: u64) -> (ItemId, RecordId) {
    let new =
        NewArchive { name: NAME.into(), keeper: NAME.into(), passphrase: Sensitive::new(NAME.to_owned()) };
    let (archive, grant) = Archive::create(folder, new, World { reader: None, ..World::real() }).unwrap();
    // All that is filled in shares the bytes of the first item; the document has bytes of its own.
    for name in ["first", "document"] {
        let bytes = Box::new(Cursor::new(name.as_bytes().to_vec()));
        let sources = vec![Source::Stream { name: format!("{name}.txt"), bytes }];
        let request = IntakeRequest { provenance: Provenance::default(), sources };
        archive.intake(&grant, request, &|_| ()).unwrap();
    }
    let hits = archive.search(&grant, &Query::default()).unwrap().hits;
    let document = hits.iter().find(|hit| hit.name == "document.txt").unwrap().item;
    for first in (1..=PAGES).step_by(100) {
        let pages = (first..first + 100).map(page).collect();
        bench::read_by_machine(&archive, document, first, pages).unwrap();
    }
    let record = claims(&archive, &grant, document);
    bench::fill(&archive, &grant, n, 4096).unwrap();
    archive.index_now().unwrap();
    (document, record)
}

/// A record with ten thousand claims of five thousand values, and 76,000 other records of its kind.
fn claims(archive: &Archive, grant: &Grant, item: ItemId) -> RecordId {
    let record = archive.new_record();
    let begin = |id| NewRecord { id, kind: "person".to_owned(), sensitivity: Sensitivity::Restricted };
    let said = |id, property: &str, raw: String| {
        let meaning = if property == "name" { Meaning::Name(Vec::new()) } else { Meaning::Text };
        let source = Origin::Item(item, Box::new(Locator { page: Some(3), ..Locator::default() }));
        Said::new(Subject::Record(id), property, Value { raw, lang: None, meaning }, source)
    };
    let notes = (0..9_999).map(|n| said(record, "notes", format!("ملاحظة {}", n % 5_000)));
    let all = std::iter::once(said(record, "name", "سالم".to_owned())).chain(notes).collect();
    archive.say(grant, vec![begin(record)], all).unwrap();
    for _ in 0..19 {
        let ids: Vec<RecordId> = (0..4_000).map(|_| archive.new_record()).collect();
        let names = ids.iter().map(|id| said(*id, "name", format!("شخص {id}"))).collect();
        archive.say(grant, ids.iter().map(|id| begin(*id)).collect(), names).unwrap();
    }
    record
}

/// A page of three hundred words, a tenth of them numbers, each with its place.
fn page(number: u32) -> Page {
    let (mut text, mut words) = (String::new(), Vec::new());
    for n in 0..300u32 {
        let start = text.len() as u32;
        text.push_str(&if n % 10 == 3 { format!("{}", number * 300 + n) } else { "رقم".to_owned() });
        let (line, place) = ((n / 12) as u16, (n % 12) as u16);
        let area = Area { left: 9_000 - place * 700, top: 500 + line * 350, width: 600, height: 200 };
        words.push(Word { start, end: text.len() as u32, area, confidence: Some(80) });
        text.push(if n % 12 == 11 { '\n' } else { ' ' });
    }
    Page { text, words }
}

/// One request on a connection of its own: the time to the first byte, and the whole answer.
fn ask(address: SocketAddr, head: &str, body: &str) -> (Duration, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    let request = format!(
        "{head}\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: gzip\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    let start = Instant::now();
    stream.write_all(request.as_bytes()).unwrap();
    let mut first = [0];
    stream.read_exact(&mut first).unwrap();
    let waited = start.elapsed();
    let mut answer = first.to_vec();
    stream.read_to_end(&mut answer).unwrap();
    (waited, String::from_utf8_lossy(&answer).into_owned())
}

fn sign_in(address: SocketAddr) -> String {
    // The token of the form is that of the cookie.
    let visit_cookie = cookies(&ask(address, "GET /sign-in HTTP/1.1", "").1);
    let visit = visit_cookie.rsplit('=').next().unwrap().to_owned();
    let head = format!("POST /sign-in HTTP/1.1\r\nCookie: {visit_cookie}");
    let (_, answer) = ask(address, &head, &format!("visit={visit}&name={NAME}&passphrase={NAME}&to=/"));
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    cookies(&answer)
}

/// The cookies that an answer sets.
fn cookies(answer: &str) -> String {
    let set = answer.lines().filter(|line| line.to_ascii_lowercase().starts_with("set-cookie:"));
    let set = set.filter_map(|line| line.split_once(": ")?.1.split(';').next());
    set.filter(|cookie| !cookie.ends_with('=')).collect::<Vec<_>>().join("; ")
}

fn line(what: &str, address: SocketAddr, cookies: &str, path: impl Fn(usize) -> String) {
    let one = |n: usize| {
        let head = format!("GET {} HTTP/1.1\r\nCookie: {cookies}", path(n));
        let (waited, answer) = ask(address, &head, "");
        assert!(answer.starts_with("HTTP/1.1 200"), "{what}: {}", answer.lines().next().unwrap_or_default());
        waited
    };
    (0..5).for_each(|n| _ = one(n));
    let mut all: Vec<Duration> = (0..REQUESTS).map(one).collect();
    all.sort_unstable();
    let ms = |place: usize| all[place].as_secs_f64() * 1000.0;
    println!("{what:<44} p50 {:>7.1} ms  p95 {:>7.1} ms", ms(REQUESTS / 2), ms(REQUESTS * 95 / 100));
}
