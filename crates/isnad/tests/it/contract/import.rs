//! A table that was taken in becomes records: counts that add up, rows that are known when they come again, and words
//! that stay as they stand.

use isnad_testkit::{Env, make};
use serde_json::Value;

use crate::support::{archive, number, text};

const MAP: &str = "kind = \"person\"\ndataset = \"سجل العائلات\"\nkey = [\"رقم\"]\n\
    [[column]]\nname = \"الاسم\"\nproperty = \"name\"\n\
    [[column]]\nname = \"تاريخ الوفاة\"\nproperty = \"death-date\"\n\
    [[column]]\nname = \"الهوية\"\nproperty = \"national-id\"\n";

/// An archive with a table in it, the table's item, and its map.
fn with_table(rows: &str) -> (Env, String) {
    let env = archive();
    env.write("map.toml", MAP);
    let id = take_in(&env, "in/families.csv", rows);
    (env, id)
}

fn take_in(env: &Env, path: &str, rows: &str) -> String {
    env.write(path, format!("رقم,الاسم,تاريخ الوفاة,الهوية\n{rows}"));
    env.run(&["intake", path, "--sensitivity", "internal", "--json"]).expect(0);
    let lines = env.run(&["search", "--json", ""]).expect(0).lines();
    let is_it = |hit: &&Value| hit["path"].as_str().is_some_and(|it| path.ends_with(it));
    let hit = lines[1..].iter().find(is_it).unwrap_or_else(|| panic!("{path} in {lines:?}"));
    text(hit, "id").to_owned()
}

fn import(env: &Env, item: &str, more: &[&str], code: i32) -> Value {
    let arguments = [&["import", item, "--map", "map.toml", "--json"], more].concat();
    env.run(&arguments).expect(code).last()
}

fn counts(report: &Value) -> [u64; 4] {
    ["received", "kept", "known", "refused"].map(|name| number(report, name))
}

fn people(env: &Env) -> Vec<Value> {
    env.run(&["record", "list", "--kind", "person", "--json"]).expect(0).lines()[1..].to_vec()
}

#[test]
fn every_row_is_kept_known_or_refused() {
    let (env, item) = with_table("1,سليم حمدان,2013-05,11\n2,هالة الخطيب,٣٠/٢/٢٠١٢,\n3,ناقص\n\n4,عمر,,\n");
    let dry = import(&env, &item, &["--dry-run"], 4);
    assert_eq!((counts(&dry), &dry["batch"]), ([4, 3, 0, 1], &Value::Null));
    assert!(people(&env).is_empty(), "only looked at");
    let report = import(&env, &item, &[], 4);
    assert_eq!(counts(&report), [4, 3, 0, 1]);
    let told = |list: &str, code: &str| {
        let all = report[list].as_array().expect("a list");
        all.iter().find(|told| told["code"] == code).map(|told| told["examples"][0].clone())
    };
    assert_eq!(told("problems", "row-refused").expect("told")["row"], 4);
    let no_day = told("doubts", "date-no-such-day").expect("told");
    assert_eq!((&no_day["row"], &no_day["column"]), (&3.into(), &3.into()), "{no_day}");
    assert_eq!(people(&env).len(), 3);
    // The same table again says nothing new; a changed row says something of the same record.
    assert_eq!(counts(&import(&env, &item, &[], 4)), [4, 0, 3, 1]);
    let newer = take_in(&env, "in/newer.csv", "1,سليم حمدان,2014,11\n9,ريم,,\n");
    assert_eq!(counts(&import(&env, &newer, &[], 0)), [2, 2, 0, 0]);
    assert_eq!(people(&env).len(), 4);
    let hits = env.run(&["search", "--json", "--kind", "record", "حمدان"]).expect(0).lines();
    assert_eq!(number(&hits[0], "total"), 1, "one person, whatever the number of registers: {hits:?}");
    let shown = env.run(&["record", "show", text(&hits[1], "id"), "--json"]).expect(0).last();
    let dates: Vec<_> = shown["claims"]
        .as_array()
        .expect("claims")
        .iter()
        .filter(|it| it["property"] == "death-date")
        .collect();
    assert_eq!(
        dates.iter().map(|it| text(it, "value")).collect::<Vec<_>>(),
        ["2013-05", "2014"],
        "both stay"
    );
    assert_eq!(dates[0]["row"], 2, "each with its source");
    // Derived state follows from the ledger alone.
    assert_eq!(env.run(&["rebuild", "--json"]).expect(0).last()["same"], true);
    env.run(&["verify"]).expect(0);
}

#[test]
fn a_column_that_is_closed_stays_closed() {
    let (env, item) = with_table("1,سليم حمدان,2013-05,canary77\n");
    import(&env, &item, &[], 0);
    let id = text(&people(&env)[0], "id").to_owned();
    let shown = env.run(&["record", "show", &id, "--json"]).expect(0).last();
    let closed: Vec<_> =
        shown["claims"].as_array().expect("claims").iter().filter(|it| it["value"] == "canary77").collect();
    assert_eq!(closed.len(), 1);
    assert_eq!(closed[0]["sensitivity"], "sealed", "closer than the register, as the schema says of it");
}

#[test]
fn two_rows_of_one_key_are_both_known_when_they_come_again() {
    let (env, item) = with_table("1,سليم,2013,\n1,سليم,2014,\n");
    assert_eq!(counts(&import(&env, &item, &[], 0)), [2, 2, 0, 0]);
    assert_eq!(counts(&import(&env, &item, &[], 0)), [2, 0, 2, 0]);
    assert_eq!(people(&env).len(), 1);
}

/// A workbook with these sheets, as little as is one.
fn book(sheets: &[&str]) -> Vec<u8> {
    let each = |make: &dyn Fn(usize) -> String| (1..=sheets.len()).map(make).collect::<String>();
    let listed = each(&|n| format!("<sheet name=\"s{n}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"));
    let targets = each(&|n| {
        format!("<Relationship Id=\"rId{n}\" Type=\"x/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")
    });
    let mut members = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook><workbookPr/><sheets>{listed}</sheets></workbook>"),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships>{targets}</Relationships>")),
    ];
    for (sheet, n) in sheets.iter().zip(1..) {
        let xml = format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>");
        members.push((format!("xl/worksheets/sheet{n}.xml"), xml));
    }
    let members: Vec<(&str, &[u8])> =
        members.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    make::zip(&members)
}

/// A workbook with two sheets whose rows come out of order, the same number twice, and more cells than headings.
#[test]
fn a_workbook_that_repeats_its_rows_is_accounted_for() {
    let cell = |at: &str, word: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{word}</t></is></c>");
    let row = |n: u32, cells: String| format!("<row r=\"{n}\">{cells}</row>");
    let head =
        row(1, cell("A1", "رقم") + &cell("B1", "الاسم") + &cell("C1", "تاريخ الوفاة") + &cell("D1", "الهوية"));
    let wide = |n: u32| row(n, cell(&format!("A{n}"), "7") + &cell(&format!("E{n}"), "too far"));
    let sheet = head + &row(2, cell("A2", "1") + &cell("B2", "سليم")) + &wide(3) + &wide(4) + &wide(3);
    let other = row(1, cell("A1", "another"));
    let env = archive();
    env.write("map.toml", MAP);
    env.write("in/book.xlsx", book(&[&sheet, &other]));
    env.run(&["intake", "in", "--json"]).expect(0);
    let lines = env.run(&["search", "--json", ""]).expect(0).lines();
    let item = text(&lines[1], "id").to_owned();
    let report = import(&env, &item, &[], 4);
    assert_eq!(counts(&report), [4, 1, 0, 3], "{report}");
    let codes: Vec<_> =
        report["problems"].as_array().expect("a list").iter().map(|told| text(told, "code")).collect();
    for code in ["sheet-left", "rows-repeat", "row-refused"] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    // Whoever wrote the file must not be able to break what is made from the ledger.
    assert_eq!(env.run(&["rebuild", "--json"]).expect(0).last()["same"], true);
    assert_eq!(people(&env).len(), 1);
}

#[test]
fn a_map_that_will_not_do_is_told_and_nothing_is_written() {
    let (env, item) = with_table("1,سليم,2013,\n");
    env.write("map.toml", MAP.replace("رقم", "غائب"));
    let output = env.run(&["import", &item, "--map", "map.toml"]).expect(1);
    assert!(output.stderr.contains("غائب"), "{}", output.stderr);
    env.run(&["import", &item, "--map", "absent.toml"]).expect(1);
    let letter = env.run(&["import", &item, "--map", "map.toml", "--delimiter", "،"]).expect(1);
    assert!(letter.stderr.contains('،'), "{}", letter.stderr);
    env.run(&["import", "I-0000000000000000", "--map", "map.toml"]).expect(1);
    assert!(people(&env).is_empty());
    let proposed = env.run(&["import", &item, "--propose", "person"]).expect(0).stdout;
    assert!(proposed.contains("property = \"name\""), "{proposed}");
    env.run(&["import", &item, "--propose", "nobody"]).expect(1);
}

#[test]
fn an_overlay_adds_a_kind_and_no_code() {
    let env = archive();
    let label = "label = { ar = \"خيمة\", en = \"Tent\", fr = \"Tente\" }\n";
    let kind = format!(
        "[kind]\nid = \"tent\"\narea = \"describe\"\ntitle = [\"tent-number\"]\n{label}\
         [[property]]\nid = \"tent-number\"\ntype = \"text\"\n{label}[[property]]\nid = \"tent-camp\"\ntype = \"text\"\n{label}"
    );
    env.write("own/kinds/tent.toml", &kind);
    env.run(&["schema", "check", "own"]).expect(0);
    env.run(&["schema", "adopt", "own"]).expect(0);
    env.write("tents.csv", "Number,Camp\n7,شمالي\n8,جنوبي\n");
    env.run(&["intake", "tents.csv"]).expect(0);
    let item = text(&env.run(&["search", "--json", "شمالي"]).expect(0).lines()[1], "id").to_owned();
    env.write(
        "map.toml",
        "kind = \"tent\"\ndataset = \"tents\"\n[[column]]\nname = \"Number\"\nproperty = \"tent-number\"\n\
         [[column]]\nname = \"Camp\"\nproperty = \"tent-camp\"\n",
    );
    assert_eq!(counts(&import(&env, &item, &[], 0)), [2, 2, 0, 0]);
    let hits = env.run(&["search", "--json", "--kind", "record", "جنوبي"]).expect(0).lines();
    assert_eq!((number(&hits[0], "total"), text(&hits[1], "name")), (1, "8"));
    assert_eq!(env.run(&["rebuild", "--json"]).expect(0).last()["same"], true);
    env.write("own/kinds/tent.toml", kind.replace("\"text\"", "\"number\""));
    let faulty = env.run(&["schema", "check", "own"]).expect(1);
    assert!(faulty.stdout.contains("tent.tent-number"), "{}", faulty.stdout);
}
