use super::html_within;

#[test]
fn the_page_comes_out_of_its_wrapping() {
    let check =
        |rtf: &str, expect: Option<&str>| assert_eq!(html_within(rtf.as_bytes()).as_deref(), expect, "{rtf}");
    check("{\\rtf1\\ansi hello}", None);
    let head = "{\\rtf1\\ansi\\ansicpg1256\\fromhtml1 \\deff0{\\fonttbl\n{\\f0\\fswiss Arial;}{\\f1\\fcharset204 A;}}\n\
        {\\colortbl\\red0;}{\\*\\generator Exchange;}\\uc1\\pard\\plain\\deftab360 ";
    let whole = |body: &str, expect: &str| check(&format!("{head}{body}}}"), Some(expect));
    whole(
        "{\\*\\htmltag18 <html>}{\\*\\htmltag241 <p class=\"a\">}\\htmlrtf {\\htmlrtf0 The words\\htmlrtf\\par}\\htmlrtf0\n{\\*\\htmltag249 </p>}",
        "<html><p class=\"a\">The words</p>",
    );
    whole("{\\*\\htmltag84 &lt;}\\htmlrtf <\\htmlrtf0 x", "&lt;x");
    whole("{\\*\\mhtmltag2 <img src=x>}{\\*\\htmltag2 <img src=\"cid:1\">}", "<img src=\"cid:1\">");
    whole("\\u1575?\\u1604?\\'c7\\'e1 \\f1\\'e0\\tab\\line", "الال а\t\r\n");
    whole("\\u-10179?\\u-8704?\\~\\{", "😀&nbsp;{");
}

#[test]
fn groups_without_end_take_no_memory_and_no_stack() {
    let deep = format!("{{\\rtf1\\fromhtml1 {}x", "{".repeat(100_000));
    assert_eq!(html_within(deep.as_bytes()).as_deref(), Some(""));
}
