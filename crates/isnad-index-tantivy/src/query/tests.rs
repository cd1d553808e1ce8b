use super::*;

/// Writes a query as read: `+` wanted, `-` excluded, words in (), phrases in [].
fn shown(text: &str) -> String {
    let way = |way: &Way| match way {
        Way::Words(words) => format!("({})", words.join(" ")),
        Way::Phrase(words) => {
            let words: Vec<String> = words.iter().map(|(at, word)| format!("{at}:{word}")).collect();
            format!("[{}]", words.join(" "))
        }
    };
    let unit = |sign: &str, unit: &Unit| {
        format!("{sign}{}={}", unit.typed, unit.ways.iter().map(way).collect::<Vec<_>>().join("|"))
    };
    let parsed = parse(text);
    let wanted = parsed.wanted.iter().map(|u| unit("+", u));
    wanted.chain(parsed.excluded.iter().map(|u| unit("-", u))).collect::<Vec<_>>().join(" ")
}

#[test]
fn reads_queries() {
    for (text, expect) in [
        ("", ""),
        ("أحمد", "+أحمد=(احمد)"),
        ("Ahmad  شاهد", "+Ahmad=(ahmad) +شاهد=(شاهد)"),
        ("عبد الله شاهد", "+عبد الله=(عبدالله)|(عبد الله) +شاهد=(شاهد)"),
        ("عبد -الله", "+عبد=(عبد) -الله=(الله)"),
        ("\"عبد الله\"", "+عبد الله=[0:عبدالله]"),
        ("«رئيس الفرع» -\"ابن عم\"", "+رئيس الفرع=[0:رييس 1:الفرع] -ابن عم=[0:ابن 1:عم]"),
        ("“واحد", "+واحد=[0:واحد]"),
        ("واحد\"اثنان ثلاثة\"", "+واحد=(واحد) +اثنان ثلاثة=[0:اثنان 1:ثلاثه]"),
        ("12/5/2018", "+12/5/2018=[0:12 1:5 2:2018]"),
        ("2018", "+2018=(2018)|[0:2 1:018]"),
        ("١٢٬٠٠٠", "+١٢٬٠٠٠=[0:12 1:000]|(12000)"),
        ("شاهد،معتقل؟", "+شاهد=(شاهد) +معتقل=(معتقل)"),
        ("(شاهد)", "+شاهد=(شاهد)"),
        ("1,2", "+1,2=[0:1 1:2]"),
        ("- ؟ \"\" --", ""),
    ] {
        assert_eq!(shown(text), expect, "{text:?}");
    }
    assert!(!parse(" ").is_wordless && parse(" -- ؟").is_wordless);
}

#[test]
fn function_words_order_only_where_there_is_nothing_else() {
    let parsed = parse("من الشاهد");
    assert_eq!(parsed.wanted.iter().map(|unit| parsed.orders_by(unit)).collect::<Vec<_>>(), [false, true]);
    let parsed = parse("من هو");
    assert!(parsed.wanted.iter().all(|unit| parsed.orders_by(unit)));
}

proptest::proptest! {
    #[test]
    fn any_text_is_a_query(text in "[ \"«»“”„a-c؟أعبد الله0-9,/-]{0,40}") {
        let parsed = parse(&text);
        for unit in parsed.wanted.iter().chain(&parsed.excluded) {
            proptest::prop_assert!(unit.words().count() > 0 && unit.words().all(|word| !word.is_empty()));
        }
    }
}
