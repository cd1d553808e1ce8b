//! A password that becomes known after what it locks was taken in.

use isnad_testkit::{Env, Output, faults, faults::Fault, make};

use crate::support::{archive, counts, holds, number, paths, text};

const PASSWORD: &str = "زيتون-olive-58";

/// The id of the item with this path.
#[track_caller]
fn id_of(env: &Env, path: &str) -> String {
    let lines = env.run(&["search", "--json", ""]).expect(0).lines();
    let hit =
        lines[1..].iter().find(|hit| hit["path"] == path).unwrap_or_else(|| panic!("{path} in {lines:?}"));
    text(hit, "id").to_owned()
}

fn unlock_with(env: &Env, id: &str, password: &str) -> std::process::Command {
    let file = env.write("item-password", format!("{password}\n"));
    let mut command = env.command(&["item", "unlock", id, "--json"]);
    command.env("ISNAD_ITEM_PASSWORD_FILE", file);
    command
}

fn unlock(env: &Env, id: &str, password: &str) -> Output {
    Output::of(&mut unlock_with(env, id, password))
}

fn status(env: &Env) -> [u64; 4] {
    counts(&env.run(&["status", "--json"]).expect(0).last())
}

/// An archive that took in a locked zip: two members behind one password, one behind another, and one open.
fn with_locked_zip() -> (Env, String) {
    let env = archive();
    let inner = make::zip(&[("core.txt", "كتب أحمد إلى الوزارة".as_bytes())]);
    let zip = make::locked_zip(&[
        ("open.txt", b"open words", None),
        ("list.zip", &inner, Some(PASSWORD)),
        ("note.txt", b"locked words", Some(PASSWORD)),
        ("other.txt", b"other words", Some("another")),
    ]);
    env.write("in/locked.zip", zip);
    let output = env.run(&["intake", "in", "--json"]).expect(4);
    assert_eq!(counts(&output.last()), [5, 2, 0, 3], "{}", output.stdout);
    assert_eq!(output.stdout.matches("member-encrypted").count(), 3);
    let id = id_of(&env, "in/locked.zip");
    (env, id)
}

#[test]
fn what_was_locked_is_taken_in_and_counted_once() {
    let (env, id) = with_locked_zip();
    assert_eq!(env.run(&["item", "show", &id, "--json"]).expect(0).last()["locked"], true);
    let output = unlock(&env, &id, PASSWORD).expect(4);
    assert_eq!(output.last(), serde_json::json!({"taken_in": 3, "partly_locked": true}));
    // Received grew by the file in the inner zip alone, which nobody could know of before.
    assert_eq!(status(&env), [6, 5, 0, 1]);
    let output = unlock(&env, &id, "another").expect(0);
    assert_eq!(output.last(), serde_json::json!({"taken_in": 1, "partly_locked": false}));
    assert_eq!(status(&env), [6, 6, 0, 0]);
    let expect = [
        "in/locked.zip",
        "in/locked.zip!/list.zip",
        "in/locked.zip!/list.zip!/core.txt",
        "in/locked.zip!/note.txt",
        "in/locked.zip!/open.txt",
        "in/locked.zip!/other.txt",
    ];
    assert_eq!(paths(&env, &env.archive()), expect);
    assert_eq!(number(&env.run(&["search", "احمد", "--json"]).expect(0).first(), "total"), 1);
    let shown = env.run(&["item", "show", &id, "--json"]).expect(0).last();
    assert_eq!(shown["locked"], false);
    assert_eq!(shown["isnad"].to_string().matches("\"unlocked\"").count(), 2, "{shown}");
    assert_eq!(number(&env.run(&["status", "--json"]).expect(0).last(), "unfinished"), 0);
    env.run(&["verify"]).expect(0);
    assert_eq!(env.run(&["rebuild", "--json"]).expect(0).last()["same"], true);
}

#[test]
fn a_locked_pdf_opens_with_the_file_that_it_carries() {
    let env = archive();
    let page = make::page_with(b"BT /F 20 Tf 1 0 0 1 10 90 Tm (Damascus) Tj ET", Some(b"Aleppo, a list"));
    env.write("in/letter.pdf", make::locked_pdf("olive58", &page));
    assert_eq!(counts(&env.run(&["intake", "in", "--json"]).expect(0).last()), [1, 1, 0, 0]);
    let id = id_of(&env, "in/letter.pdf");
    unlock(&env, &id, "wrong").expect(6);
    assert_eq!(status(&env), [1, 1, 0, 0]);
    let output = unlock(&env, &id, "olive58").expect(0);
    assert_eq!(output.last(), serde_json::json!({"taken_in": 1, "partly_locked": false}));
    assert_eq!(paths(&env, &env.archive()), ["in/letter.pdf", "in/letter.pdf!/list.txt"]);
    for word in ["Damascus", "Aleppo"] {
        assert_eq!(number(&env.run(&["search", word, "--json"]).expect(0).first(), "total"), 1, "{word}");
    }
    assert_eq!(status(&env), [2, 2, 0, 0]);
    unlock(&env, &id, "olive58").expect(1);
    the_page_is_drawn_without_the_password(&env, &id);
    env.run(&["verify"]).expect(0);
    assert_eq!(env.run(&["rebuild", "--json"]).expect(0).last()["same"], true);
}

/// The copy without the lock is what is drawn; what is exported is the file as received.
fn the_page_is_drawn_without_the_password(env: &Env, id: &str) {
    let (archive, grant) = crate::support::open(&env.archive()).expect("opens");
    let item = id.parse().expect("an id");
    let drawn = archive.page_image(item, 1, 400).expect("no failure").expect("a page");
    let png = isnad_access::release(drawn, &grant).expect("for a keeper");
    let picture = image::load_from_memory(&png).expect("a picture").to_luma8();
    assert!(picture.pixels().any(|pixel| pixel.0[0] < 100), "there is ink on it");
    drop(archive);
    let exported = env.run(&["item", "export", id]).expect(0).bytes;
    assert!(exported.windows(8).any(|part| part == b"/Encrypt"), "the original is locked");
}

#[test]
fn a_wrong_password_records_nothing() {
    let (env, id) = with_locked_zip();
    let before = env.run(&["status", "--json"]).expect(0).last();
    let output = unlock(&env, &id, "wrong").expect(6);
    assert!(!output.stderr.contains("⟦") && output.stderr.lines().count() == 2, "{}", output.stderr);
    assert_eq!(env.run(&["status", "--json"]).expect(0).last(), before);
}

#[test]
fn where_nothing_is_locked_there_is_nothing_to_unlock() {
    let env = archive();
    env.write("in/open.zip", make::zip(&[("a.txt", b"words")]));
    env.write("in/note.txt", "words");
    env.run(&["intake", "in"]).expect(0);
    let before = env.run(&["status", "--json"]).expect(0).last();
    for path in ["in/open.zip", "in/note.txt"] {
        unlock(&env, &id_of(&env, path), PASSWORD).expect(1);
    }
    assert_eq!(env.run(&["status", "--json"]).expect(0).last(), before);
    env.run(&["item", "unlock", &id_of(&env, "in/open.zip")]).expect(6);
    unlock(&env, "I-0000000000000000", PASSWORD).expect(1);
}

#[test]
fn an_unlocking_that_was_killed_is_gone_on_with() {
    for n in (1..60).step_by(4) {
        let (env, id) = with_locked_zip();
        let mut command = unlock_with(&env, &id, PASSWORD);
        faults::inject(&mut command, &env.archive(), &env.path("report"), Fault::KILLS[n as usize % 3], n);
        let killed = Output::of(&mut command);
        holds(&env.archive(), &format!("a kill at {n}"));
        // Nothing that was locked is there without the entry that says who unlocked it.
        if status(&env)[1] > 2 {
            let shown = env.run(&["item", "show", &id, "--json"]).expect(0).last();
            assert!(shown["isnad"].to_string().contains("\"unlocked\""), "killed at {n}: {shown}");
        }
        // If all of it was in before, this password opens nothing more, and is told so.
        let again = unlock(&env, &id, PASSWORD);
        assert!(matches!(again.code, Some(4 | 6)), "killed at {n}: {again:?}");
        assert_eq!(status(&env), [6, 5, 0, 1], "killed at {n}");
        let mut kept = paths(&env, &env.archive());
        kept.dedup();
        assert_eq!(kept.len(), 5, "nothing twice: {kept:?}, killed at {n}");
        assert_eq!(env.run(&["rebuild", "--json"]).expect(0).last()["same"], true, "killed at {n}");
        if killed.signal.is_none() {
            return;
        }
    }
}

#[test]
fn the_password_is_left_nowhere() {
    let (env, id) = with_locked_zip();
    unlock(&env, &id, PASSWORD).expect(4);
    let left = isnad_testkit::folder::files(&env.archive());
    for (path, bytes) in &left {
        assert!(!isnad_testkit::folder::contains(bytes, PASSWORD.as_bytes()), "in {}", path.display());
    }
    // What is sealed cannot be searched from outside, so the bodies are asked one by one.
    let n = number(&env.run(&["status", "--json"]).expect(0).last(), "entries");
    let shown = env.run(&["item", "show", &id]).expect(0).stdout;
    assert!(shown.contains("password=given") && !shown.contains(PASSWORD), "{n} entries: {shown}");
}

#[test]
fn what_gives_nothing_with_its_password_stays_locked() {
    let env = archive();
    env.write("in/empty.pdf", make::locked_pdf("olive58", &[("<< /Type /Catalog >>", None)]));
    env.run(&["intake", "in"]).expect(0);
    let id = id_of(&env, "in/empty.pdf");
    assert_eq!(env.run(&["item", "show", &id, "--json"]).expect(0).last()["locked"], true);
    // Twice, since what counts as opened could never be opened again.
    for _ in 0..2 {
        let output = unlock(&env, &id, "olive58").expect(1);
        assert!(output.stderr.starts_with("The PDF is damaged."), "{output:?}");
    }
    let shown = env.run(&["item", "show", &id, "--json"]).expect(0).last();
    assert_eq!(shown["locked"], true);
    assert!(!shown["isnad"].to_string().contains("\"unlocked\""), "{shown}");
}
