//! Kinds as files: checked, listed, described, and made from tables of terms.

use std::path::Path;

use crate::support::{env, is_clean_failure};

const LABEL: &str = "label = { ar = \"خيمة\", en = \"Tent\", fr = \"Tente\" }\n";

/// A kind with ten properties, as somebody who knows no Rust writes it.
fn tent() -> String {
    let types = ["name", "text", "date", "quantity", "place", "identifier", "flag", "point", "url", "term"];
    let mut file = format!("[kind]\nid = \"tent\"\narea = \"describe\"\ntitle = [\"tent-name\"]\n{LABEL}");
    for of in types {
        let vocabulary = if of == "term" { "vocabulary = \"sex\"\n" } else { "" };
        file += &format!("[[property]]\nid = \"tent-{of}\"\ntype = \"{of}\"\n{vocabulary}{LABEL}");
    }
    file
}

/// The number of files in a folder of the repository.
fn built_in(folder: &str) -> usize {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema").join(folder);
    std::fs::read_dir(path).expect("as made").count()
}

#[test]
fn a_kind_is_added_without_code() {
    let env = env();
    env.write("overlay/kinds/tent.toml", tent());
    let sound = env.run(&["schema", "check", "overlay"]).expect(0).stdout;
    let counts = [built_in("kinds") + 1, built_in("vocabularies")];
    assert_eq!(sound, format!("Sound. Kinds: {}; lists of words: {}.\n", counts[0], counts[1]));
}

#[test]
fn every_fault_of_a_folder_is_told_with_file_and_place() {
    let env = env();
    env.write("overlay/tent.toml", tent().replace("fr = \"Tente\"", "").replace("\"point\"", "\"spot\""));
    env.write(
        "overlay/reply.toml",
        format!(
            "[kind]\nid = \"reply\"\narea = \"describe\"\n{LABEL}[[property]]\nid = \"private-address\"\n\
         type = \"text\"\nsensitivity = \"public\"\n{LABEL}"
        ),
    );
    env.write("overlay/broken.toml", "[kind");
    env.write("overlay/not-read.txt", "[kind");
    for lang in ["en", "ar", "fr"] {
        let told = env.run(&["--lang", lang, "schema", "check", "overlay"]).expect(1).stdout;
        for said in ["broken.toml", "tent.toml", "tent.tent-text", "spot", "reply.private-address", "public"]
        {
            assert!(told.contains(said), "{lang}: {said} in {told}");
        }
        assert!(!told.contains('⟦') && !told.contains("not-read"), "{told}");
    }
    is_clean_failure(&env.run(&["schema", "check", "nowhere"]).expect(1), "a folder that is not there");
}

#[test]
fn kinds_are_listed() {
    let env = env();
    let kinds = env.run(&["schema", "list", "--json"]).expect(0).lines();
    assert_eq!(kinds.len(), built_in("kinds"));
    let person = kinds.iter().find(|kind| kind["id"] == "person").expect("persons");
    assert_eq!(person["label"]["ar"], "شخص");
    let words = env.run(&["--lang", "fr", "schema", "list"]).expect(0).stdout;
    assert!(words.contains("person  Personne\n"), "{words}");
}

/// Every link of the pages, as the path of a page and what it names.
fn links(folder: &Path) -> Vec<(std::path::PathBuf, String)> {
    let mut links = Vec::new();
    let folders = [folder.to_owned(), folder.join("kinds"), folder.join("vocabularies")];
    for path in folders
        .iter()
        .flat_map(|it| std::fs::read_dir(it).expect("as made"))
        .map(|it| it.expect("as made").path())
    {
        if path.is_file() {
            let text = std::fs::read_to_string(&path).expect("as made");
            assert!(!text.contains('⟦'), "{}: {text}", path.display());
            let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
            links.extend(targets.map(|target| (path.clone(), target.to_owned())));
        }
    }
    links
}

#[test]
fn kinds_are_described_in_three_languages() {
    let env = env();
    env.write("overlay/tent.toml", tent().replace("en = \"Tent\"", "en = \"Tent | <b>[x](y)</b>\""));
    for (lang, person) in [("ar", "# شخص · `person`"), ("en", "# Person · "), ("fr", "# Personne · ")] {
        env.run(&["--lang", lang, "schema", "doc", lang]).expect(0);
        let out = env.path(lang);
        let page = std::fs::read_to_string(out.join("kinds/person.md")).expect("as made");
        assert!(page.contains(person), "{page}");
        assert_eq!(page.starts_with("<div dir=\"rtl\">"), lang == "ar");
        assert!(page.contains("](../vocabularies/sex.md)"), "{page}");
        let links = links(&out);
        assert!(links.len() > built_in("kinds") + built_in("vocabularies"));
        for (page, target) in links {
            assert!(page.parent().expect("as made").join(&target).is_file(), "{}: {target}", page.display());
        }
    }
    env.run(&["schema", "doc", "--overlay", "overlay", "more"]).expect(0);
    let page = std::fs::read_to_string(env.path("more/kinds/tent.md")).expect("as made");
    assert!(page.starts_with("# Tent \\| \\<b\\>\\[x\\](y)\\</b\\> · `tent`"), "{page}");
    let again = env.run(&["schema", "doc", "more"]).expect(1);
    is_clean_failure(&again, "a folder that is not empty");
    env.write("overlay/broken.toml", "[kind");
    env.run(&["schema", "doc", "--overlay", "overlay", "never"]).expect(1);
    assert!(!env.path("never").exists());
}

#[test]
fn a_table_of_terms_becomes_a_list_that_can_be_adopted() {
    let env = env();
    let table = "French,vocab_number,huri_code,Arabic,English\r\n\
                 Coups,01000000000005,010000000000,ضرب,Blows\r\n\
                 ,01010000000005,010100000000,فلقة,\"On the soles, bare\"\r\n\
                 Froid,02000000000005,20000000000,,Cold\r\n\
                 Chaud,03010200000005,030102000000,حرّ,Heat\r\n";
    env.write("table.csv", table);
    let call = ["schema", "micro-thesaurus", "table.csv", "--id", "methods", "--out", "overlay"];
    let told =
        env.run(&[&call[..], &["--en", "Methods", "--ar", "طرق", "--fr", "Méthodes"]].concat()).expect(0);
    for said in [
        "The column “vocab_number” was not used.",
        "No French in rows 3.",
        "No Arabic in rows 4.",
        "The code is now 020000000000.",
        "Rows 5: the term one step above is not in the table.",
        "received 4 = kept 4 + refused 0.",
    ] {
        assert!(told.stdout.contains(said), "{said} in {}", told.stdout);
    }
    env.run(&["schema", "check", "overlay"]).expect(0);
    let file = std::fs::read_to_string(env.path("overlay/vocabularies/methods.toml")).expect("as made");
    assert!(file.contains("label = { ar = \"فلقة\", en = \"On the soles, bare\", fr = \"On the soles, bare [en]\" }\nparent = \"010000000000\""), "{file}");
    let again = env.run(&call).expect(1);
    is_clean_failure(&again, "a file that is there");
    assert_eq!(
        std::fs::read_to_string(env.path("overlay/vocabularies/methods.toml")).expect("as made"),
        file
    );
}

#[test]
fn rows_that_are_no_terms_are_told_and_counted() {
    let env = env();
    // Windows-1256, as spreadsheets in Arabic save it.
    let mut table = b"code;english;arabic;french\n01;Cold;".to_vec();
    table.extend([0xC8, 0xD1, 0xCF]);
    table.extend(b";Froid\n01;Heat;;\n;Nothing;;\n");
    env.write("table.csv", table);
    let call =
        ["schema", "micro-thesaurus", "table.csv", "--id", "methods", "--json", "--encoding", "windows-1256"];
    let report = &env.run(&[&call[..], &["--out", "overlay"]].concat()).expect(4).lines()[0];
    assert_eq!([&report["received"], &report["kept"], &report["refused"]], [3, 1, 2]);
    let told: Vec<_> =
        report["told"].as_array().expect("as made").iter().map(|it| (&it["code"], &it["row"])).collect();
    assert_eq!(told, [(&"code-twice".into(), &3.into()), (&"row-without-code".into(), &4.into())]);
    let file = std::fs::read_to_string(env.path("overlay/vocabularies/methods.toml")).expect("as made");
    assert!(file.contains("ar = \"برد\""), "{file}");
}

#[test]
fn what_is_no_table_of_terms_writes_nothing() {
    let env = env();
    env.write("none.csv", "name,english\na,b\n");
    env.write("twice.csv", "code,english,anglais\n01,a,b\n");
    env.write("empty.csv", "");
    env.write(
        "lines.json",
        "{\"code\":\"01\",\"english\":\"Cold\"}\n{\"code\":\"02\",\"english\":\"Heat\"}\n",
    );
    env.write("picture.csv", [&b"\x89PNG\r\n\x1a\n"[..], &[0; 64]].concat());
    for file in ["none.csv", "twice.csv", "empty.csv", "lines.json", "picture.csv", "nowhere.csv"] {
        let output =
            env.run(&["schema", "micro-thesaurus", file, "--id", "methods", "--out", "overlay"]).expect(1);
        is_clean_failure(&output, file);
        assert!(!env.path("overlay").exists(), "{file}");
    }
    env.write("good.csv", "code,english\n01,Cold\n");
    let call = ["schema", "micro-thesaurus", "good.csv", "--out", "overlay", "--id"];
    for id in ["../../out", "Two Words", ""] {
        env.run(&[&call[..], &[id]].concat()).expect(1);
        assert!(!env.path("overlay").exists(), "{id}");
    }
}
