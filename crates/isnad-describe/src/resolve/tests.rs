use isnad_model::{
    BatchId, ItemId, Millis, PrincipalId, RecordId,
    claim::{Claim, Grade, Said as Made, Subject, Value},
    view::Remark,
};

use super::*;

/// A claim number `n` in item `item` with a value of a meaning.
fn claim(n: u64, item: u8, raw: &str, meaning: Meaning) -> ClaimView {
    let source = Source::Item(ItemId([item; 10]), Box::default());
    let value = Value { raw: raw.to_owned(), lang: None, meaning };
    let said = Made::new(Subject::Record(RecordId([1; 10])), "p", value, source);
    let id = ClaimId { batch: BatchId([2; 10]), n };
    let claim = Claim { id, said, by: PrincipalId([3; 10]), at: Millis(0), entry: 1 };
    ClaimView {
        claim,
        by: String::new(),
        item: None,
        speaker: None,
        target: None,
        dataset: None,
        remarks: Vec::new(),
        answered: Vec::new(),
        replies: Vec::new(),
    }
}

fn date(n: u64, item: u8, edtf: &str) -> ClaimView {
    claim(n, item, edtf, Meaning::Date(Some(edtf.to_owned())))
}

fn marked(mut view: ClaimView, code: &str) -> ClaimView {
    let mut remark = claim(90, 9, code, Meaning::Term(code.to_owned())).claim;
    remark.said.property = "status".to_owned();
    view.remarks.push(Remark { claim: remark, by: String::new() });
    view
}

fn denied(mut view: ClaimView) -> ClaimView {
    view.claim.said.polarity = Polarity::Denies;
    view
}

fn answered(mut view: ClaimView, how: Relation) -> ClaimView {
    view.answered.push((how, ClaimId { batch: BatchId([8; 10]), n: 0 }));
    view
}

/// How claims meet, and the words of the one that stands in a list.
fn check(claims: &[ClaimView], many: bool, meeting: Meeting, resolved: Option<&str>) {
    let views: Vec<&ClaimView> = claims.iter().collect();
    let answer = answer("p", &views, many);
    let words = answer.resolved().map(|view| view.claim.said.value.raw.as_str());
    assert_eq!((answer.meeting, words), (meeting, resolved), "{claims:#?}");
    let shown: usize = answer.values.iter().map(|value| value.asserts.len() + value.denies.len()).sum();
    assert_eq!(shown + answer.gone.len(), claims.len(), "every claim is shown once");
}

#[test]
fn claims_meet_by_what_they_mean() {
    use Meeting::{Agree, Differ, Several, Single};
    let text = |n, item, raw: &str| claim(n, item, raw, Meaning::Text);
    check(&[], false, Single, None);
    check(&[text(0, 1, "حماة")], false, Single, Some("حماة"));
    check(&[text(0, 1, "حماة"), text(1, 2, "حمـاه")], false, Agree, Some("حماة"));
    check(&[text(0, 1, "حماة"), text(1, 2, "حمص")], false, Differ, Some("حماة"));
    check(&[text(0, 1, "حماة"), text(1, 2, "حمص")], true, Several, Some("حماة"));
    // A month and a day in it can both be so; two days of it cannot.
    check(&[date(0, 1, "2013-03"), date(1, 2, "2013-03-12")], false, Agree, Some("2013-03"));
    check(&[date(0, 1, "2013-03-11"), date(1, 2, "2013-03-12")], false, Differ, Some("2013-03-11"));
    let all = [date(0, 1, "2013"), date(1, 2, "2013-03"), date(2, 3, "2013-04")];
    check(&all, false, Differ, Some("2013"));
    let number = |n, min: &str, max: Option<&str>| {
        let quantity = Quantity { min: Some(min.to_owned()), max: max.map(str::to_owned), unit: None };
        claim(n, n as u8, min, Meaning::Quantity(Some(quantity)))
    };
    check(&[number(0, "30", None), number(1, "34", Some("34"))], false, Agree, Some("30"));
    check(&[number(0, "12", Some("12")), number(1, "34", Some("34"))], false, Differ, Some("12"));
    // What is denied stands beside what is said.
    check(&[text(0, 1, "حي"), denied(text(1, 2, "حي"))], false, Differ, Some("حي"));
    check(&[denied(text(0, 1, "حي"))], false, Single, None);
}

#[test]
fn one_stands_in_a_list_by_the_stated_rule() {
    use Meeting::{Differ, Single};
    let a = || date(0, 1, "2012-01-01");
    let b = || date(1, 2, "2013-01-01");
    check(&[a(), b()], false, Differ, Some("2012-01-01"));
    check(&[a(), marked(b(), "accepted")], false, Differ, Some("2013-01-01"));
    check(&[a(), b(), date(2, 3, "2013-01-01")], false, Differ, Some("2013-01-01"));
    // The same item saying it twice is one source.
    check(&[a(), b(), date(2, 2, "2013-01-01")], false, Differ, Some("2012-01-01"));
    let graded = |mut view: ClaimView, source, information| {
        view.claim.said.grade = Grade { source, information };
        view
    };
    check(&[a(), graded(b(), None, Some(2))], false, Differ, Some("2013-01-01"));
    check(&[graded(a(), None, Some(1)), graded(b(), None, Some(2))], false, Differ, Some("2012-01-01"));
    check(&[graded(a(), Some('C'), None), graded(b(), Some('A'), None)], false, Differ, Some("2013-01-01"));
    for how in [Relation::Withdraws, Relation::Corrects, Relation::Supersedes] {
        check(&[answered(a(), how), b()], false, Single, Some("2013-01-01"));
    }
    check(&[answered(a(), Relation::RepliesTo), b()], false, Differ, Some("2012-01-01"));
    // The claim that withdraws is no value of its own.
    let mut back = date(3, 1, "2012-01-01");
    back.claim.said.relation = Some((Relation::Withdraws, a().claim.id));
    check(&[answered(a(), Relation::Withdraws), b(), back], false, Single, Some("2013-01-01"));
    check(&[marked(a(), "withdrawn"), b()], false, Single, Some("2013-01-01"));
    // The newest word on a claim counts.
    check(&[marked(marked(a(), "withdrawn"), "accepted"), b()], false, Differ, Some("2012-01-01"));
}

#[test]
fn ten_thousand_claims_of_one_property_meet_in_the_order_of_their_words() {
    let claims: Vec<ClaimView> =
        (0..10_000).map(|n| claim(n, (n % 7) as u8, &format!("name {}", n % 5_000), Meaning::Text)).collect();
    let views: Vec<&ClaimView> = claims.iter().collect();
    let answer = answer("p", &views, true);
    assert_eq!(answer.values.len(), 5_000);
    assert!(answer.values.iter().all(|value| value.asserts.len() == 2));
}

#[test]
fn thousands_of_different_dates_are_each_their_own() {
    let day = |n: u64| format!("{}-{:02}-{:02}", 1900 + n / 300, n / 25 % 12 + 1, n % 25 + 1);
    let claims: Vec<ClaimView> = (0..3_000).map(|n| date(n, 1, &day(n))).collect();
    let views: Vec<&ClaimView> = claims.iter().collect();
    assert_eq!(answer("p", &views, true).values.len(), 3_000);
}

#[test]
fn whoever_takes_a_correction_back_has_what_was_there_before() {
    let id = |n| ClaimId { batch: BatchId([2; 10]), n };
    let lot = |n, relation, is_marked, answered: &[(Relation, u64)]| Lot {
        id: id(n),
        relation,
        is_marked,
        answered: answered.iter().map(|(how, by)| (*how, id(*by))).collect(),
    };
    let check = |lots: &[Lot], expect: &[u64]| {
        assert_eq!(standing(lots), expect.iter().map(|n| id(*n)).collect(), "{lots:?}");
    };
    use Relation::{Corrects, RepliesTo, Withdraws};
    let first = |how, by| lot(0, None, false, &[(how, by)]);
    check(&[first(Corrects, 1), lot(1, Some(Corrects), false, &[])], &[1]);
    check(&[first(Corrects, 1), lot(1, Some(Corrects), true, &[])], &[0]);
    check(&[first(Withdraws, 1), lot(1, Some(Withdraws), false, &[])], &[]);
    check(&[first(Withdraws, 1), lot(1, Some(Withdraws), true, &[])], &[0]);
    check(&[first(RepliesTo, 1), lot(1, Some(RepliesTo), false, &[])], &[0, 1]);
    // A correction of a correction.
    check(
        &[
            first(Corrects, 1),
            lot(1, Some(Corrects), false, &[(Corrects, 2)]),
            lot(2, Some(Corrects), false, &[]),
        ],
        &[2],
    );
    // What is not among them holds: nobody here can say otherwise.
    check(&[first(Corrects, 9)], &[]);
}
