use isnad_model::{
    BatchId, RecordId,
    claim::{ClaimId, Source, Subject, Value},
};

use super::*;

fn named(raw: &str, sensitivity: Sensitivity) -> Said {
    let subject = Subject::Record(RecordId([1; 10]));
    Said { sensitivity, ..Said::new(subject, "name", Value::text(raw), Source::Own) }
}

#[test]
fn the_most_open_and_newest_name_stands_in_lists() {
    use Sensitivity::{Internal, Restricted, Sealed};
    let check = |claims: &[Said], expect: Option<(&str, Sensitivity)>| {
        let expect = expect.map(|(name, label)| (name.to_owned(), label));
        assert_eq!(name(claims), expect, "{claims:?}");
    };
    check(&[], None);
    check(&[named("  ", Internal)], None);
    check(&[named(" سليم ", Internal)], Some(("سليم", Internal)));
    check(&[named("new", Internal), named("old", Internal)], Some(("new", Internal)));
    check(&[named("true name", Sealed), named("alias", Restricted)], Some(("alias", Restricted)));
    let denied = Said { polarity: Polarity::Denies, ..named("not he", Internal) };
    check(&[denied, named("he", Sealed)], Some(("he", Sealed)));
    let earlier = ClaimId { batch: BatchId([2; 10]), n: 0 };
    let back = Said { relation: Some((Relation::Withdraws, earlier)), ..named("gone", Internal) };
    check(&[back], None);
}
