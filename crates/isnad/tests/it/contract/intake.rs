use isnad_testkit::make;

use crate::support::{archive, counts, number, paths};

#[test]
fn ends_with_the_four_counts() {
    let env = archive();
    env.write("in/one.txt", "one");
    env.write("in/two.txt", "two");
    env.write("in/deep/again.txt", "one");
    std::os::unix::fs::symlink("one.txt", env.path("in/link")).unwrap();
    let output = env.run(&["intake", "in", "--json"]).expect(4);
    assert_eq!(
        output.stdout,
        "{\"code\":\"is-link\",\"refused\":\"in/link\"}\n\
         {\"duplicates\":1,\"kept\":3,\"received\":4,\"refused\":1}\n"
    );
}

#[test]
fn the_same_bytes_twice_are_one_object_with_two_provenances() {
    let env = archive();
    env.write("first/a.txt", "the same bytes");
    env.write("second/b.txt", "the same bytes");
    env.run(&["intake", "first", "--from", "A clerk", "--json"]).expect(0);
    let second = env.run(&["intake", "second", "--from", "A neighbor", "--json"]).expect(0);
    assert_eq!(counts(&second.last()), [1, 1, 1, 0]);
    assert_eq!(number(&env.run(&["status", "--json"]).expect(0).last(), "objects"), 1);

    let hits = env.run(&["search", "same bytes", "--json"]).expect(0).lines();
    assert_eq!(hits[0]["total"], 2);
    let shown = |hit: &serde_json::Value| {
        env.run(&["item", "show", hit["id"].as_str().unwrap(), "--json"]).expect(0).last()
    };
    let (one, two) = (shown(&hits[1]), shown(&hits[2]));
    assert_eq!(one["sha256"], two["sha256"]);
    assert_ne!(one["accession"], two["accession"]);
    assert_eq!(one["same_bytes"], serde_json::json!([two["id"]]));
}

#[test]
fn members_of_containers_are_items_with_their_path() {
    let env = archive();
    env.write("in/papers.zip", make::zip(&[("letters/one.txt", b"a letter"), ("two.txt", b"another")]));
    env.write("in/more.tar", make::tar(&[("three.txt", b"a third")]));
    assert_eq!(counts(&env.run(&["intake", "in", "--json"]).expect(0).last()), [5, 5, 0, 0]);
    let expect = [
        "in/more.tar",
        "in/more.tar!/three.txt",
        "in/papers.zip",
        "in/papers.zip!/letters/one.txt",
        "in/papers.zip!/two.txt",
    ];
    assert_eq!(paths(&env, &env.archive()), expect);
}

#[test]
fn what_was_taken_in_before_is_taken_in_again_as_duplicates() {
    let env = archive();
    env.write("in/a.txt", "once");
    env.run(&["intake", "in"]).expect(0);
    // The first accession was closed, so the same folder is a second delivery, and it is recorded as one.
    assert_eq!(counts(&env.run(&["intake", "in", "--json"]).expect(0).last()), [1, 1, 1, 0]);
}

#[test]
fn the_status_adds_up_over_all_accessions() {
    let env = archive();
    env.write("a/1.txt", "1");
    env.write("b/1.txt", "1");
    env.write("b/2.txt", "2");
    env.run(&["intake", "a"]).expect(0);
    env.run(&["intake", "b", "nowhere"]).expect(4);
    let status = env.run(&["status", "--json"]).expect(0).last();
    assert_eq!(counts(&status), [4, 3, 1, 1]);
    assert_eq!((number(&status, "objects"), number(&status, "unfinished")), (2, 0));
}

#[test]
fn a_person_is_told_the_same_in_three_languages() {
    let env = archive();
    env.write("in/a.txt", "a");
    let said = ["ar", "en", "fr"].map(|lang| env.run(&["--lang", lang, "intake", "in"]).expect(0).stdout);
    assert!(said.iter().all(|words| !words.contains('⟦') && !words.is_empty()), "{said:?}");
    assert!(said[0] != said[1] && said[1] != said[2]);
    assert!(said[0].chars().any(|c| ('\u{621}'..='\u{64A}').contains(&c)), "{}", said[0]);
}
