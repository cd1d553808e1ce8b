//! Small shapes, and the way out of the engine.

use std::io::Write;

use crate::{
    outflow::outflow,
    view::{Pager, encode, file_name, pieces, safe_path},
};

#[test]
fn only_our_own_addresses_are_gone_back_to() {
    let check = |path, expect| assert_eq!(safe_path(path), expect, "{path}");
    check("/item/x?q=أحمد", "/item/x?q=أحمد");
    check("", "/");
    check("//elsewhere", "/");
    check("/\\elsewhere", "/");
    check("https://elsewhere", "/");
    check("/\t/elsewhere", "/");
    check("/a\r\nSet-Cookie: x", "/");
}

#[test]
fn texts_are_made_safe_for_addresses() {
    assert_eq!(encode("a b&c=أ\"<"), "a%20b%26c%3D%D8%A3%22%3C");
    assert_eq!(file_name("مجلد/a.zip!/b/صورة.jpg"), "صورة.jpg");
    assert_eq!(file_name("a/"), "a");
    assert_eq!(file_name(""), "");
}

#[test]
fn marks_follow_the_search_and_a_wrong_one_is_left_out() {
    let text = "قال أَحمد لأحمد";
    let marked: Vec<String> = pieces(text, isnad_engine::marks("احمد", text))
        .into_iter()
        .filter(|piece| piece.marked)
        .map(|piece| piece.text)
        .collect();
    assert_eq!(marked.first().map(String::as_str), Some("أَحمد"));
    assert!(isnad_engine::marks("", text).is_empty());

    let whole: String = pieces("أب", [1..2, 0..2, 0..9]).into_iter().map(|piece| piece.text).collect();
    assert_eq!(whole, "أب");
}

#[test]
fn page_links_leave_out_the_middle_and_nothing_else() {
    let pager = |total, page| Pager::new(total, 10, page, |n| n.to_string());
    let numbers = |pager: &Pager| pager.links.iter().map(|link| link.page).collect::<Vec<_>>();
    assert_eq!(pager(10, 1), Pager::default());
    assert_eq!(numbers(&pager(11, 1)), [1, 2]);
    assert_eq!(numbers(&pager(1000, 50)), [1, 48, 49, 50, 51, 52, 100]);
    assert_eq!(pager(1000, 100).next, None);
    assert_eq!(pager(1000, 50).previous.as_deref(), Some("49"));
    // A page beyond the end leads back to the last.
    assert_eq!(pager(30, 9).previous.as_deref(), Some("3"));
}

#[tokio::test]
async fn what_the_engine_writes_arrives_whole_and_a_failure_breaks_off() {
    let bytes: Vec<u8> = (0..300_000u32).map(|n| n as u8).collect();
    let (mut out, body) = outflow();
    let sent = bytes.clone();
    let writing = tokio::task::spawn_blocking(move || {
        out.write_all(&sent).expect("a listener");
        out.flush().expect("a listener");
    });
    assert_eq!(axum::body::to_bytes(body, usize::MAX).await.expect("a body"), bytes);
    writing.await.expect("no panic");

    let (mut out, body) = outflow();
    let writing = tokio::task::spawn_blocking(move || {
        out.write_all(b"half").expect("a buffer");
        out.fail();
    });
    assert!(axum::body::to_bytes(body, usize::MAX).await.is_err());
    writing.await.expect("no panic");
}
