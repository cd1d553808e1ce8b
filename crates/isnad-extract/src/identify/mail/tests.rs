use super::*;

#[test]
fn messages_are_known_by_what_machines_write() {
    let check = |text: &str, expect: bool| {
        assert_eq!(is_message(text.as_bytes()), expect, "{text}");
        assert_eq!(is_message(text.replace('\n', "\r\n").as_bytes()), expect, "{text}");
    };
    check("Received: from a\n by b; Mon, 1 Oct 2018 10:00:00 +0300\nFrom: a@b\nSubject: s\n\nbody", true);
    check("From: a@b\nTo: c@d\nDate: Mon, 1 Oct 2018 10:00:00 +0300\n\nbody", true);
    check("Subject: s\nMIME-Version: 1.0\n\nbody", true);
    check("\u{FEFF}From: a@b\nMessage-ID: <1@b>\n\nbody", true);
    check("From a@b Mon Oct  1 10:00:00 2018\nFrom: a@b\nMessage-ID: <1@b>\n\nbody", true);
    check("From: a@b\nMessage-ID : <1@b>\n\nbody", true);
    // The head of a long header may end anywhere.
    check("Received: from a\n by b\nFrom: a@b\nX-Long: wor", true);
    // Letters that people typed.
    check("From: the families\nTo: the ministry\nDate: 12 July 2012\nSubject: the list\n\nSirs,", false);
    check("From: the families\nwho are here\n", false);
    check("Name: A\nDate: 1 Oct 2018 10:00\n\nwords", false);
    check("Message-ID: <1@b>\n\nalone", false);
    check(" Received: folded first\nFrom: a@b\nMIME-Version: 1.0\n", false);
    check("", false);
}

#[test]
fn mailboxes_are_known_by_their_first_two_lines() {
    let check = |text: &str, expect: bool| assert_eq!(is_mailbox(text.as_bytes()), expect, "{text}");
    check("From a@b Mon Oct  1 10:00:00 2018\nFrom: a@b\n\nbody", true);
    check("From - Mon Oct  1 10:00:00 2018\r\nX-Mozilla-Status: 0001\r\n", true);
    check("From 123@xxx Mon Oct 01 10:00:00 +0000 2018\nX-GM-THRID: 1\n", true);
    check("From a@b Mon Oct  1 10:00:00 2018\n\nno header at all", true);
    check("From a@b Mon Oct  1 10:00:00 2018\nwords that are no field\n", false);
    check("From May 2011 to October 2018 we wrote at 10:00\nEvery: day\n", true);
    check("From now on\nSubject: s\n", false);
    check("From a@b Mon Oct  1 10:00:00 2018", false);
}

#[test]
fn times_of_day() {
    let check = |word: &str, expect| assert_eq!(is_time(word.as_bytes()), expect, "{word}");
    check("9:05", true);
    check("09:05:59", true);
    check("a:b", false);
    check("12", false);
    check("1:2:3:4", false);
    check("::", false);
    check("123:00", false);
}
