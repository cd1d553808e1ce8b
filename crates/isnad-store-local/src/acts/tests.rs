use super::*;

fn written(acts: &[&[u8]]) -> (tempfile::TempDir, PathBuf, Vec<Place>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("acts");
    let mut file = Acts::open(&path).expect("opens");
    let places = acts.iter().map(|act| file.append(act).expect("appends")).collect();
    (folder, path, places)
}

fn all(path: &Path) -> Vec<Met> {
    let mut frames = Frames::open(path, 0).expect("opens");
    std::iter::from_fn(|| frames.next_met().expect("reads")).collect()
}

#[test]
fn what_is_appended_is_read_back() {
    let long = vec![7; 3 << 20];
    let (_folder, path, places) = written(&[b"one", &long, b"", b"four"]);
    let expect: Vec<_> = places
        .iter()
        .zip([b"one".as_slice(), &long, b"", b"four"])
        .map(|(place, act)| Met::Act(*place, act.to_vec()))
        .collect();
    assert_eq!(all(&path), expect);
}

#[test]
fn a_changed_byte_costs_one_act_and_no_more() {
    let (_folder, path, places) = written(&[b"first", b"second", b"third"]);
    let whole = durable::read(&path).expect("reads");
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x40;
        std::fs::write(&path, &bytes).expect("writes");
        let hit = places.iter().position(|p| place < p.offset as usize + p.size).expect("in a frame");
        let met = all(&path);
        for (n, expect) in places.iter().enumerate() {
            let is_there = met.iter().any(|m| matches!(m, Met::Act(p, _) if p == expect));
            assert_eq!(is_there, n != hit, "byte {place}, act {n}");
        }
    }
}

#[test]
fn every_cut_is_torn_or_clean() {
    let (_folder, path, places) = written(&[b"first", b"second"]);
    let whole = durable::read(&path).expect("reads");
    for size in 0..whole.len() {
        std::fs::write(&path, &whole[..size]).expect("writes");
        let met = all(&path);
        let n_whole = places.iter().filter(|p| p.offset as usize + p.size <= size).count();
        assert_eq!(met.iter().filter(|m| matches!(m, Met::Act(..))).count(), n_whole, "cut at {size}");
        let is_clean = places.iter().any(|p| p.offset as usize == size) || size == 0;
        assert_eq!(met.iter().any(|m| matches!(m, Met::Torn(_))), !is_clean, "cut at {size}");
    }
}
