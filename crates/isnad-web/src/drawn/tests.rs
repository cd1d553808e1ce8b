use super::*;

#[test]
fn what_nobody_asked_for_longest_makes_room() {
    let of = |page| Shows::Page { item: ItemId([1; 10]), page, width: 1400, turn: 0 };
    let mut shelf = Shelf::default();
    for page in 1..=3 {
        shelf.put(of(page), Bytes::from(vec![0; 40]), 120);
    }
    assert!(shelf.touch(of(1)).is_some());
    shelf.put(of(4), Bytes::from(vec![0; 40]), 120);
    let there: Vec<u32> = (1..=4).filter(|page| shelf.touch(of(*page)).is_some()).collect();
    assert_eq!((there, shelf.n_bytes), (vec![1, 3, 4], 120));
    shelf.put(of(5), Bytes::from(vec![0; 121]), 120);
    assert!(shelf.touch(of(5)).is_none(), "too large for the shelf");
}
