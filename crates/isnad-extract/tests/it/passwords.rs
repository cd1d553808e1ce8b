//! What a password opens, and what a wrong one leaves as it was.

use super::{config, make, reader};
use isnad_extract::{Reader, memfd, problem_of};
use std::{io::Read, ops::ControlFlow};

const PASSWORD: &str = "كلمة سر 7";

/// Members with their content or the code of the reason, and the codes of the container.
type Unpacked = (Vec<(String, Result<Vec<u8>, &'static str>)>, Vec<&'static str>);

fn unpack(bytes: &[u8], password: Option<&str>) -> Unpacked {
    let reader = reader();
    let mut members = Vec::new();
    let file = memfd(&mut &bytes[..]).expect("memory");
    let problems =
        reader.unpack_locked(file, password, &reader.budget(bytes.len() as u64), &mut |mut member| {
            let mut content = Vec::new();
            let read = member.read_to_end(&mut content).map_err(|e| problem_of(&e).expect("ours").code);
            members.push((member.label.to_owned(), read.map(|_| content)));
            ControlFlow::Continue(())
        });
    (members, problems.iter().map(|p| p.code).collect())
}

#[test]
fn members_open_with_their_password_and_no_other() {
    let long = [b"words and words ".repeat(9_000), b"end".to_vec()].concat();
    let members = [("a.txt", &b"words"[..]), ("b.txt", &long)];
    let sealed = [
        ("aes", make::locked_zip(&members, PASSWORD, true)),
        ("zipcrypto", make::locked_zip(&members, PASSWORD, false)),
        ("7z", make::sevenz(&members, Some(PASSWORD))),
    ];
    for (name, bytes) in &sealed {
        let check = |password, expect: Result<(), &'static str>| {
            let content = |bytes: &[u8]| expect.map(|()| bytes.to_vec());
            let expect = members.iter().map(|(name, bytes)| ((*name).to_owned(), content(bytes))).collect();
            assert_eq!(unpack(bytes, password), (expect, vec![]), "{name} with {password:?}");
        };
        check(None, Err("member-encrypted"));
        check(Some("wrong"), Err("password-wrong"));
        check(Some(PASSWORD), Ok(()));
    }
}

#[test]
fn a_password_is_not_needed_where_nothing_is_locked() {
    let zip = make::zip(&[("a.txt", b"words")]);
    assert_eq!(unpack(&zip, Some(PASSWORD)), unpack(&zip, None));
}

#[test]
fn a_pdf_opens_with_its_password() {
    let pdf = make::locked_pdf("sesame");
    let read = |password| {
        let file = memfd(&mut pdf.as_slice()).expect("memory");
        let reading = reader().read_locked(file, password).reading;
        let text = reading.pages.first().map(|page| page.text.trim().to_owned());
        (text, reading.problems.iter().map(|p| p.code).collect::<Vec<_>>())
    };
    assert_eq!(read(None), (None, vec!["document-encrypted"]));
    assert_eq!(read(Some("wrong")), (None, vec!["password-wrong"]));
    assert_eq!(read(Some("sesame")), (Some("Damascus".to_owned()), vec![]));
}

#[test]
fn a_password_stands_in_no_argument_and_no_variable() {
    // The probe answers a question about itself: what anybody on the machine can see of it.
    let reader = Reader::start(config("seen-from-outside")).expect("a child");
    let file = memfd(&mut &b"any"[..]).expect("memory");
    let seen = reader.read_locked(file, Some(PASSWORD)).reading.pages;
    assert!(seen[0].text.contains("read"), "the arguments are there: {:?}", seen[0].text);
    assert!(!seen[0].text.contains("كلمة"), "{:?}", seen[0].text);
    assert_eq!(seen[1].text, PASSWORD, "and it came all the same");
}
