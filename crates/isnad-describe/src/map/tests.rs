use isnad_model::claim::Meaning;
use isnad_schema::Schema;

use super::*;

fn headings(all: &[&str]) -> Vec<String> {
    all.iter().map(|it| (*it).to_owned()).collect()
}

#[test]
fn columns_that_are_called_like_properties_are_proposed() {
    let kind = Schema::builtin().kind("person").expect("a kind");
    let map =
        Map::proposed(kind, &headings(&["الاسم", "Date of birth", "اسم الأم", "SEXE", "ملاحظات", "غير ذلك"]));
    let got: Vec<_> = map.columns.iter().map(|it| it.property.as_str()).collect();
    assert_eq!(got, ["name", "birth-date", "mother-name", "sex", "notes"]);
}

#[test]
fn a_map_is_a_file() {
    let kind = Schema::builtin().kind("person").expect("a kind");
    let mut map = Map::proposed(kind, &headings(&["الاسم", "تاريخ الميلاد"]));
    map.dataset = "سجل العائلات".to_owned();
    map.key = vec!["الاسم".to_owned()];
    assert_eq!(Map::parse(&map.to_text()), Ok(map.clone()));
    assert_eq!(map.flaws(Schema::builtin(), &headings(&["الاسم", "تاريخ الميلاد"])), []);
    assert!(Map::parse("kind = 3").is_err());
    assert!(Map::parse("kind = \"person\"\ndataset = \"x\"\nunknown = 1\n").is_err());
}

#[test]
fn what_is_wrong_with_a_map_is_told() {
    let check = |text: &str, expect: &[&str]| {
        let map = Map::parse(text).expect("a map");
        let flaws = map.flaws(Schema::builtin(), &headings(&["a", "b", "b"]));
        assert_eq!(flaws.iter().map(|flaw| flaw.code).collect::<Vec<_>>(), expect, "{text}");
    };
    let column =
        |name: &str, property: &str| format!("[[column]]\nname = \"{name}\"\nproperty = \"{property}\"\n");
    check(&format!("kind = \"person\"\ndataset = \"x\"\n{}", column("a", "name")), &[]);
    check("kind = \"nobody\"\ndataset = \"x\"\n", &["kind-unknown"]);
    check("kind = \"person\"\ndataset = \" \"\n", &["dataset-empty", "columns-none"]);
    check(&format!("kind = \"person\"\ndataset = \"x\"\n{}", column("c", "name")), &["column-absent"]);
    check(&format!("kind = \"person\"\ndataset = \"x\"\n{}", column("b", "name")), &["column-twice"]);
    check(&format!("kind = \"person\"\ndataset = \"x\"\n{}", column("a", "wings")), &["property-unknown"]);
    check(
        &format!("kind = \"person\"\ndataset = \"x\"\nkey = [\"z\"]\n{}", column("a", "name")),
        &["column-absent"],
    );
}

#[test]
fn a_row_says_what_its_cells_say() {
    let schema = Schema::builtin();
    let text = "kind = \"person\"\ndataset = \"x\"\nlang = \"ar\"\n[[column]]\nname = \"الاسم\"\nproperty = \"name\"\n\
                [[column]]\nname = \"الوفاة\"\nproperty = \"death-date\"\n";
    let all = headings(&["رقم", "الاسم", "الوفاة"]);
    let map = Map::parse(text).expect("a map");
    let bound = map.bind(schema, &all);
    assert_eq!(bound.titles, [1]);
    let cells = headings(&["7", " سليم ", "٣٠/٢/٢٠١٢"]);
    let said: Vec<_> = bound
        .says(&cells)
        .map(|(at, property, value, doubts)| (at, &*property.id, value, doubts.len()))
        .collect();
    assert_eq!(said.len(), 2);
    assert_eq!((said[0].0, said[0].1, said[0].2.raw.as_str(), said[0].3), (1, "name", "سليم", 0));
    assert_eq!((said[1].0, &said[1].2.meaning, said[1].3), (2, &Meaning::Date(None), 1));
    assert_eq!(bound.says(&headings(&["7", "", ""])).count(), 0);
}
