use crate::{Schema, fault::CODES};

const LABEL: &str = "label = { ar = \"خيمة\", en = \"Tent\", fr = \"Tente\" }\n";

fn kind(head: &str, rest: &str) -> String {
    format!("[kind]\nid = \"tent\"\narea = \"describe\"\n{LABEL}{head}\n{rest}")
}

fn property(id: &str, of: &str, rest: &str) -> String {
    format!("[[property]]\nid = \"{id}\"\ntype = \"{of}\"\n{LABEL}{rest}\n")
}

const GROUP: &str =
    "[[group]]\nid = \"canvas\"\nlabel = { ar = \"قماش\", en = \"Canvas\", fr = \"Toile\" }\n";

/// A file that calls a kind of the program anew.
fn relabel(id: &str, head: &str, rest: &str) -> String {
    format!("[kind]\nid = \"{id}\"\narea = \"describe\"\n{LABEL}{head}\n{rest}")
}

/// The schema of the program with files laid over it, which are without fault.
fn with(files: &[String]) -> Schema {
    let named = |(n, text): (usize, &String)| (format!("{n}.toml"), text.clone());
    let files: Vec<_> = files.iter().enumerate().map(named).collect();
    Schema::builtin().overlaid(&files).expect("no fault")
}

/// The codes of what is wrong with some files, laid over the schema of the program.
fn codes(files: &[String]) -> Vec<&'static str> {
    let files: Vec<_> =
        files.iter().enumerate().map(|(n, text)| (format!("{n}.toml"), text.clone())).collect();
    let faults = Schema::builtin().overlaid(&files).err().unwrap_or_default();
    faults.into_iter().map(|fault| fault.code).collect()
}

#[test]
fn every_fault_is_told() {
    let named = property("tent-name", "text", "");
    let title = "title = [\"tent-name\"]";
    let vocabulary = |term: &str| format!("[vocabulary]\nid = \"cloth\"\n{LABEL}{term}");
    let term = |code: &str, rest: &str| format!("[[term]]\ncode = \"{code}\"\n{LABEL}{rest}\n");
    let table: Vec<(&str, Vec<String>)> = vec![
        ("not-toml", vec!["kind = [".to_owned()]),
        ("not-a-schema-file", vec!["x = 1".to_owned()]),
        ("not-a-schema-file", vec![kind("wings = 2", &named)]),
        ("bad-id", vec![kind(title, &format!("{named}{}", property("Tent Name", "text", "")))]),
        ("label-missing", vec![kind(title, &named).replacen("fr = \"Tente\"", "", 1)]),
        ("area-unknown", vec![kind(title, &named).replace("describe", "elsewhere")]),
        ("sensitivity-unknown", vec![kind(&format!("{title}\nsensitivity = \"secret\""), &named)]),
        ("type-unknown", vec![kind(title, &format!("{named}{}", property("height", "number", "")))]),
        ("twice", vec![kind(title, &format!("{named}{named}"))]),
        ("twice", vec![kind(title, &named), kind(title, &named)]),
        ("twice", vec![vocabulary(&format!("{}{}", term("wool", ""), term("wool", "")))]),
        (
            "vocabulary-unknown",
            vec![kind(title, &format!("{named}{}", property("cloth", "term", "vocabulary = \"none\"")))],
        ),
        (
            "kind-unknown",
            vec![kind(title, &format!("{named}{}", property("camp", "link", "to = [\"none\"]")))],
        ),
        ("property-unknown", vec![kind("title = [\"none\"]", &named)]),
        (
            "group-unknown",
            vec![kind(title, &format!("{named}{}", property("camp", "text", "group = \"none\"")))],
        ),
        ("type-changed", vec![kind(title, &format!("{named}{}", property("birth-date", "text", "")))]),
        ("parent-unknown", vec![vocabulary(&term("wool", "parent = \"none\""))]),
        ("parent-circle", vec![vocabulary(&term("wool", "parent = \"wool\""))]),
        (
            "parent-circle",
            vec![vocabulary(&format!(
                "{}{}{}",
                term("felt", "parent = \"wool\""),
                term("wool", "parent = \"yarn\""),
                term("yarn", "parent = \"wool\"")
            ))],
        ),
        ("twice", vec![kind(title, &format!("{GROUP}{GROUP}{named}"))]),
        (
            "term-unknown",
            vec![kind(
                title,
                &format!(
                    "{named}{}{}",
                    property("owner-sex", "term", "vocabulary = \"sex\""),
                    property(
                        "size",
                        "text",
                        "when = { property = \"owner-sex\", is = [\"female\", \"lady\"] }"
                    )
                ),
            )],
        ),
        (
            "key-misplaced",
            vec![kind(title, &format!("{named}{}", property("owner", "text", "to = [\"person\"]")))],
        ),
        (
            "key-misplaced",
            vec![kind(title, &format!("{named}{}", property("cloth", "text", "vocabulary = \"sex\"")))],
        ),
        ("sensitivity-lowered", vec![relabel("person", "sensitivity = \"public\"", "")]),
        (
            "sensitivity-lowered",
            vec![relabel("reply", "", &property("private-address", "text", "sensitivity = \"internal\""))],
        ),
    ];
    for (code, files) in &table {
        assert_eq!(codes(files), [*code], "{files:?}");
    }
    for code in CODES {
        assert!(table.iter().any(|(it, _)| *it == code), "no row for {code}");
    }
    assert_eq!(codes(&[kind(title, &named)]), [] as [&str; 0]);
}

#[test]
fn an_overlay_adds_and_relabels_and_takes_nothing_away() {
    let more: String = (0..10).map(|n| property(&format!("tent-{n}"), "text", "")).collect();
    let person = format!(
        "[kind]\nid = \"person\"\narea = \"describe\"\n{LABEL}{}",
        property("shoe-size", "quantity", "")
    );
    let sex =
        format!("[vocabulary]\nid = \"sex\"\n{LABEL}[[term]]\ncode = \"male\"\nalso = [\"rajul\"]\n{LABEL}");
    let files = [kind("title = [\"tent-0\"]", &more), person, sex];
    let files: Vec<_> = files.into_iter().enumerate().map(|(n, text)| (format!("{n}"), text)).collect();
    let schema = Schema::builtin().overlaid(&files).expect("no fault");
    assert_eq!(schema.kind("tent").map(|kind| kind.properties.len()), Some(10));
    let before = Schema::builtin().kind("person").expect("a kind");
    let after = schema.kind("person").expect("a kind");
    assert_eq!(after.label.en, "Tent");
    assert_eq!(after.title, before.title);
    assert_eq!(after.properties.len(), before.properties.len() + 1);
    let sex = schema.vocabulary("sex").expect("a vocabulary");
    assert_eq!(sex.find("RAJUL").map(|term| term.code.as_str()), Some("male"));
    assert_eq!(sex.find("أنثى").map(|term| term.code.as_str()), Some("female"));
    assert_eq!(sex.find("nobody"), None);
    assert_ne!(schema.canonical_text(), Schema::builtin().canonical_text());
    assert_eq!(Schema::builtin().canonical_text(), Schema::builtin().clone().canonical_text());
}

#[test]
fn what_an_overlay_does_not_say_stays_as_it_was() {
    let before = Schema::builtin();
    let kind = before.kind("reply").expect("a kind");
    let words = kind.properties.iter().map(|it| {
        let vocabulary =
            it.vocabulary.as_ref().map_or(String::new(), |id| format!("vocabulary = \"{id}\"\n"));
        property(&it.id, it.kind.code(), &vocabulary)
    });
    let schema = with(&[relabel("reply", "", &words.collect::<String>())]);
    let after = schema.kind("reply").expect("a kind");
    assert_eq!((&after.sensitivity, &after.title), (&kind.sensitivity, &kind.title));
    for (new, old) in after.properties.iter().zip(&kind.properties) {
        assert_eq!(new.label.en, "Tent");
        let rest = crate::Property { label: old.label.clone(), ..new.clone() };
        assert_eq!(rest, *old);
    }
    let private = after.property("private-address").and_then(|it| it.sensitivity.as_deref());
    assert_eq!(private, Some("sealed"), "a better name opens nothing");
}

#[test]
fn an_overlay_may_close_what_was_open() {
    let address = property("party-name", "text", "sensitivity = \"sealed\"");
    let schema = with(&[relabel("reply", "sensitivity = \"restricted\"", &address)]);
    let kind = schema.kind("reply").expect("a kind");
    assert_eq!(kind.sensitivity, "restricted");
    assert_eq!(kind.property("party-name").and_then(|it| it.sensitivity.as_deref()), Some("sealed"));
    let quiet = with(&[kind_of_tents()]);
    assert_eq!(quiet.kind("tent").map(|kind| kind.sensitivity.as_str()), Some("restricted"));
}

fn kind_of_tents() -> String {
    kind("title = [\"tent-name\"]", &property("tent-name", "text", ""))
}

#[test]
fn a_term_keeps_its_former_words_and_shared_words_are_nobodys() {
    let term = |code: &str, en: &str| {
        format!(
            "[[term]]\ncode = \"{code}\"\nlabel = {{ ar = \"س{code}\", en = \"{en}\", fr = \"F {code}\" }}\n"
        )
    };
    let sex = format!("[vocabulary]\nid = \"sex\"\n{LABEL}{}", term("female", "Woman or girl"));
    let cloth = format!("[vocabulary]\nid = \"cloth\"\n{LABEL}{}{}", term("1", "Other"), term("2", "Other"));
    let schema = with(&[sex, cloth]);
    let find = |vocabulary: &str, words: &str| {
        let vocabulary = schema.vocabulary(vocabulary).expect("a vocabulary");
        vocabulary.find(words).map(|term| term.code.clone())
    };
    for words in ["Woman or girl", "Female", "أنثى", "femme", "F"] {
        assert_eq!(find("sex", words).as_deref(), Some("female"), "{words}");
    }
    assert_eq!(find("cloth", "other"), None, "two terms say it");
    assert_eq!(find("cloth", "F 2").as_deref(), Some("2"));
}

#[test]
fn the_order_of_files_changes_nothing() {
    let mut files = crate::builtin::files();
    let forwards = Schema::default().overlaid(&files).expect("no fault");
    files.reverse();
    let backwards = Schema::default().overlaid(&files).expect("no fault");
    assert_eq!(forwards.canonical_text(), backwards.canonical_text());
}

/// The document of the format shows a whole file, and codes of faults; both are as they are here.
#[test]
fn the_document_shows_what_holds() {
    let path = format!("{}/../../docs/formats/schema.md", env!("CARGO_MANIFEST_DIR"));
    let document = std::fs::read_to_string(path).expect("the document");
    let (_, example) = document.split_once("takes it as it is:\n\n").expect("the example");
    let lines = example.lines().take_while(|line| line.is_empty() || line.starts_with("    "));
    let file: String = lines.map(|line| format!("{}\n", line.trim_start())).collect();
    let schema = with(&[file]);
    let kind = schema.kind("tent").expect("the kind of the example");
    assert_eq!(kind.properties.len(), 10);
    for code in CODES {
        assert!(document.contains(&format!("`{code}`")), "{code}");
    }
}
