use super::Package;
use crate::{
    Limits,
    formats::xml::Node,
    wire::{Reply, Sink},
};
use std::io::{Cursor, Write};

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("content");
    }
    zip.finish().expect("a package").into_inner()
}

/// Reads two parts within a limit, and gives their words and the codes of all problems.
fn read_within(bytes_free: u64) -> (String, Vec<&'static str>) {
    let swollen = [b"<a>first ", vec![b' '; 1 << 20].as_slice(), b"last</a>"].concat();
    let bytes = package(&[("small", b"<a>small </a>"), ("swollen", &swollen)]);
    let mut source = Cursor::new(bytes);
    let limits = Limits { bytes_free, ratio_max: 1, ..Limits::default() };
    let (mut words, mut codes) = (String::new(), Vec::new());
    let mut send = |reply: Reply<'_>| {
        if let Reply::Problem(problem) = reply {
            codes.push(problem.code);
        }
    };
    let mut sink = Sink::new(&mut send);
    let mut package = Package::within(&mut source, &|_| true, limits);
    for part in ["small", "swollen"] {
        package.walk(part, &mut sink, &mut |node| {
            if let Node::Text(text) = node {
                words.push_str(&text);
            }
        });
    }
    package.report(&mut sink);
    (words.split_whitespace().collect::<Vec<_>>().join(" "), codes)
}

#[test]
fn a_document_that_swells_is_stopped_and_said() {
    assert_eq!(read_within(2 << 20), ("small first last".to_owned(), vec![]));
    assert_eq!(read_within(1 << 18), ("small".to_owned(), vec!["document-damaged", "container-bomb"]));
}
