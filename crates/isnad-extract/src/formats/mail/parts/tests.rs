use super::*;

/// Number, type and body of every part.
fn parts(message: &str) -> (Vec<(String, String, String)>, Walked) {
    let mut found = Vec::new();
    let walked = walk(message.as_bytes(), &mut |part| {
        found.push((part.number, part.content.value, String::from_utf8_lossy(part.body).into_owned()));
    });
    (found, walked)
}

fn check(message: &str, expect: &[(&str, &str, &str)], is_cut_off: bool) {
    for message in [message.to_owned(), message.replace('\n', "\r\n")] {
        let (found, walked) = parts(&message);
        let found: Vec<_> =
            found.iter().map(|(n, t, b)| (n.as_str(), t.as_str(), b.replace("\r\n", "\n"))).collect();
        let expect: Vec<_> = expect.iter().map(|(n, t, b)| (*n, *t, (*b).to_owned())).collect();
        assert_eq!(found, expect, "{message}");
        assert_eq!((walked.is_cut_off, walked.is_too_deep), (is_cut_off, false), "{message}");
    }
}

#[test]
fn a_letter_of_one_part() {
    check("Subject: s\n\nbody\n\nmore\n", &[("1", "text/plain", "body\n\nmore\n")], false);
    check("Subject: s\n", &[("1", "text/plain", "")], false);
    check("Subject: s\nno field\nbody", &[("1", "text/plain", "no field\nbody")], false);
    check("Content-Type: nonsense\n\nbody", &[("1", "text/plain", "body")], false);
    check("Content-Type: multipart/mixed\n\n--a\n", &[("1", "multipart/mixed", "--a\n")], false);
}

#[test]
fn parts_within_parts() {
    let message = "Content-Type: multipart/mixed; boundary=out\n\npreamble\n\
        --out\nContent-Type: multipart/alternative; boundary=outer\n\n\
        --outer\n\nplain\n--outer  \nContent-Type: text/html\n\n<p>page</p>\n--outer--\nepilogue\n\
        --out\nContent-Type: application/x\n\nbytes\n\n--out--\nepilogue\n";
    let expect = [
        ("1.1", "text/plain", "plain"),
        ("1.2", "text/html", "<p>page</p>"),
        ("2", "application/x", "bytes\n"),
    ];
    check(message, &expect, false);
}

#[test]
fn a_boundary_is_a_whole_line() {
    let message = "Content-Type: multipart/mixed; boundary=b\n\n\
        --b\n\nwords --b within a line\n--bc is longer\n --b is moved in\n--b--\n";
    check(
        message,
        &[("1", "text/plain", "words --b within a line\n--bc is longer\n --b is moved in")],
        false,
    );
}

#[test]
fn messages_within_stay_whole() {
    let inner = "Subject: inner\nContent-Type: multipart/mixed; boundary=in\n\n--in\n\nwords\n--in--";
    let message = format!(
        "Content-Type: multipart/digest; boundary=b\n\n--b\n\n{inner}\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n"
    );
    check(&message, &[("1", "message/rfc822", inner), ("2", "message/rfc822", inner)], false);
}

#[test]
fn what_was_cut_off_is_given_and_said() {
    let message =
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\nContent-Type: application/x\n\ntw";
    check(message, &[("1", "text/plain", "one"), ("2", "application/x", "tw")], true);
    check("Content-Type: multipart/mixed; boundary=b\n\nno part", &[], true);
    // An inner multipart without its end is ended by the outer one.
    let message = "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=b\n\n\
        --b\n\none\n--a\n\ntwo\n--a--\n";
    check(message, &[("1.1", "text/plain", "one"), ("2", "text/plain", "two")], false);
    // A boundary in the middle of a header ends that part.
    let message =
        "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: application/x\n--a\n\ntwo\n--a--\n";
    check(message, &[("1", "application/x", ""), ("2", "text/plain", "two")], false);
}

#[test]
fn depth_has_an_end_and_it_is_said() {
    let mut message = String::new();
    for level in 0..DEPTH_MAX + 5 {
        message.push_str(&format!("Content-Type: multipart/mixed; boundary=b{level}.\n\n--b{level}.\n"));
    }
    let (found, walked) = parts(&message);
    assert!(walked.is_too_deep && walked.is_cut_off);
    assert_eq!(found.len(), 1);
    assert!(found[0].2.contains(&format!("--b{}.", DEPTH_MAX + 4)), "the deep rest is whole");
}

#[test]
fn many_parts_are_walked_once() {
    let part = "--b\n\nx\n".repeat(100_000);
    let (found, _) = parts(&format!("Content-Type: multipart/mixed; boundary=b\n\n{part}--b--\n"));
    assert_eq!(found.len(), 100_000);
    assert!(found.iter().all(|(_, _, body)| body == "x"));
}
