//! The words themselves are under test: whole, equal in three languages, all of them used.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser::parse,
};
use isnad_model::{Arg, Millis, Problem};
use jiff::tz::{Offset, TimeZone};

use crate::{Digits, Lang, Locale, bundle, date, duration, lookup, number, problem, size, t, t_args};

/// Keys that are put together from a code at run time.
const PUT_TOGETHER: [&str; 28] = [
    "cli-",
    "compare-a",
    "compare-b",
    "date-",
    "doubt-",
    "duration-",
    "entry-",
    "help-keys-",
    "kind-",
    "knot-",
    "month-",
    "problem-",
    "read-method-",
    "read-word-",
    "role-",
    "sensitivity-",
    "settings-keys-",
    "size-",
    "weekday-",
    "answered-",
    "area-",
    "grade-",
    "meeting-",
    "part-",
    "relation-",
    "status-",
    "thesaurus-",
    "type-",
];

#[test]
fn every_message_is_whole_and_takes_the_same_arguments_in_all_languages() {
    let arabic = messages(Lang::Ar);
    assert!(arabic.len() > 300);
    for lang in [Lang::En, Lang::Fr] {
        assert_eq!(arabic, messages(lang), "ar against {}", lang.code());
    }
}

#[test]
fn every_file_of_a_language_is_embedded() {
    for lang in Lang::ALL {
        let folder = root().join("locales").join(lang.code());
        let on_disk: BTreeSet<String> = std::fs::read_dir(folder)
            .expect("the folder of the language")
            .map(|entry| entry.expect("its entry").file_name().to_string_lossy().into_owned())
            .collect();
        let embedded: BTreeSet<String> =
            bundle::sources(lang).iter().map(|(area, _)| format!("{area}.ftl")).collect();
        assert_eq!(on_disk, embedded, "{}", lang.code());
    }
}

#[test]
fn every_problem_in_the_sources_has_words() {
    let mut codes = literals_after("Problem::new(");
    // Helpers that put a code in later, and the table of codes that a reader may answer with.
    codes.extend(literals_after("about("));
    for file in ["isnad-engine/src/error.rs", "isnad-engine/src/marker.rs", "isnad-extract/src/codes.rs"] {
        codes.extend(hyphenated(file));
    }
    assert!(codes.contains("internal") && codes.contains("disk-full") && codes.contains("format-newer"));
    let wordless: Vec<String> = codes
        .into_iter()
        .flat_map(|code| [format!("problem-{code}"), format!("problem-{code}-next")])
        .filter(|key| lookup(Lang::Ar, key, &[]).is_none())
        .collect();
    assert_eq!(wordless, Vec::<String>::new());
}

#[test]
fn every_knot_and_every_kind_of_entry_has_words() {
    let knots = literals_after("knot(").into_iter().map(|code| format!("knot-{code}"));
    let entries = hyphenated("isnad-ledger/src/body.rs").into_iter().map(|code| format!("entry-{code}"));
    let keys: Vec<String> = knots.chain(entries).collect();
    assert!(keys.len() > 10);
    let wordless: Vec<&String> = keys.iter().filter(|key| lookup(Lang::Ar, key, &[]).is_none()).collect();
    assert_eq!(wordless, Vec::<&String>::new());
}

#[test]
fn every_fault_of_a_schema_file_and_every_note_on_a_thesaurus_has_words() {
    let faults = hyphenated("isnad-schema/src/fault.rs").into_iter().map(|code| format!("fault-{code}"));
    let codes = hyphenated("isnad-schema/src/thesaurus.rs").into_iter();
    let told = codes.map(|code| match code.starts_with("thesaurus-") {
        true => format!("problem-{code}"),
        false => format!("thesaurus-{code}"),
    });
    let keys: Vec<String> = faults.chain(told).collect();
    for known in ["fault-sensitivity-lowered", "thesaurus-label-lent", "problem-thesaurus-no-code"] {
        assert!(keys.iter().any(|key| key == known), "{known}");
    }
    let wordless: Vec<&String> = keys.iter().filter(|key| lookup(Lang::Ar, key, &[]).is_none()).collect();
    assert_eq!(wordless, Vec::<&String>::new());
}

#[test]
fn every_doubt_about_words_has_words() {
    let mut codes = literals_after("Doubt::new(");
    // The codes of doubts stand in one list, those of what is refused at their type.
    for file in ["isnad-text/src/doubt.rs", "isnad-text/src/date.rs"] {
        codes.extend(hyphenated(file));
    }
    assert!(codes.contains("date-day-or-month") && codes.contains("date-no-such-day"));
    assert!(codes.contains("term-unknown") && codes.contains("quantity-unreadable"));
    let wordless: Vec<&String> =
        codes.iter().filter(|code| lookup(Lang::Ar, &format!("doubt-{code}"), &[]).is_none()).collect();
    assert_eq!(wordless, Vec::<&String>::new());
}

#[test]
fn no_message_is_left_over() {
    let text: String = sources().into_iter().map(|(_, text)| text).collect();
    let left_over: Vec<String> = messages(Lang::Ar)
        .into_keys()
        .filter(|key| !PUT_TOGETHER.iter().any(|prefix| key.starts_with(prefix)))
        // Pages that end otherwise add `-next` and `-how` to a key at run time.
        .filter(|key| !text.contains(&format!("\"{key}\"")) && !key.starts_with("fault-"))
        .collect();
    assert_eq!(left_over, Vec::<String>::new());
}

#[test]
fn arabic_has_all_six_forms_of_the_plural() {
    let check = |n: u64, expect: &str| {
        assert_eq!(duration(Locale::new(Lang::Ar).plain(), n * 86_400), expect);
    };
    check(1, "يوم واحد");
    check(2, "يومان");
    check(3, "٣ أيام");
    check(11, "١١ يوماً");
    check(100, "١٠٠ يوم");
    check(102, "١٠٢ يوم");
    check(103, "١٠٣ أيام");
    check(18_419, "١٨٬٤١٩ يوماً");
    check(53_200, "٥٣٬٢٠٠ يوم");
    assert_eq!(t_args(Lang::Ar, "search-hits", &[("n", Arg::Number(0))]), "لا نتائج");
}

#[test]
fn numbers_follow_language_and_digits() {
    let check = |locale: Locale, n, expect: &str| assert_eq!(number(locale, n), expect);
    let arabic = Locale::new(Lang::Ar);
    check(arabic, 0, "٠");
    check(arabic, 999, "٩٩٩");
    check(arabic, 53_275, "٥٣٬٢٧٥");
    check(arabic.with_digits(Digits::Latin), 53_275, "53,275");
    check(Locale::new(Lang::En), 1_234_567, "1,234,567");
    check(Locale::new(Lang::Fr), 53_275, "53\u{202F}275");
    // English has no other digits, whatever a cookie says.
    check(Locale::new(Lang::En).with_digits(Digits::Arabic), 1000, "1,000");
}

#[test]
fn sizes_keep_one_decimal() {
    let check = |lang: Lang, bytes, expect: &str| assert_eq!(size(Locale::new(lang).plain(), bytes), expect);
    check(Lang::En, 1, "1 byte");
    check(Lang::En, 999, "999 bytes");
    check(Lang::En, 1000, "1 kB");
    check(Lang::En, 4_250_000, "4.2 MB");
    check(Lang::En, 999_999, "999.9 kB");
    check(Lang::Fr, 2_500_000_000, "2,5 Go");
    check(Lang::Ar, 2_500_000_000, "٢٫٥ غيغابايت");
    assert!(size(Lang::En, u64::MAX).contains("TB"));
}

#[test]
fn instants_are_written_as_people_write_them() {
    let at = Millis(1_725_876_120_000);
    let zone = TimeZone::fixed(Offset::constant(3));
    let check = |lang: Lang, zone: &TimeZone, expect: &str| {
        assert_eq!(date::date_time_in(Locale::new(lang).plain(), at, zone), expect);
    };
    check(Lang::Ar, &zone, "٩ أيلول/سبتمبر ٢٠٢٤، ١٣:٠٢ (UTC+3)");
    check(Lang::En, &TimeZone::UTC, "9 September 2024, 10:02 (UTC)");
    check(Lang::Fr, &zone, "9 septembre 2024, 13:02 (UTC+3)");
    // On a page no isolate may stand before the first letter, which gives the date its direction.
    let page = date::date_time_in(Locale::new(Lang::Ar), at, &zone);
    assert_eq!(page, "٩ أيلول/سبتمبر ٢٠٢٤، ١٣:٠٢ (\u{2066}UTC+3\u{2069})");
    assert_eq!(crate::iso(at), "2024-09-09T10:02:00Z");
    let far = date::date_time_in(Locale::new(Lang::En), Millis(i64::MAX), &zone);
    assert!(far.contains("9223372036854775807"), "{far}");
}

#[test]
fn a_french_month_begins_on_the_first() {
    let at = Millis(1_725_148_800_000);
    assert_eq!(
        date::date_time_in(Locale::new(Lang::Fr).plain(), at, &TimeZone::UTC),
        "1er septembre 2024, 00:00 (UTC)"
    );
}

#[test]
fn arguments_are_isolated_on_pages_and_bare_on_terminals() {
    let args = [("code", Arg::Text("x".to_owned()))];
    assert!(t_args(Lang::Ar, "unknown-problem", &args).contains("\u{2068}x\u{2069}"));
    let plain = t_args(Locale::new(Lang::Ar).plain(), "unknown-problem", &args);
    assert!(plain.contains(" x.") && !plain.contains('\u{2068}'));
}

#[test]
fn a_problem_without_words_is_named_and_never_lost() {
    let (what, next) = problem(Lang::En, &Problem::new("internal-and-unheard-of"));
    assert!(what.contains("internal-and-unheard-of"));
    assert!(!next.is_empty());
    assert_eq!(t(Lang::En, "no-such-key"), "⟦no-such-key⟧");
}

#[test]
fn the_language_is_the_chosen_one_else_arabic() {
    for (code, expect) in
        [(None, Lang::Ar), (Some("en"), Lang::En), (Some("fr"), Lang::Fr), (Some("xx"), Lang::Ar)]
    {
        assert_eq!(Lang::chosen(code), expect, "{code:?}");
    }
    assert_eq!(Lang::from_code("fr_FR.UTF-8"), Some(Lang::Fr));
}

/// The messages of a language with the names of their arguments.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut out = BTreeMap::new();
    for (area, text) in bundle::sources(lang) {
        let resource =
            parse(*text).unwrap_or_else(|(_, errors)| panic!("{}/{area}: {errors:?}", lang.code()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let value = message.value.unwrap_or_else(|| panic!("{} has no words", message.id.name));
            let mut args = BTreeSet::new();
            variables(&value, &mut args);
            let twice = out.insert(message.id.name.to_owned(), args);
            assert_eq!(twice, None, "{} stands twice in {}", message.id.name, lang.code());
        }
    }
    out
}

fn variables(pattern: &Pattern<&str>, out: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (Expression::Inline(inline) | Expression::Select { selector: inline, .. }) = expression;
        if let InlineExpression::VariableReference { id } = inline {
            out.insert(id.name.to_owned());
        }
        if let Expression::Select { variants, .. } = expression {
            variants.iter().for_each(|variant| variables(&variant.value, out));
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All sources of the program, tests left out.
fn sources() -> Vec<(PathBuf, String)> {
    let mut out = Vec::new();
    let mut folders = vec![root().join("crates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name == "tests" || name == "tests.rs" || name == "target" {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if [".rs", ".html", ".js"].iter().any(|end| name.ends_with(end)) {
                out.push((path.clone(), std::fs::read_to_string(&path).expect("a source")));
            }
        }
    }
    out
}

/// Every literal of a source that has the shape of a code of several words.
fn hyphenated(file: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join("crates").join(file)).expect("a source");
    text.split('"')
        .filter(|code| code.contains('-') && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
        .map(str::to_owned)
        .collect()
}

/// String literals that follow a call in the sources, on the same line or the next.
fn literals_after(call: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for (_, text) in sources() {
        for (at, _) in text.match_indices(call) {
            let rest = text[at + call.len()..].trim_start();
            if let Some((literal, _)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
                out.insert(literal.to_owned());
            }
        }
    }
    out
}
