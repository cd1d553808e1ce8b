use isnad_ledger::canonical;

use super::*;

const EARLIER: ClaimId = ClaimId { batch: BatchId([7; 10]), n: 70_000 };

fn meanings() -> Vec<Meaning> {
    vec![
        Meaning::Text,
        Meaning::Name(vec![("given".into(), "سليم".into())]),
        Meaning::Date(None),
        Meaning::Date(Some("2018-09-XX".into())),
        Meaning::Quantity(None),
        Meaning::Quantity(Some(Quantity { min: Some("34".into()), max: None, unit: Some("person".into()) })),
        Meaning::Place(None),
        Meaning::Place(Some(RecordId([3; 10]))),
        Meaning::Identifier(Some("branch-number".into())),
        Meaning::Record(RecordId([4; 10])),
        Meaning::Claim(EARLIER),
        Meaning::Item(ItemId([5; 10])),
        Meaning::Term("detained".into()),
        Meaning::Flag(false),
        Meaning::Point(33_513_800, -36_276_500),
        Meaning::Url,
    ]
}

#[test]
fn every_claim_comes_back_as_it_went() {
    let locator = Locator {
        page: Some(7),
        line: Some(2),
        reading: Some(12),
        words: Some((3, 9)),
        area: Some(Area { left: 1, top: 2, width: 3, height: 4 }),
        time_ms: Some((1_000, 2_000)),
        sheet: Some("ورقة".into()),
        row: Some(4),
        column: Some(5),
        quote: Some("كذا".into()),
    };
    let bare = Said::new(Subject::Record(RecordId([1; 10])), "name", Value::text("سليم"), Source::Own);
    let full = Said {
        subject: Subject::Claim(EARLIER),
        polarity: Polarity::Denies,
        source: Source::Item(ItemId([5; 10]), Box::new(locator)),
        speaker: Some(RecordId([6; 10])),
        wording: Wording::Quoted,
        said_on: Some("2018-09-15".into()),
        valid: Valid { first: Some("2012".into()), starting: true, ..Valid::default() },
        grade: Grade { source: Some('B'), information: Some(2) },
        sensitivity: Sensitivity::Public,
        relation: Some((Relation::Corrects, EARLIER)),
        origin: Origin::Ocr,
        note: Some("من السجل".into()),
        ..bare.clone()
    };
    let from_claim = Said { source: Source::Claim(EARLIER), ..bare.clone() };
    let each = meanings().into_iter().map(|meaning| {
        let value = Value { raw: "كما قيل".into(), lang: Some("ar".into()), meaning };
        Said { value, ..bare.clone() }
    });
    for said in [bare.clone(), full, from_claim].into_iter().chain(each) {
        let bytes = canonical::encode(&store(&said));
        let stored: StoredClaim = canonical::decode(&bytes).expect("our own spelling");
        assert_eq!(read(&stored), said);
    }
}

#[test]
fn a_code_that_nobody_knows_opens_nothing() {
    let said = Said::new(Subject::Record(RecordId([1; 10])), "name", Value::text("x"), Source::Own);
    let strange = StoredClaim { sensitivity: "new-word".into(), ..store(&said) };
    assert_eq!(read(&strange).sensitivity, Sensitivity::Sealed);
}
