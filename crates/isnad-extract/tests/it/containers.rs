//! What comes out of containers, sound and hostile.

use super::{config, make, reader};
use isnad_extract::{Budget, Limits, Member, Reader, memfd, problem_of};
use isnad_model::Problem;
use std::{io::Read, ops::ControlFlow};
use tar::EntryType::{self, Regular};

/// A member as a line: its label, and its content or why there is none.
type Line = (String, Result<Vec<u8>, &'static str>);

/// Takes the members out both ways, which must agree.
fn unpack_with(mut reader: Reader, bytes: &[u8]) -> (Vec<Line>, Vec<&'static str>) {
    let (from_memory, in_memory) =
        gather(|each| reader.unpack(bytes, &reader.budget(bytes.len() as u64), each));
    let file = memfd(&mut &bytes[..]).expect("memory");
    let gathered = gather(|each| reader.unpack_file(file, &reader.budget(bytes.len() as u64), each));
    assert_eq!(gathered, (from_memory, in_memory), "a file of its own is taken apart alike");
    gathered
}

/// What `unpack` gives to whoever takes each member whole.
fn gather(
    unpack: impl FnOnce(&mut dyn FnMut(Member<'_>) -> ControlFlow<()>) -> Vec<Problem>,
) -> (Vec<Line>, Vec<&'static str>) {
    let mut lines = Vec::new();
    let problems = unpack(&mut |mut member| {
        let mut content = Vec::new();
        let outcome = match member.read_to_end(&mut content) {
            Ok(_) => Ok(content),
            Err(e) => Err(problem_of(&e).expect("ours").code),
        };
        lines.push((member.label.to_owned(), outcome));
        ControlFlow::Continue(())
    });
    (lines, problems.iter().map(|p| p.code).collect())
}

fn unpack(bytes: &[u8]) -> (Vec<Line>, Vec<&'static str>) {
    unpack_with(reader(), bytes)
}

fn generous() -> Budget {
    Budget::new(1 << 20, Limits::default())
}

fn whole(name: &str, content: &[u8]) -> Line {
    (name.to_owned(), Ok(content.to_vec()))
}

/// Puts another name of the same length in every place of the one that a library wrote.
fn rename(mut zip: Vec<u8>, old: &[u8], new: &[u8]) -> Vec<u8> {
    while let Some(at) = zip.windows(old.len()).position(|w| w == old) {
        zip[at..at + old.len()].copy_from_slice(new);
    }
    zip
}

/// Names that must arrive as they are: they are labels, and never paths to write to.
fn odd_names() -> Vec<String> {
    vec![
        "../../etc/passwd".into(),
        "/etc/shadow".into(),
        "C:\\Windows\\system32".into(),
        "report\u{202E}fdp.exe".into(),
        "صور/شهادة.pdf".into(),
        "n".repeat(4_000),
    ]
}

#[test]
fn members_in_order_with_odd_names() {
    let names = odd_names();
    let bytes: Vec<Vec<u8>> = (0..names.len()).map(|i| vec![i as u8; i * 100_000]).collect();
    let expect: Vec<Line> = names.iter().zip(&bytes).map(|(n, b)| whole(n, b)).collect();

    let members: Vec<_> = names.iter().zip(&bytes).map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    assert_eq!(unpack(&make::zip(&members)), (expect.clone(), vec![]));

    let members: Vec<_> =
        names.iter().zip(&bytes).map(|(n, b)| (n.as_str(), Regular, b.as_slice())).collect();
    assert_eq!(unpack(&make::tar(&members)), (expect, vec![]));
}

#[test]
fn names_in_old_encodings() {
    let check = |raw: &[u8], expect: &str| {
        let placeholder = "x".repeat(raw.len());
        let bytes = rename(make::zip(&[(placeholder.as_str(), b"content")]), placeholder.as_bytes(), raw);
        assert_eq!(unpack(&bytes).0, [whole(expect, b"content")]);
    };
    check(&encoding_rs::WINDOWS_1256.encode("قائمة الأسماء.txt").0, "قائمة الأسماء.txt");
    check(b"r\x82union.txt", "réunion.txt");
}

#[test]
fn size_and_time_are_carried() {
    let bytes = make::tar(&[("a", Regular, b"12345")]);
    let mut seen = Vec::new();
    let problems = reader().unpack(&bytes, &generous(), &mut |member| {
        seen.push((member.name.to_vec(), member.size, member.modified.map(str::to_owned)));
        ControlFlow::Continue(())
    });
    assert_eq!(problems, []);
    assert_eq!(seen, [(b"a".to_vec(), Some(5), Some("2018-09-24T13:00:00Z".to_owned()))]);
}

#[test]
fn folders_are_not_members_but_a_file_that_is_named_like_one_is() {
    let zip = make::zip(&[("folder/", b""), ("folder/a", b"a")]);
    assert_eq!(unpack(&zip), (vec![whole("folder/a", b"a")], vec![]));
    let tar = make::tar(&[("d", EntryType::Directory, b""), ("d/a", Regular, b"a")]);
    assert_eq!(unpack(&tar), (vec![whole("d/a", b"a")], vec![]));
    let hiding = rename(make::zip(&[("secret!", b"hidden")]), b"secret!", b"secret/");
    assert_eq!(unpack(&hiding), (vec![whole("secret/", b"hidden")], vec![]));
}

#[test]
fn twins_are_both_kept() {
    let zip = rename(make::zip(&[("a1", b"first"), ("a2", b"second")]), b"a2", b"a1");
    assert_eq!(unpack(&zip), (vec![whole("a1", b"first"), whole("a1", b"second")], vec![]));
}

#[test]
fn what_is_no_file_is_refused_and_the_rest_goes_on() {
    let tar = make::tar(&[
        ("link", EntryType::Symlink, b""),
        ("hard", EntryType::Link, b""),
        ("disk", EntryType::Block, b""),
        ("pipe", EntryType::Fifo, b""),
        ("a", Regular, b"a"),
    ]);
    let refused = |name: &str| (name.to_owned(), Err("member-not-a-file"));
    let expect = vec![refused("link"), refused("hard"), refused("disk"), refused("pipe"), whole("a", b"a")];
    assert_eq!(unpack(&tar), (expect, vec![]));
}

#[test]
fn an_encrypted_member_is_refused_and_the_rest_goes_on() {
    let mut zip = make::zip(&[("closed", b"c"), ("open", b"o")]);
    // Bit 0 of the flags, in the member's own header and in the directory.
    zip[6] |= 1;
    let directory = zip.windows(4).position(|w| w == b"PK\x01\x02").expect("a directory");
    zip[directory + 8] |= 1;
    assert_eq!(unpack(&zip), (vec![("closed".into(), Err("member-encrypted")), whole("open", b"o")], vec![]));
}

#[test]
fn a_damaged_member_is_refused_and_the_rest_goes_on() {
    let text = b"these words are long enough to be worth packing, words and words and words";
    let mut zip = make::zip(&[("a", text), ("b", b"b")]);
    // Within the packed content of the first member.
    zip[40] ^= 0x55;
    let (lines, problems) = unpack(&zip);
    assert_eq!(lines, [("a".into(), Err("member-damaged")), whole("b", b"b")]);
    assert!(problems.is_empty());
}

#[test]
fn a_truncated_container_gives_what_it_still_has() {
    let zip = make::zip(&[("a", b"aaa"), ("b", b"bbb"), ("c", &[7; 10])]);
    let directory = zip.windows(4).position(|w| w == b"PK\x01\x02").expect("a directory");
    let (lines, problems) = unpack(&zip[..directory]);
    assert_eq!(lines, [whole("a", b"aaa"), whole("b", b"bbb"), whole("c", &[7; 10])]);
    assert_eq!(problems, ["container-damaged"]);

    let tar = make::tar(&[("a", Regular, b"aaa"), ("b", Regular, &[1; 5_000])]);
    let (lines, problems) = unpack(&tar[..4_000]);
    assert_eq!(lines, [whole("a", b"aaa"), ("b".into(), Err("member-damaged"))]);
    assert!(problems.len() <= 1, "{problems:?}");
}

#[test]
fn one_level_at_a_time() {
    let inner = make::zip(&[("note.txt", b"the end")]);
    let middle = make::zip(&[("inner.zip", &inner)]);
    let outer = make::zip(&[("middle.zip", &middle)]);
    assert_eq!(unpack(&outer), (vec![whole("middle.zip", &middle)], vec![]));
    assert_eq!(unpack(&middle), (vec![whole("inner.zip", &inner)], vec![]));
    assert_eq!(unpack(&inner), (vec![whole("note.txt", b"the end")], vec![]));
}

#[test]
fn a_bomb_is_stopped_and_said() {
    let bomb = make::zip(&[("first", b"sound"), ("zeros", &vec![0; 8 << 20]), ("last", b"never seen")]);
    let mut config = config("worker");
    config.limits.bytes_free = 1 << 20;
    config.limits.ratio_max = 100;
    let (lines, problems) = unpack_with(Reader::start(config).expect("a child"), &bomb);
    assert_eq!(lines, [whole("first", b"sound"), ("zeros".into(), Err("container-bomb"))]);
    assert_eq!(problems, ["container-bomb"]);
}

#[test]
fn too_many_members_are_stopped_and_said() {
    let mut config = config("worker");
    config.limits.members_max = 2;
    let zip = make::zip(&[("a", b"a"), ("b", b"b"), ("c", b"c")]);
    let (lines, problems) = unpack_with(Reader::start(config).expect("a child"), &zip);
    assert_eq!(lines.len(), 2);
    assert_eq!(problems, ["container-too-many-members"]);
}

#[test]
fn a_member_may_be_left_unread_and_the_rest_broken_off() {
    let zip = make::zip(&[("a", &vec![1; 1 << 20]), ("b", b"b"), ("c", b"c")]);
    let mut names = Vec::new();
    let mut reader = reader();
    let problems = reader.unpack(&zip, &generous(), &mut |member| {
        names.push(member.label.to_owned());
        if names.len() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((names, problems), (vec!["a".to_owned(), "b".to_owned()], vec![]));
    // What the child still had to say of it is no answer to the next question.
    assert_eq!(reader.read(b"and on it goes").reading.pages, ["and on it goes".into()]);
}

#[test]
fn a_text_is_no_container() {
    assert_eq!(unpack(b"only words"), (vec![], vec!["container-damaged"]));
}

#[test]
fn what_an_inner_container_unfolds_into_is_spent_from_the_outer_one() {
    let inner = make::zip(&[("zeros", &vec![0; 600 << 10])]);
    let limits = Limits { bytes_free: 1 << 20, ratio_max: 1, ..Limits::default() };
    let outer = Budget::new(10, limits);
    let mut codes = Vec::new();
    for _ in 0..2 {
        let mut reader = reader();
        let (_, problems) = gather(|each| reader.unpack(&inner, &outer.clone(), each));
        codes.push(problems);
    }
    assert_eq!(codes, [vec![], vec!["container-bomb"]], "each is sound for itself; together they are not");
}

#[test]
fn empty_members_are_not_free() {
    let names: Vec<String> = (0..3_000).map(|n| n.to_string()).collect();
    let zip = make::zip(&names.iter().map(|name| (name.as_str(), &b""[..])).collect::<Vec<_>>());
    let mut config = config("worker");
    config.limits = Limits { bytes_free: 1 << 20, ratio_max: 1, ..Limits::default() };
    let (lines, problems) = unpack_with(Reader::start(config).expect("a child"), &zip);
    assert_eq!((lines.len(), problems), (2_048, vec!["container-bomb"]));
}

#[test]
fn squeezed_files_and_7z_are_opened_without_rights() {
    let tar = make::tar(&[("a.txt", Regular, b"first"), ("b.txt", Regular, &[9; 70_000])]);
    let expect = vec![whole("a.txt", b"first"), whole("b.txt", &[9; 70_000])];
    assert_eq!(unpack(&make::gzip(&tar)), (expect.clone(), vec![]));
    assert_eq!(unpack(&make::xz(&tar)), (expect.clone(), vec![]));
    assert_eq!(
        unpack(&make::sevenz(&[("a.txt", b"first"), ("b.txt", &[9; 70_000])], None)),
        (expect, vec![])
    );
    // The name of its one member is the parent's to give.
    assert_eq!(unpack(&make::gzip(b"words")), (vec![whole("", b"words")], vec![]));
}

#[test]
fn what_is_known_and_not_opened_is_said_plainly() {
    for head in [&b"Rar!\x1A\x07\x01\0"[..], b"MSCF\0\0\0\0", b"!<arch>\n"] {
        assert_eq!(unpack(&[head, &[0; 100]].concat()), (vec![], vec!["container-not-read"]));
    }
}
