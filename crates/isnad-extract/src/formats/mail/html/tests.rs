use super::text;
use proptest::prelude::*;

#[test]
fn words_and_lines() {
    let check = |html: &str, expect: &str| assert_eq!(text(html), expect, "{html}");
    check("<p>one <b>two</b>\n three</p><p>four</p>", "one two three\nfour\n");
    check("<div>a<br>b<br/>c</div>", "a\nb\nc\n");
    check("<table><tr><td>name</td><td>3</td></tr><tr><td>x</td></tr></table>", "name\t3\nx\n");
    check("<pre>a  b\n c</pre>", "a  b\n c\n");
    check("a&nbsp;&amp;&#1585;&#x633;&lt;b&gt;&eacute;", "a &رس<b>é\n");
    check("<style>p { color: red }</style><script>if (a<b) x()</script>words", "words\n");
    check("<SCRIPT>a</SCRIPT >b", "b\n");
    check("<!-- hidden > --> a <!doctype html><?xml?>b", "a b\n");
    check("<p title='a > b'>c", "c\n");
    check("", "");
}

#[test]
fn what_is_no_markup_is_text() {
    let check = |html: &str, expect: &str| assert_eq!(text(html), expect, "{html}");
    check("1 < 2 & 3", "1 < 2 & 3\n");
    check("&unheard; &", "&unheard; &\n");
    check("&#0; &#xFFFFFFFF; &#146;", "\u{FFFD} \u{FFFD} ’\n");
    // A quote that nobody closed costs nothing behind the tag.
    check("<a href=\"x>words", "words\n");
    check("<script>never closed", "");
    check("<", "<\n");
}

proptest! {
    #[test]
    fn any_text_ends(html in "[<>&;#/'\"= a-zé!-]{0,200}") {
        prop_assert!(text(&html).len() <= html.len() * 4 + 1);
    }
}
