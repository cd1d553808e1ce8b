use super::*;

#[test]
fn a_claim_id_has_one_spelling() {
    let id = ClaimId { batch: BatchId([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), n: 12_000_345 };
    assert_eq!(id.to_string().parse(), Ok(id));
    let check = |text: String| assert_eq!(text.parse::<ClaimId>(), Err(NotAnId), "{text}");
    let batch = id.batch;
    check(batch.to_string());
    check(format!("{batch}."));
    check(format!("{batch}.-1"));
    check(format!("{batch}.+1"));
    check(format!("{batch}.01"));
    check(format!("{batch}.1.1"));
    check(format!("{batch}.18446744073709551616"));
    check("R-0000000000000000.1".to_owned());
}

#[test]
fn every_code_reads_back() {
    macro_rules! check {
        ($($name:ident),+) => {$(
            for it in $name::ALL {
                assert_eq!($name::from_code(it.code()), Some(*it));
            }
            assert_eq!($name::from_code(""), None);
        )+};
    }
    check!(Polarity, Wording, Origin, Relation);
}
