use super::decode;

#[test]
fn words_in_many_charsets() {
    let check = |text: &str, expect: &str| assert_eq!(decode(text), expect, "{text}");
    check("=?windows-1256?B?0dPH4ck=?=", "رسالة");
    check("=?utf-8?B?2LHYs9in2YTYqQ==?=", "رسالة");
    check("=?UTF-8?Q?R=C3=A9union_de_travail?=", "Réunion de travail");
    check("=?iso-8859-6?Q?=D1=D3=C7=E4=C9?=", "رسالة");
    check("Re: =?utf-8?q?a?= (b)", "Re: a (b)");
    check("=?utf-8*fr?Q?a?=", "a");
}

#[test]
fn neighbors_are_joined() {
    let check = |text: &str, expect: &str| assert_eq!(decode(text), expect, "{text}");
    // The space between two words is not part of the text, that before a plain one is.
    check("=?utf-8?Q?a?= =?utf-8?Q?b?= c", "ab c");
    // A letter cut in two between them.
    check("=?utf-8?B?2A==?=  =?utf-8?B?sdiz?=", "رس");
    check("=?utf-8?B?2LE=?= =?windows-1256?Q?=D3?=", "رس");
}

#[test]
fn what_only_looks_like_a_word_stays() {
    for text in
        ["=?", "=?utf-8?", "=?utf-8?Q?a", "=?utf-8?X?a?=", "a =? b ?= c", "??==??", "=?\u{7}?Q?a?=", ""]
    {
        assert_eq!(decode(text), text);
    }
    assert_eq!(decode("=?utf-8?Q?=ZZ=4?="), "=ZZ=4");
    assert_eq!(decode("=?x-unheard-of?Q?abc?="), "abc");
}
