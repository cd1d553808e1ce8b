//! A record on a terminal: in the words of whoever reads, and never a claim that was taken back as if it stood.

use isnad_engine::NewRecord;
use isnad_i18n::{Lang, lookup};
use isnad_model::{
    Sensitivity,
    claim::{ClaimId, Meaning, Relation, Said, Source, Subject, Value},
};

use crate::support::{archive, open};

#[test]
fn what_was_taken_back_says_so_and_everything_has_words() {
    let env = archive();
    let (opened, grant) = open(&env.archive()).expect("an archive");
    let id = opened.new_record();
    let said = |property: &str, raw: &str, meaning: Meaning| {
        let value = Value { raw: raw.to_owned(), lang: None, meaning };
        Said::new(Subject::Record(id), property, value, Source::Own)
    };
    let begun = NewRecord { id, kind: "person".to_owned(), sensitivity: Sensitivity::Internal };
    let claims = vec![
        said("name", "سالم الحلواني", Meaning::Name(Vec::new())),
        said("sex", "", Meaning::Term("male".to_owned())),
        said("death-date", "2013", Meaning::Date(Some("2013".to_owned()))),
        said("work-status", "", Meaning::Term("in-work".to_owned())),
    ];
    let batch = opened.say(&grant, vec![begun], claims).expect("said");
    let mut taken = said("death-date", "2013", Meaning::Date(Some("2013".to_owned())));
    taken.relation = Some((Relation::Withdraws, ClaimId { batch, n: 2 }));
    opened.say(&grant, Vec::new(), vec![taken]).expect("said");
    drop((opened, grant));

    let text = env.run(&["--lang", "ar", "record", "show", &id.to_string()]).expect(0).stdout;
    let words = |key: &str| format!("[{}]", lookup(Lang::Ar, key, &[]).expect("words"));
    let of =
        |label: &str| text.lines().filter(|line| line.trim_start().starts_with(label)).collect::<Vec<_>>();
    let dates = of("تاريخ الوفاة:");
    assert_eq!(dates.len(), 2, "{text}");
    assert!(dates[0].ends_with(&words("answered-withdraws")), "{text}");
    assert!(dates[1].ends_with(&words("relation-withdraws")), "{text}");
    assert!(text.contains("شخص") && text.contains("ذكر"), "a kind and a term in Arabic: {text}");
    for id in ["person", "death-date", "work-status", "in-work", "male"] {
        assert!(!text.contains(id), "{id} in {text}");
    }
    let shown = env.run(&["record", "show", &id.to_string(), "--json"]).expect(0).last();
    let stands: Vec<_> = shown["claims"].as_array().expect("claims").iter().map(|it| &it["stands"]).collect();
    assert_eq!(stands, [true, true, false, true, false]);
}
