use super::*;

/// A blob of these runs: row, first column, the column behind the last one.
fn blob(runs: &[(u32, u32, u32)]) -> Blob {
    let runs: Vec<Run> = runs.iter().map(|(y, start, end)| Run { y: *y, start: *start, end: *end }).collect();
    let rects =
        runs.iter().map(|run| Rect { left: run.start, top: run.y, right: run.end, bottom: run.y + 1 });
    Blob { rect: Rect::of(rects), area: runs.iter().map(|run| run.end - run.start).sum(), runs: runs.clone() }
}

#[test]
fn a_blob_is_cut_where_its_columns_are_low() {
    let columns = [5, 6, 5, 1, 5, 6, 5, 2, 6, 5];
    assert_eq!(cuts(&columns), [3, 7]);
    assert!(cuts(&[5, 5, 5]).is_empty());
    assert!(cuts(&[]).is_empty());
    let waves: Vec<u32> = (0..200).map(|n| 1 + n % 2).collect();
    assert_eq!(cuts(&waves).len(), CUTS, "and not too often");
}

#[test]
fn the_parts_of_a_blob_hold_all_its_ink() {
    let whole = blob(&[(10, 0, 20), (11, 5, 8), (11, 14, 20), (12, 14, 16)]);
    let parts: Vec<Blob> = [(0, 10), (10, 20)].iter().filter_map(|(l, r)| clipped(&whole, *l, *r)).collect();
    assert_eq!(parts.iter().map(|part| part.area).sum::<u32>(), whole.area);
    assert_eq!(parts[0].rect, Rect { left: 0, top: 10, right: 10, bottom: 12 });
    assert_eq!(parts[1].rect, Rect { left: 10, top: 10, right: 20, bottom: 13 });
    assert_eq!(clipped(&blob(&[(0, 0, 5)]), 5, 9), None, "where there is no ink there is no part");
    assert_eq!(columns(&whole).iter().sum::<u32>(), whole.area);
}
