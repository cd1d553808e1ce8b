use crate::support::{archive, number, text};

#[test]
fn begins_with_the_total_and_gives_a_line_a_hit() {
    let env = archive();
    env.write("in/report.txt", "the bridge at dawn");
    env.run(&["intake", "in"]).expect(0);
    let lines = env.run(&["search", "bridge", "--json"]).expect(0).lines();
    assert_eq!(lines[0], serde_json::json!({"total": 1}));
    let hit = &lines[1];
    assert!(text(hit, "id").starts_with("I-"));
    assert_eq!((text(hit, "kind"), text(hit, "name"), number(hit, "page")), ("text", "report.txt", 1));
    assert!(hit["score"].as_f64().unwrap() > 0.0);
}

#[test]
fn arabic_is_found_however_it_is_spelled() {
    let env = archive();
    env.write("in/رسالة.txt", "كتب أحمد إلى المدرسة");
    env.run(&["intake", "in"]).expect(0);
    for query in ["احمد", "أحمد", "أَحْمَد", "احـــمد", "مدرسه", "رساله"] {
        let first = env.run(&["search", query, "--json"]).expect(0).first();
        assert_eq!(first["total"], 1, "{query}");
    }
}

#[test]
fn all_words_or_any() {
    let env = archive();
    env.write("in/1.txt", "river stone");
    env.write("in/2.txt", "river sand");
    env.run(&["intake", "in"]).expect(0);
    let total = |args: &[&str]| number(&env.run(args).expect(0).first(), "total");
    assert_eq!(total(&["search", "stone sand", "--json"]), 0);
    assert_eq!(total(&["search", "stone sand", "--any", "--json"]), 2);
    let limited = env.run(&["search", "river", "--limit", "1", "--json"]).expect(0).lines();
    assert_eq!((number(&limited[0], "total"), limited.len()), (2, 2), "the total counts what is not shown");
}

#[test]
fn every_file_is_found_at_once_after_intake() {
    let env = archive();
    for n in 0..300 {
        env.write(format!("in/{n}.txt"), format!("file number word{n}word"));
    }
    env.run(&["intake", "in"]).expect(0);
    let lines = env.run(&["search", "number", "--json"]).expect(0).lines();
    assert_eq!((number(&lines[0], "total"), lines.len()), (300, 301), "no cap");
    for n in [0, 1, 150, 298, 299] {
        let word = format!("word{n}word");
        let lines = env.run(&["search", &word, "--json"]).expect(0).lines();
        assert_eq!(number(&lines[0], "total"), 1, "{word}");
        assert_eq!(text(&lines[1], "name"), format!("{n}.txt"));
    }
}

#[test]
fn a_program_gets_all_hits_and_a_person_the_first_of_them() {
    let env = archive();
    (0..25).for_each(|n| _ = env.write(format!("in/{n}.txt"), "olive"));
    env.run(&["intake", "in"]).expect(0);
    assert_eq!(env.run(&["search", "olive", "--json"]).expect(0).lines().len(), 26);
    let person = env.run(&["search", "olive"]).expect(0);
    assert_eq!(person.masked().matches("[ITEM]").count(), 20, "{}", person.masked());
    assert!(person.stderr.contains('5'), "how many more there are: {}", person.stderr);
}
