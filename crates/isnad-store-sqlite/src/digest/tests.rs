use rusqlite::Connection;

use super::*;

fn of(sql: &str) -> Hash {
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch(sql).unwrap();
    digest(&connection).unwrap()
}

#[test]
fn the_order_of_writing_does_not_count() {
    for (table, rows) in [
        ("CREATE TABLE t (a, b);", ["(1, 'x')", "(2, 'y')", "(1, NULL)"]),
        ("CREATE TABLE t (a, b PRIMARY KEY);", ["(1, 'x')", "(2, 'y')", "(1, 'z')"]),
        ("CREATE TABLE t (a, b, PRIMARY KEY (b, a)) WITHOUT ROWID;", ["(1, 'x')", "(2, 'x')", "(1, 'z')"]),
    ] {
        let [one, two, three] = rows;
        let forward = of(&format!("{table} INSERT INTO t VALUES {one}, {two}, {three};"));
        let backward = of(&format!("{table} INSERT INTO t VALUES {three}, {two}, {one};"));
        let again = of(&format!(
            "{table} INSERT INTO t VALUES {two}; DELETE FROM t; INSERT INTO t VALUES {three}, {one}, {two}; VACUUM;"
        ));
        assert_eq!(forward, backward, "{table}");
        assert_eq!(forward, again, "{table}");
    }
}

#[test]
fn every_difference_counts() {
    let contents = [
        "",
        "CREATE TABLE t (a);",
        "CREATE TABLE u (a);",
        "CREATE TABLE t (b);",
        "CREATE TABLE t (a, b);",
        "CREATE TABLE t (a); CREATE TABLE u (a);",
        "CREATE TABLE t (a); INSERT INTO t VALUES (1);",
        "CREATE TABLE t (a); INSERT INTO t VALUES (1), (1);",
        "CREATE TABLE t (a); INSERT INTO t VALUES (2);",
        "CREATE TABLE t (a); INSERT INTO t VALUES (1.0);",
        "CREATE TABLE t (a); INSERT INTO t VALUES ('1');",
        "CREATE TABLE t (a); INSERT INTO t VALUES (x'31');",
        "CREATE TABLE t (a); INSERT INTO t VALUES (NULL);",
        "CREATE TABLE t (a); INSERT INTO t VALUES ('');",
        "CREATE TABLE t (a, b); INSERT INTO t VALUES ('ab', 'c');",
        "CREATE TABLE t (a, b); INSERT INTO t VALUES ('a', 'bc');",
        "CREATE TABLE t (a); CREATE TABLE u (a); INSERT INTO t VALUES (1);",
        "CREATE TABLE t (a); CREATE TABLE u (a); INSERT INTO u VALUES (1);",
    ];
    for (place, one) in contents.iter().enumerate() {
        for other in &contents[place + 1..] {
            assert_ne!(of(one), of(other), "{one} / {other}");
        }
        assert_eq!(of(one), of(one));
    }
}

#[test]
fn names_that_need_quotes() {
    let named =
        of(r#"CREATE TABLE "a ""b" ("c ""d" PRIMARY KEY, "select"); INSERT INTO "a ""b" VALUES (1, 2);"#);
    assert_ne!(named, of(""));
}
