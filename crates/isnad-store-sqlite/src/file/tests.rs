use proptest::prelude::*;
use tempfile::TempDir;

use super::*;

const SIZE_MAX: usize = 4 * PAGE_BYTES;

#[derive(Debug, Clone)]
enum Step {
    Write(usize, Vec<u8>),
    Read(usize, usize),
    Truncate(usize),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let write = (0..SIZE_MAX, 1..SIZE_MAX, any::<u8>())
        .prop_map(|(offset, length, byte)| Step::Write(offset, vec![byte; length]));
    prop_oneof![
        4 => write,
        3 => (0..SIZE_MAX, 0..SIZE_MAX).prop_map(|(offset, length)| Step::Read(offset, length)),
        1 => (0..5usize).prop_map(|n_pages| Step::Truncate(n_pages * PAGE_BYTES)),
        1 => Just(Step::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any reading and writing, at the pages' borders or across them, gives what a plain file would give.
    #[test]
    fn like_a_plain_file(steps in prop::collection::vec(step(), 1..20)) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("views");
        let open = || SealedFile::open(&path, &Secret([1; 32]), 1).unwrap();
        let mut sealed = open().0;
        sealed.settle().unwrap();
        let mut plain: Vec<u8> = Vec::new();
        for step in steps {
            match step {
                Step::Write(offset, bytes) => {
                    prop_assert_eq!(sealed.write(&bytes, offset as u64), Some(()));
                    let end = (offset + bytes.len()).next_multiple_of(PAGE_BYTES);
                    plain.resize(plain.len().max(end), 0);
                    plain[offset..offset + bytes.len()].copy_from_slice(&bytes);
                }
                Step::Read(offset, length) => {
                    let mut buffer = vec![0xAA; length];
                    let n_there = plain.len().saturating_sub(offset).min(length);
                    prop_assert_eq!(sealed.read(&mut buffer, offset as u64), Some(n_there));
                    let mut expected = plain.get(offset..offset + n_there).unwrap_or_default().to_vec();
                    expected.resize(length, 0);
                    prop_assert!(buffer == expected, "read {} at {}", length, offset);
                }
                Step::Truncate(size) => {
                    prop_assert_eq!(sealed.truncate(size as u64), Some(()));
                    plain.truncate(size);
                }
                Step::Reopen => {
                    sealed.settle().unwrap();
                    drop(sealed);
                    let (again, found) = open();
                    prop_assert_eq!(found, Found::Kept);
                    sealed = again;
                }
            }
            prop_assert_eq!(sealed.size_bytes(), plain.len() as u64);
        }
    }
}

#[test]
fn headers_that_are_not_trusted() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("views");
    let check = |bytes: &[u8], expected| {
        std::fs::write(&path, bytes).unwrap();
        let (_, found) = SealedFile::open(&path, &Secret([1; 32]), 1).unwrap();
        assert_eq!(found, expected, "{bytes:?}");
    };
    check(b"", Found::Absent);
    check(b"x", Found::Unreadable);
    check(b"isnad views  1\r\n", Found::Unreadable);
    check(&[b"isnad views  2\r\n".as_slice(), &[0; 100]].concat(), Found::Outdated);
    check(&[0; HEADER_BYTES], Found::Unreadable);
    check(&vec![7; HEADER_BYTES + STORED_BYTES], Found::Unreadable);
}

/// After a failed write nobody knows what is in the file, so nothing goes in or out any more.
#[cfg(target_os = "linux")]
#[test]
fn a_failed_write_halts() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("views");
    let open = || SealedFile::open(&path, &Secret([1; 32]), 1).unwrap();
    let check = |broken: File, is_expected: fn(&Error) -> bool| {
        let (mut sealed, _) = open();
        sealed.write(&[1; PAGE_BYTES], 0).unwrap();
        sealed.settle().unwrap();
        let whole = std::mem::replace(&mut sealed.file, broken);
        assert_eq!(sealed.write(&[2; PAGE_BYTES], 0), None);
        sealed.file = whole;
        assert!(sealed.failure().is_some_and(|error| is_expected(&error)));
        assert!(matches!(sealed.failure(), Some(Error::Damaged)));
        assert_eq!(sealed.read(&mut [0; PAGE_BYTES], 0), None);
        assert_eq!(sealed.write(&[3; PAGE_BYTES], 0), None);
        assert!(matches!(sealed.settle(), Err(Error::Damaged)));
        drop(sealed);
        // Not even the mark could be written, so the old content is all there is, and it is whole.
        let (mut sealed, found) = open();
        let mut page = [0; PAGE_BYTES];
        assert_eq!(
            (found, sealed.read(&mut page, 0), page),
            (Found::Kept, Some(PAGE_BYTES), [1; PAGE_BYTES])
        );
    };
    let full = OpenOptions::new().read(true).write(true).open("/dev/full").unwrap();
    check(full, |error| matches!(error, Error::Full));
    drop(open());
    check(File::open(&path).unwrap(), |error| matches!(error, Error::Io(_)));
}
