use std::io::{ErrorKind, Write};

use tantivy::HasLen;
use tantivy::directory::{INDEX_WRITER_LOCK, META_LOCK, TerminatingWrite};

use super::*;

fn directory(folder: &Path) -> EncryptedDirectory {
    EncryptedDirectory::open(folder, &Secret([3; 32])).unwrap()
}

fn bytes(n: usize) -> Vec<u8> {
    (0..n).map(|place| (place * 31 % 251) as u8).collect()
}

fn write(directory: &EncryptedDirectory, name: &str, plain: &[u8]) {
    let mut writer = directory.open_write(Path::new(name)).unwrap();
    for piece in plain.chunks(7_001) {
        writer.write_all(piece).unwrap();
    }
    writer.terminate().unwrap();
}

#[test]
fn reads_back_what_was_written_at_any_place() {
    let folder = tempfile::tempdir().unwrap();
    let directory = directory(folder.path());
    let sizes = [0, 1, BLOCK_BYTES - 1, BLOCK_BYTES, BLOCK_BYTES + 1, 3 * BLOCK_BYTES, 3 * BLOCK_BYTES + 5];
    for (number, size) in sizes.into_iter().enumerate() {
        let (name, plain) = (format!("file-{number}"), bytes(size));
        write(&directory, &name, &plain);
        let file = directory.open_read(Path::new(&name)).unwrap();
        assert_eq!(file.len(), size);
        assert_eq!(file.read_bytes().unwrap().as_slice(), plain);
        for start in [0, 1, size / 2, BLOCK_BYTES - 1, BLOCK_BYTES, size].into_iter().filter(|s| *s <= size) {
            for end in [start, start + 1, start + BLOCK_BYTES, size]
                .into_iter()
                .filter(|e| *e <= size && start <= *e)
            {
                let read = file.read_bytes_slice(start..end).unwrap();
                assert_eq!(read.as_slice(), &plain[start..end], "{start}..{end} of {size}");
            }
        }
        directory.atomic_write(Path::new("whole"), &plain).unwrap();
        assert_eq!(directory.atomic_read(Path::new("whole")).unwrap(), plain);
    }
}

#[test]
fn refuses_every_other_file_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let directory = directory(folder.path());
    let plain = bytes(2 * BLOCK_BYTES + 9);
    write(&directory, "a", &plain);
    let stored = fs::read(folder.path().join("a")).unwrap();
    let mut swapped = stored.clone();
    swapped[..2 * STORED_BYTES].rotate_left(STORED_BYTES);
    let (cut_at_block, cut_inside) =
        (stored[..2 * STORED_BYTES].to_vec(), stored[..stored.len() - 1].to_vec());
    let lengthened = [stored.clone(), vec![0; 50]].concat();
    for other in [swapped, cut_at_block, cut_inside, lengthened, Vec::new()] {
        fs::write(folder.path().join("b"), &stored).unwrap();
        let renamed = directory.atomic_read(Path::new("b"));
        assert!(renamed.is_err(), "a file under another name");
        fs::write(folder.path().join("a"), other).unwrap();
        let OpenReadError::IoError { io_error, .. } = directory.atomic_read(Path::new("a")).unwrap_err()
        else {
            panic!("another error");
        };
        assert_eq!(io_error.kind(), ErrorKind::InvalidData);
    }
}

#[test]
fn keeps_the_promises_of_a_directory() {
    let folder = tempfile::tempdir().unwrap();
    let directory = directory(folder.path());
    let (name, absent) = (Path::new("a"), Path::new("absent"));
    write(&directory, "a", b"text");
    assert!(matches!(directory.open_write(name), Err(OpenWriteError::FileAlreadyExists(_))));
    assert!(matches!(directory.open_read(absent), Err(OpenReadError::FileDoesNotExist(_))));
    assert!(matches!(directory.delete(absent), Err(DeleteError::FileDoesNotExist(_))));
    let open = directory.open_read(name).unwrap();
    directory.delete(name).unwrap();
    assert!(!directory.exists(name).unwrap());
    assert_eq!(open.read_bytes().unwrap().as_slice(), b"text", "an open file outlives its name");
    assert!(directory.atomic_write(Path::new("../out"), b"").is_err());
    directory.sync_directory().unwrap();
}

#[test]
fn one_holds_a_lock_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let directory = directory(folder.path());
    let held = directory.acquire_lock(&INDEX_WRITER_LOCK).unwrap();
    assert!(matches!(directory.clone().acquire_lock(&INDEX_WRITER_LOCK), Err(LockError::LockBusy)));
    drop(held);
    let held =
        [directory.acquire_lock(&INDEX_WRITER_LOCK).unwrap(), directory.acquire_lock(&META_LOCK).unwrap()];
    assert_eq!(held.len(), 2);
    let waiting = {
        let directory = directory.clone();
        std::thread::spawn(move || directory.acquire_lock(&META_LOCK).is_ok())
    };
    drop(held);
    assert!(waiting.join().unwrap());
}
