use crate::{Schema, fault::CODES};

const LABEL: &str = "label = { ar = \"خيمة\", en = \"Tent\", fr = \"Tente\" }\n";

fn kind(head: &str, rest: &str) -> String {
    format!("[kind]\nid = \"tent\"\narea = \"describe\"\n{LABEL}{head}\n{rest}")
}

fn property(id: &str, of: &str, rest: &str) -> String {
    format!("[[property]]\nid = \"{id}\"\ntype = \"{of}\"\n{LABEL}{rest}\n")
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
