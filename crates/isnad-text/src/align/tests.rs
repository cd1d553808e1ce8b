use proptest::prelude::*;

use super::*;

fn check(a: &str, b: &str, expect: &[&str]) {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
    let pairs = align(&a, &b).expect("short");
    let common: Vec<&str> = pairs.iter().map(|(n, _)| a[*n]).collect();
    assert_eq!(common, expect, "{a:?} {b:?}");
    assert!(pairs.iter().all(|(x, y)| a[*x] == b[*y]));
}

#[test]
fn words_of_both_are_found_in_their_order() {
    check("", "", &[]);
    check("قال الشاهد", "", &[]);
    check("قال الشاهد", "قال الشاهد", &["قال", "الشاهد"]);
    check("في الفرع ٢١٥ يوم", "في الفرع ٢١٦ يوم", &["في", "الفرع", "يوم"]);
    check("في الفرع 215", "في يوم الفرع 215 نفسه", &["في", "الفرع", "215"]);
    check("x a b", "a b y", &["a", "b"]);
}

/// The table of all lengths, as the books have it.
fn longest(a: &[u8], b: &[u8]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut before = 0;
        for (n, y) in b.iter().enumerate() {
            let here = row[n + 1];
            row[n + 1] = if x == y { before + 1 } else { here.max(row[n]) };
            before = here;
        }
    }
    row[b.len()]
}

proptest! {
    #[test]
    fn as_many_as_there_can_be(a in prop::collection::vec(0u8..6, 0..200), b in prop::collection::vec(0u8..6, 0..200)) {
        let pairs = align(&a, &b).expect("short");
        prop_assert_eq!(pairs.len(), longest(&a, &b));
        prop_assert!(pairs.iter().all(|(x, y)| a[*x] == b[*y]));
        prop_assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
    }
}

#[test]
fn what_is_too_long_says_so_unless_little_differs() {
    let many = vec![1u8; 100_000];
    let others = vec![2u8; 100_000];
    assert_eq!(align(&many, &others), Err(TooLong));
    let mut one_more = many.clone();
    one_more.insert(50_000, 7);
    assert_eq!(align(&many, &one_more).map(|pairs| pairs.len()), Ok(100_000));
}
