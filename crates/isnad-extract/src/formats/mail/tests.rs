use super::*;
use isnad_model::Arg;
use std::io::Cursor;

/// What a reader is told: pages, metadata, codes, and whether there are members.
#[derive(Default, Debug)]
struct Told {
    pages: Vec<String>,
    metadata: Vec<(String, String)>,
    codes: Vec<&'static str>,
    settings: String,
    has_members: bool,
}

fn told(message: &[u8]) -> Told {
    let mut told = Told::default();
    let mut send = |reply: Reply<'_>| match reply {
        Reply::Page => told.pages.push(String::new()),
        Reply::Text(text) => told.pages.last_mut().expect("a page").push_str(text),
        Reply::Metadatum(name, value) => told.metadata.push((name.to_owned(), value.to_owned())),
        Reply::Problem(problem) => told.codes.push(problem.code),
        Reply::Tool(_, settings) => settings.clone_into(&mut told.settings),
        Reply::HasMembers => told.has_members = true,
        _ => {}
    };
    read(&mut Cursor::new(message), &mut Sink::new(&mut send));
    told
}

impl Told {
    fn all(&self, name: &str) -> Vec<&str> {
        self.metadata.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }
}

#[test]
fn a_letter_reads_as_people_read_it() {
    let message = "Received: from b by c;\n\tTue, 2 Oct 2018 10:00:00 +0300\nReceived: from a by b\n\
        From: =?utf-8?B?2KPYrdmF2K8=?= <ahmad@example.org>\nTo: committee@example.org,\n clerk@example.org\n\
        Subject: =?windows-1256?B?0dPH4ck=?=\n =?windows-1256?Q?_2018?=\nDate: Tue, 2 Oct 2018 09:59:00 +0300 (EEST)\n\
        Message-ID: <1@example.org>\nX-Originating-IP: [192.0.2.7]\nX-Unknown: not told\n\nThe words.\n";
    let told = told(message.as_bytes());
    assert_eq!(
        told.pages,
        ["From: أحمد <ahmad@example.org>\nTo: committee@example.org, clerk@example.org\n\
          Date: Tue, 2 Oct 2018 09:59:00 +0300 (EEST)\nSubject: رسالة 2018\n\nThe words.\n"]
    );
    assert_eq!(told.all("mail.Received"), ["from b by c;\tTue, 2 Oct 2018 10:00:00 +0300", "from a by b"]);
    assert_eq!(told.all("mail.Date"), ["Tue, 2 Oct 2018 09:59:00 +0300 (EEST)"]);
    assert_eq!(told.all("mail.X-Originating-IP"), ["[192.0.2.7]"]);
    assert_eq!(told.all("mail.X-Unknown"), Vec::<&str>::new());
    assert_eq!((told.codes, told.has_members), (vec![], false));
}

/// A message of two sides, plain and HTML.
fn two_sides(plain: &str, html: &str) -> String {
    format!(
        "From: a@b\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\n{plain}\n--b\n\
         Content-Type: text/html\n\n{html}\n--b--\n"
    )
}

#[test]
fn the_plain_side_is_read_and_what_html_adds_is_not_lost() {
    let check = |plain: &str, html: &str, expect: &[&str]| {
        let pages = told(two_sides(plain, html).as_bytes()).pages;
        let pages: Vec<_> = pages.iter().map(|page| page.replace("From: a@b\n\n", "")).collect();
        assert_eq!(pages, expect, "{html}");
    };
    check("The same words", "<p>The <b>same</b> words</p>", &["The same words\n"]);
    check(
        "Turn HTML on",
        "<p>Turn HTML on: a list of names</p>",
        &["Turn HTML on\n", "Turn HTML on: a list of names\n"],
    );
    check(" ", "<p>only here</p>", &["only here\n"]);
}

#[test]
fn only_html_is_read_as_text() {
    let told = told("From: a@b\nContent-Type: text/html; charset=utf-8\n\n<p>كلمات</p>".as_bytes());
    assert_eq!(told.pages, ["From: a@b\n\nكلمات\n"]);
}

#[test]
fn letters_in_old_encodings() {
    let arabic = "وصلت الرسالة من العائلات إلى الوزارة";
    let old = |text: &str| encoding_rs::WINDOWS_1256.encode(text).0.into_owned();
    // Raw bytes in the header, as programs of the time sent them; the body says what it is.
    let head =
        [b"From: a@b\nSubject: ".to_vec(), old(arabic), b"\nContent-Type: text/plain; charset=".to_vec()]
            .concat();
    let told_raw = told(&[head, b"windows-1256\n\n".to_vec(), old(arabic)].concat());
    assert_eq!(told_raw.pages, [format!("From: a@b\nSubject: {arabic}\n\n{arabic}\n")]);
    assert_eq!(told_raw.codes, ["encoding-guessed"], "of the header, which says nothing");
    assert_eq!(told_raw.settings, "encoding=windows-1256");

    let six = "From: a@b\nContent-Type: text/plain; charset=iso-8859-6\nContent-Transfer-Encoding: quoted-printable\n\n=D1=D3=C7=E4=C9";
    assert_eq!(told(six.as_bytes()).pages, ["From: a@b\n\nرسالة\n"]);
}

#[test]
fn what_is_wrong_is_said() {
    let check =
        |message: &str, expect: &[&str]| assert_eq!(told(message.as_bytes()).codes, expect, "{message}");
    check("From: a@b\nContent-Transfer-Encoding: base64\n\nd29y*ZHM=", &["mail-part-damaged"]);
    check("From: a@b\nContent-Transfer-Encoding: rot13\n\njbeqf", &["mail-encoding-unknown"]);
    check("From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nwords", &["mail-cut-off"]);
    check(
        "From: a@b\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nAAAA",
        &["mail-encrypted"],
    );
    check(
        &format!("From: a@b\n{}\n\nwords", "Received: x\n".repeat(300).trim_end()),
        &["mail-fields-too-many"],
    );
}

#[test]
fn members_are_announced() {
    let check = |message: &str, expect| assert_eq!(told(message.as_bytes()).has_members, expect, "{message}");
    check("From: a@b\n\nwords", false);
    check("From: a@b\nContent-Type: image/png\n\nAAAA", true);
    check("From: a@b\nContent-Type: text/plain; name=a.txt\n\nwords", true);
    check("From: a@b\nContent-Disposition: attachment\n\nwords", true);
    check("From: a@b\nContent-Disposition: inline\n\nwords", false);
}

#[test]
fn what_stands_before_the_first_field_is_passed_over() {
    for preface in ["\u{FEFF}", "From a@b Mon Oct  1 10:00:00 2018\n"] {
        assert_eq!(told(format!("{preface}From: a@b\n\nwords").as_bytes()).pages, ["From: a@b\n\nwords\n"]);
    }
}

#[test]
fn a_problem_names_its_part() {
    let mut problems = Vec::new();
    let mut send = |reply: Reply<'_>| {
        if let Reply::Problem(problem) = reply {
            problems.push(problem);
        }
    };
    let message = b"From: a@b\nContent-Transfer-Encoding: base64\n\nd29y*ZHM=";
    read(&mut Cursor::new(&message[..]), &mut Sink::new(&mut send));
    assert_eq!(problems[0].args, [("part", Arg::Text("1".into())), ("count", Arg::Number(1))]);
}
