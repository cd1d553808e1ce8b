//! HTML, MHTML, EPUB, XML, JSON, and texts in rarer encodings.

use super::{codes, pages, read, says, sheets::epub};
use encoding_rs::WINDOWS_1256;
use isnad_model::reading::Kind;

#[test]
fn a_page_is_read_as_a_person_sees_it() {
    let page = "<!DOCTYPE html><!-- saved from url=(0020)https://example.org/ --><html lang=ar><head><title>شهادة\n أحمد</title>\
        <meta name=author content=\"L. Writer\"><style>p { color: red }</style><script>var x = '<p>no</p>';</script></head>\
        <body><h1>عنوان</h1><p>one   two&nbsp;three &eacute;&#1593;<br>four<p>see <a href=\"https://example.org/a?b=1&amp;c=2\">this</a>,\
        <a href=\"#top\">up</a> <a href=\"https://example.org/\">https://example.org/</a>\
        <table><tr><th>الاسم<th>الرقم<tr><td>أحمد<td colspan=2>1<td>x</table><pre>a  b\n c</pre>\
        <table><tr><td>menu<td><table><tr><td>1<td>2</table>after<td>end</table><p>was <del>5</del>6</body></html>";
    let answer = read(page.as_bytes());
    assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Text, "text/html"));
    let expect = "عنوان\none two\u{A0}three éع\nfour\nsee this <https://example.org/a?b=1&c=2>,up https://example.org/\n\
        الاسم\tالرقم\nأحمد\t1\t\tx\na  b\n c\nmenu\n1\t2\nafter\nend\nwas 6\n[-5-]\n";
    assert_eq!(pages(&answer), [expect]);
    says(
        &answer,
        &[
            ("html.title", "شهادة أحمد"),
            ("html.lang", "ar"),
            ("html.meta.author", "L. Writer"),
            ("html.savedFrom", "https://example.org/"),
            ("html.deleted", "5"),
        ],
    );
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn the_encoding_of_a_page_is_the_one_that_it_states() {
    let page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\"></head><body><p>أحمد</body></html>";
    let answer = read(&WINDOWS_1256.encode(page).0);
    assert_eq!(pages(&answer), ["أحمد\n"]);
    assert_eq!(answer.reading.settings, "encoding=windows-1256 confidence=stated");
    let answer = read(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><html><title/><body><p>أحمد</p></body></html>".as_bytes(),
    );
    assert_eq!((answer.media_type.as_str(), pages(&answer)), ("application/xhtml+xml", vec!["أحمد\n"]));
    // A page that says one thing and is another.
    let answer = read("<html><meta charset=windows-1252><p>أحمد عبد الله</html>".as_bytes());
    assert_eq!(pages(&answer), ["أحمد عبد الله\n"]);
}

#[test]
fn a_saved_page_is_read_with_its_frames() {
    let message = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: a page\r\n\
        Date: Mon, 24 Sep 2018 13:00:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
        \tboundary=\"--x--\"\r\n\r\n----x--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        <html><p>=D8=A3=D8=AD=D9=85=D8=AF one=\r\n word</p></html>\r\n----x--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n\
        iVBORw0KGgo=\r\n----x--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+ZnJhbWU8L3A+\r\n----x----\r\n";
    let answer = read(message.as_bytes());
    assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Document, "multipart/related"));
    assert_eq!(pages(&answer), ["أحمد one word\n", "frame\n"]);
    says(
        &answer,
        &[
            ("mhtml.Snapshot-Content-Location", "https://example.org/"),
            ("mhtml.Date", "Mon, 24 Sep 2018 13:00:00 +0300"),
        ],
    );
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
    let cut = read(&message.as_bytes()[..message.len() - 20]);
    assert_eq!((pages(&cut)[0], codes(&cut)), ("أحمد one word\n", vec!["document-damaged"]));
}

#[test]
fn a_book_is_read_in_the_order_of_its_spine() {
    let answer = read(&epub());
    assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Document, "application/epub+zip"));
    assert_eq!(pages(&answer), ["الفصل الأول\nwords\n", "second\u{A0}chapter\n"]);
    says(
        &answer,
        &[
            ("dc.title", "شهادات"),
            ("dc.creator", "L. Writer"),
            ("opf.dcterms:modified", "2018-09-24T10:00:00Z"),
        ],
    );
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn data_is_text_with_its_type() {
    let check = |text: &str, media_type: &str| {
        let answer = read(text.as_bytes());
        assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Text, media_type), "{text}");
        assert_eq!(pages(&answer), [text]);
    };
    check("{\"name\": \"أحمد\", \"n\": [1, 2]}\n", "application/json");
    check("{\"a\": 1}\n{\"a\": 2}\n", "application/json");
    check("[1] is how a note begins\n", "text/plain");
    check("{not json}\n", "text/plain");
    check("<?xml version=\"1.0\"?><list><name>أحمد</name></list>", "text/xml");
}

#[test]
fn texts_in_rarer_encodings() {
    let note = "وصل أحمد عبد الله إلى باريس، وسلّم الرسالة.\n";
    let utf32 = |text: &str, little: bool| -> Vec<u8> {
        text.chars()
            .flat_map(|c| if little { (c as u32).to_le_bytes() } else { (c as u32).to_be_bytes() })
            .collect()
    };
    let check = |bytes: Vec<u8>, settings: &str| {
        let answer = read(&bytes);
        assert_eq!((answer.kind, pages(&answer)), (Kind::Text, vec![note]), "{settings}");
        assert_eq!(answer.reading.settings, settings);
    };
    check(utf32(&format!("\u{FEFF}{note}"), true), "encoding=utf-32le confidence=certain");
    check(utf32(&format!("\u{FEFF}{note}"), false), "encoding=utf-32be confidence=certain");
    check(utf32(note, true), "encoding=utf-32le confidence=likely");
    check(utf32(note, false), "encoding=utf-32be confidence=likely");
    // ISO 8859-6 has the letters of windows-1256 in other places.
    let old = encoding_rs::ISO_8859_6.encode(&note.repeat(8)).0.into_owned();
    let answer = read(&old);
    assert_eq!(pages(&answer), [note.repeat(8)]);
    let numbers: Vec<u8> = (0..200u32).flat_map(|n| (n * 31 + 500).to_le_bytes()).collect();
    assert_eq!(read(&numbers).kind, Kind::Other, "a list of numbers is no text");
}
