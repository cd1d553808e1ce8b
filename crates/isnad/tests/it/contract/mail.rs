//! Letters, mailboxes and what came with them, from the outside.

use isnad_testkit::{Env, make};

use crate::support::{archive, counts, number, paths, text};

/// The hit of a search that finds one thing.
#[track_caller]
fn only_hit(env: &Env, query: &str) -> serde_json::Value {
    let lines = env.run(&["search", query, "--json"]).expect(0).lines();
    assert_eq!(number(&lines[0], "total"), 1, "{query}");
    lines[1].clone()
}

#[test]
fn a_text_in_a_zip_in_a_mailbox_is_found() {
    let env = archive();
    let zip = make::zip(&[("قائمة.txt", "كتب أحمد إلى الوزارة".as_bytes())]);
    let letters = [
        make::letter("the-list", "see what is attached", &[("box.zip", &zip)]),
        make::letter("two", "words", &[]),
    ];
    env.write("in/Inbox", make::mailbox(&letters));
    assert_eq!(counts(&env.run(&["intake", "in", "--json"]).expect(0).last()), [5, 5, 0, 0]);
    let expect = [
        "in/Inbox",
        "in/Inbox!/000001.eml",
        "in/Inbox!/000001.eml!/box.zip",
        "in/Inbox!/000001.eml!/box.zip!/قائمة.txt",
        "in/Inbox!/000002.eml",
    ];
    assert_eq!(paths(&env, &env.archive()), expect);
    assert_eq!(text(&only_hit(&env, "احمد"), "path"), expect[3]);
    let letter = only_hit(&env, "attached");
    assert_eq!((text(&letter, "path"), text(&letter, "kind")), (expect[1], "mail"));
    let exported = env.run(&["item", "export", text(&letter, "id")]).expect(0).bytes;
    assert!(exported == letters[0], "a letter leaves as it lies in its mailbox");
}

#[test]
fn a_letter_tells_who_wrote_to_whom() {
    let env = archive();
    env.write("in/letter.eml", make::letter("a-list", "unmistakable", &[("a.txt", b"attached words")]));
    env.run(&["intake", "in"]).expect(0);
    let shown =
        env.run(&["item", "show", text(&only_hit(&env, "unmistakable"), "id"), "--json"]).expect(0).last();
    let told = |name: &str| {
        let all = shown["metadata"].as_array().unwrap();
        all.iter().find(|datum| datum["name"] == name).map(|datum| text(datum, "value").to_owned())
    };
    assert_eq!(told("mail.From").as_deref(), Some("Ahmad <ahmad@example.org>"));
    assert_eq!(told("mail.Date").as_deref(), Some("Mon, 1 Oct 2018 10:00:00 +0300"));
    assert_eq!(text(&shown, "media_type"), "message/rfc822");
    assert_eq!(env.run(&["search", "--kind", "mail", "--json", ""]).expect(0).first()["total"], 1);
}

#[test]
fn what_a_pdf_carries_is_taken_in_once() {
    let env = archive();
    let zip = make::zip(&[("قائمة.txt", "كتب أحمد إلى الوزارة".as_bytes())]);
    let page = make::page_with(b"BT /F 20 Tf 1 0 0 1 10 90 Tm (Damascus) Tj ET", Some(&zip));
    env.write("in/report.pdf", make::pdf(&page));
    assert_eq!(counts(&env.run(&["intake", "in", "--json"]).expect(0).last()), [3, 3, 0, 0]);
    let expect = ["in/report.pdf", "in/report.pdf!/list.txt", "in/report.pdf!/list.txt!/قائمة.txt"];
    assert_eq!(paths(&env, &env.archive()), expect);
    assert_eq!(text(&only_hit(&env, "احمد"), "path"), expect[2]);
    let report = only_hit(&env, "Damascus");
    assert_eq!((text(&report, "path"), text(&report, "kind")), (expect[0], "document"));
}

#[test]
fn files_made_small_are_opened_and_a_tar_within_in_the_same_go() {
    let env = archive();
    env.write("in/one.txt.gz", make::gzip(b"made small"));
    env.write("in/many.tar.gz", make::gzip(&make::tar(&[("a.txt", b"first"), ("b.txt", b"second")])));
    assert_eq!(counts(&env.run(&["intake", "in", "--json"]).expect(0).last()), [5, 5, 0, 0]);
    let expect = [
        "in/many.tar.gz",
        "in/many.tar.gz!/a.txt",
        "in/many.tar.gz!/b.txt",
        "in/one.txt.gz",
        "in/one.txt.gz!/one.txt",
    ];
    assert_eq!(paths(&env, &env.archive()), expect);
}

#[test]
fn a_bomb_that_hides_in_many_small_ones_ends_as_a_problem() {
    let env = archive();
    // Each unfolds to a quarter of a gigabyte, and is sound for itself.
    let zeros = make::gzip(&vec![0; 256 << 20]);
    let names: Vec<String> = (0..8).map(|n| format!("{n}.gz")).collect();
    let members: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), zeros.as_slice())).collect();
    env.write("in/bomb.zip", make::zip(&members));
    let output = env.run(&["intake", "in", "--json"]);
    assert!(output.stdout.contains("container-bomb"), "{}", output.stdout);
    let [received, kept, ..] = counts(&output.last());
    assert!(received < 16 && kept < 13, "{}", output.stdout);
    env.run(&["verify"]).expect(0);
}
