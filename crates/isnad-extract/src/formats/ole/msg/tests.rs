use crate::{
    formats::{
        mapi::{
            kind,
            make::{Props, file, letter, unpacked_rtf},
            tags,
        },
        read,
    },
    unpack::{testing::gather, unpack},
    wire::{Reply, Sink},
};
use std::io::Cursor;

/// What a reader is told.
#[derive(Default, Debug)]
struct Told {
    pages: Vec<String>,
    metadata: Vec<(String, String)>,
    codes: Vec<&'static str>,
    settings: String,
    media_type: String,
    has_members: bool,
}

fn told(bytes: &[u8]) -> Told {
    let mut told = Told::default();
    let mut send = |reply: Reply<'_>| match reply {
        Reply::Kind(_, media_type) => media_type.clone_into(&mut told.media_type),
        Reply::Page => told.pages.push(String::new()),
        Reply::Text(text) => told.pages.last_mut().expect("a page").push_str(text),
        Reply::Metadatum(name, value) => told.metadata.push((name.to_owned(), value.to_owned())),
        Reply::Problem(problem) => told.codes.push(problem.code),
        Reply::Tool(_, settings) => settings.clone_into(&mut told.settings),
        Reply::HasMembers => told.has_members = true,
        _ => {}
    };
    read(&mut Cursor::new(bytes), None, &mut Sink::new(&mut send));
    told
}

impl Told {
    fn all(&self, name: &str) -> Vec<&str> {
        self.metadata.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }
}

/// The properties of a letter that was never sent over a network.
fn own() -> Props {
    Props::default()
        .text(tags::MESSAGE_CLASS, "IPM.Note")
        .text(tags::SENT_REPRESENTING_NAME, "أحمد")
        .text(tags::SENT_REPRESENTING_EMAIL, "ahmad@example.org")
        .text(tags::SUBJECT, "القائمة")
        .text(tags::BODY, "وصلت القائمة\r\nكاملة")
        .time(tags::CLIENT_SUBMIT_TIME, 1_538_377_200)
        .time(tags::CREATION_TIME, 1_538_377_100)
        .long(tags::MESSAGE_FLAGS, 1)
}

fn recipient(kind: u32, name: &str, address: &str) -> Props {
    Props::default()
        .long(tags::RECIPIENT_TYPE, kind)
        .text(tags::DISPLAY_NAME, name)
        .text(tags::SMTP_ADDRESS, address)
}

fn made(own: &Props, recipients: &[Props]) -> Vec<u8> {
    file(&letter(own, recipients, Vec::new(), false))
}

#[test]
fn a_letter_without_a_header_is_told_by_its_properties() {
    let people = [
        recipient(1, "The clerk", "clerk@example.org"),
        recipient(3, "A witness", "witness@example.org"),
        recipient(2, "desk@example.org", "desk@example.org"),
    ];
    let told = told(&made(&own(), &people));
    assert_eq!(told.media_type, "application/vnd.ms-outlook");
    assert_eq!(
        told.pages,
        ["From: أحمد <ahmad@example.org>\nTo: The clerk <clerk@example.org>\nCc: desk@example.org\n\
          Bcc: A witness <witness@example.org>\nDate: 2018-10-01T07:00:00Z\nSubject: القائمة\n\n\
          وصلت القائمة\nكاملة\n"]
    );
    assert_eq!(told.all("mail.To"), ["The clerk <clerk@example.org>"]);
    assert_eq!(told.all("mapi.CreationTime"), ["2018-10-01T06:58:20Z"]);
    assert_eq!(told.all("mapi.MessageFlags"), ["read"]);
    assert_eq!((told.codes, told.has_members), (vec![], false));
}

#[test]
fn a_header_that_came_goes_before_and_what_it_hides_is_told() {
    let header = "Microsoft Mail Internet Headers Version 2.0\r\nReceived: from a by b\r\nFrom: ahmad@example.org\r\n\
        To: clerk@example.org\r\nSubject: =?windows-1256?B?0dPH4ck=?=\r\nDate: Mon, 1 Oct 2018 10:00:00 +0300\r\n\r\n\
        --part\r\nContent-Type: text/plain\r\n";
    let own = own().text(tags::TRANSPORT_HEADERS, header);
    let people = [recipient(1, "", "clerk@example.org"), recipient(3, "", "witness@example.org")];
    let told = told(&made(&own, &people));
    assert_eq!(
        told.pages[0].lines().take(5).collect::<Vec<_>>(),
        [
            "From: ahmad@example.org",
            "To: clerk@example.org",
            "Bcc: witness@example.org",
            "Date: Mon, 1 Oct 2018 10:00:00 +0300",
            "Subject: رسالة"
        ]
    );
    assert_eq!(told.all("mail.Received"), ["from a by b"]);
    assert_eq!(told.all("mail.Bcc"), ["witness@example.org"]);
    assert_eq!(told.all("mapi.Subject"), ["القائمة"], "the subject was changed after it came");
}

#[test]
fn people_that_the_header_shows_are_not_told_again_however_many_there_are() {
    let to: String = (0..3000).map(|n| format!("clerk{n}@example.org,\r\n ")).collect();
    let header = format!("From: ahmad@example.org\r\nTo: {to}\"The Desk\" <desk@example.org>\r\n\r\n");
    let own = own().text(tags::TRANSPORT_HEADERS, &header);
    let mut people: Vec<Props> =
        (0..3000).map(|n| recipient(1, "a clerk", &format!("clerk{n}@example.org"))).collect();
    people.push(recipient(1, "The Desk", ""));
    assert_eq!(told(&made(&own, &people)).all("mapi.Recipient"), [""; 0]);
    people.push(recipient(1, "A witness", "witness@example.org"));
    let told = told(&made(&own, &people));
    assert_eq!(told.all("mapi.Recipient"), ["To: A witness <witness@example.org>"]);
}

#[test]
fn letters_of_old_programs_are_in_the_code_page_that_they_name() {
    let old = |text: &str| encoding_rs::WINDOWS_1256.encode(text).0.into_owned();
    let words = "وصلت الرسالة من العائلات إلى الوزارة";
    let plain = Props::default().bytes(tags::SUBJECT, kind::STRING8, &old("رسالة")).bytes(
        tags::BODY,
        kind::STRING8,
        &old(words),
    );
    let expect = [format!("Subject: رسالة\n\n{words}\n")];
    let by_page = told(&made(&plain.clone().long(tags::MESSAGE_CODEPAGE, 1256), &[]));
    assert_eq!((&by_page.pages[..], by_page.codes), (&expect[..], vec![]));
    let by_language = told(&made(&plain.clone().long(tags::MESSAGE_LOCALE, 0x0801), &[]));
    assert_eq!((&by_language.pages[..], by_language.codes), (&expect[..], vec![]));
    let guessed = told(&made(&plain, &[]));
    assert_eq!((&guessed.pages[..], guessed.codes), (&expect[..], vec!["encoding-guessed"]));
    assert_eq!(guessed.settings, "encoding=windows-1256");
}

#[test]
fn every_form_of_the_words_is_read() {
    let check = |own: Props, expect: &[&str], codes: &[&str]| {
        let told = told(&made(&own, &[]));
        assert_eq!(
            (&told.pages[..], &told.codes[..]),
            (&expect.iter().map(|p| (*p).to_owned()).collect::<Vec<_>>()[..], codes)
        );
    };
    let html = "<html><meta charset=windows-1256><p>كلمات</p>";
    let html = encoding_rs::WINDOWS_1256.encode(html).0.into_owned();
    check(Props::default().bytes(tags::HTML, kind::BINARY, &html), &["كلمات\n"], &[]);
    let by_number = encoding_rs::WINDOWS_1256.encode("<p>كلمات</p>").0.into_owned();
    let own =
        Props::default().bytes(tags::HTML, kind::BINARY, &by_number).long(tags::INTERNET_CODEPAGE, 1256);
    check(own, &["كلمات\n"], &[]);
    let wrapped = br"{\rtf1\ansi\fromhtml1 \deff0{\*\htmltag64 <p>}words of the page{\*\htmltag72 </p>}}";
    let rtf = |rtf: &[u8]| Props::default().bytes(tags::RTF_COMPRESSED, kind::BINARY, &unpacked_rtf(rtf));
    check(rtf(wrapped), &["words of the page\n"], &[]);
    check(rtf(br"{\rtf1\ansi\ansicpg1256 \'c7\'e1 words\par}"), &["ال words\n"], &[]);
    // Two forms that say the same are one page; what one adds is another.
    check(
        rtf(wrapped).text(tags::BODY, "Words of the page"),
        &["Words of the page\n", "words of the page\n"],
        &[],
    );
    check(rtf(wrapped).text(tags::BODY, "words of the page"), &["words of the page\n"], &[]);
    let cut = unpacked_rtf(wrapped);
    let own = Props::default().bytes(tags::RTF_COMPRESSED, kind::BINARY, &cut[..60]);
    check(own, &[""], &["document-damaged"]);
}

fn attachment(name: &str, bytes: &[u8]) -> crate::formats::ole::write::Storage {
    let props = Props::default().long(tags::ATTACH_METHOD, 1).text(tags::ATTACH_LONG_FILENAME, name);
    props.bytes(tags::ATTACH_DATA, kind::BINARY, bytes).storage("", 8)
}

#[test]
fn what_came_with_a_letter_is_taken_out_and_a_letter_within_is_a_file() {
    let inner = Props::default().text(tags::SUBJECT, "within").text(tags::BODY, "the inner words");
    let deepest = vec![attachment("deepest.bin", &[7; 5000])];
    let mut within = Props::default()
        .long(tags::ATTACH_METHOD, 5)
        .text(tags::DISPLAY_NAME, "within")
        .time(tags::LAST_MODIFICATION_TIME, 1_538_377_200)
        .storage("", 8);
    within.storages.push(letter(&inner, &[], deepest, true));
    let absent =
        Props::default().long(tags::ATTACH_METHOD, 2).text(tags::ATTACH_FILENAME, "on a disk").storage("", 8);
    let empty = attachment("empty", b"");
    let whole = letter(&own(), &[], vec![attachment("صورة.jpg", b"words"), within, absent, empty], false);
    let bytes = file(&whole);
    assert!(told(&bytes).has_members);
    let take_out = |bytes: &[u8]| gather(|sink| unpack(&mut Cursor::new(bytes), None, sink));
    let (members, codes) = take_out(&bytes);
    assert_eq!(codes, [""; 0]);
    assert_eq!(members[0].pair(), ("صورة.jpg", &b"words"[..]));
    assert_eq!(
        (members[1].name.as_str(), members[1].modified.as_str()),
        ("within.msg", "2018-10-01T07:00:00Z")
    );
    assert_eq!((members[2].name.as_str(), &members[2].content), ("on a disk", &Err("member-not-a-file")));
    assert_eq!(members[3].pair(), ("empty", &b""[..]));
    let within = members[1].content.clone().expect("a file");
    let read_within = told(&within);
    assert_eq!(read_within.pages, ["Subject: within\n\nthe inner words\n"]);
    assert_eq!((read_within.media_type.as_str(), read_within.codes), ("application/vnd.ms-outlook", vec![]));
    assert_eq!(take_out(&within).0[0].pair(), ("deepest.bin", &[7; 5000][..]));
}

#[test]
fn a_letter_that_only_its_recipient_can_open_says_so() {
    let check = |class: &str, mime: &str, expect: &[&str]| {
        let sealed = Props::default()
            .text(tags::ATTACH_LONG_FILENAME, "smime.p7m")
            .text(tags::ATTACH_MIME_TAG, mime)
            .bytes(tags::ATTACH_DATA, kind::BINARY, b"sealed");
        let own = Props::default().text(tags::MESSAGE_CLASS, class);
        let whole = letter(&own, &[], vec![sealed.storage("", 8)], false);
        assert_eq!(told(&file(&whole)).codes, expect, "{class}");
    };
    check("IPM.Note.SMIME", "application/pkcs7-mime; smime-type=enveloped-data", &["mail-encrypted"]);
    check("IPM.Note.SMIME", "application/pkcs7-mime; smime-type=signed-data", &[]);
    check("IPM.Note.SMIME.MultipartSigned", "multipart/signed", &[]);
    check("IPM.Note.rpmsg.Microsoft.1", "application/x-microsoft-rpmsg-message", &["mail-encrypted"]);
}

#[test]
fn a_letter_that_was_cut_off_gives_what_is_there() {
    let whole = file(&letter(&own(), &[], vec![attachment("a.bin", &[9; 20_000])], false));
    for length in (0..whole.len()).step_by(509) {
        let cut = &whole[..length];
        told(cut);
        gather(|sink| unpack(&mut Cursor::new(cut), None, sink));
    }
    let (members, codes) = gather(|sink| unpack(&mut Cursor::new(&whole[..whole.len() - 1000]), None, sink));
    assert_eq!(codes, ["mail-part-damaged"]);
    assert_eq!(members[0].content.as_ref().map(Vec::len), Ok(19_480));
}
