//! What files say of themselves is found, whenever it became known, and an index made again finds the same.

use isnad_model::{ItemId, search::Query};
use isnad_testkit::Env;

use crate::support::{archive, open, text};

const AUTHOR: &str = "مازن الحلبي";

/// A page of the web whose head names somebody whom its words do not.
fn page() -> String {
    format!(
        "<!doctype html><html><head><meta charset=utf-8><title>بيان</title>\
         <meta name=author content='{AUTHOR}'></head><body><p>وصلت القافلة إلى الزبداني</body></html>"
    )
}

/// One pixel, and a remark.
fn picture(remark: &str) -> Vec<u8> {
    let head = *b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF\x21\xFE";
    let pixel = *b"\0\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3B";
    [&head[..], &[remark.len() as u8], remark.as_bytes(), &pixel].concat()
}

/// The total of a search, and the field that answered first.
fn found(env: &Env, query: &str) -> (u64, Option<String>) {
    let lines = env.run(&["search", "--json", query]).expect(0).lines();
    let field = lines
        .get(1)
        .and_then(|hit| hit["told"].as_array()?.first().map(|told| text(told, "field").to_owned()));
    (lines[0]["total"].as_u64().expect("a total"), field)
}

#[test]
fn somebody_who_is_only_named_in_the_head_is_found() {
    let env = archive();
    env.write("in/page.html", page());
    env.run(&["intake", "in"]).expect(0);
    assert_eq!(found(&env, AUTHOR), (1, Some("html.meta.author".to_owned())));
    assert_eq!(found(&env, "الزبداني"), (1, None));
    assert_eq!(found(&env, "الزبداني الحلبي"), (1, Some("html.meta.author".to_owned())));
    let said = env.run(&["search", AUTHOR]).expect(0).stdout;
    assert!(said.contains("html.meta.author"), "{said}");
    assert_eq!(env.run(&["rebuild", "--json"]).expect(0).last()["same"], true);
    assert_eq!(found(&env, AUTHOR), (1, Some("html.meta.author".to_owned())), "found again");
}

#[test]
fn a_page_that_is_typed_later_keeps_what_the_file_says() {
    let env = archive();
    env.write("in/page.html", page());
    env.write("in/picture.gif", picture("Maysoon Qasim"));
    env.run(&["intake", "in"]).expect(0);
    let (archive, keeper) = open(&env.archive()).expect("it opens");
    let items = |query: &str| -> Vec<ItemId> {
        let query = Query { text: query.to_owned(), ..Query::default() };
        let hits = archive.search(&keeper, &query).expect("hits").hits;
        hits.into_iter().map(|hit| hit.item).collect()
    };
    let (page, picture) = (items(AUTHOR), items("Maysoon"));
    assert_eq!((page.len(), picture.len()), (1, 1));
    for item in [page[0], picture[0]] {
        assert!(archive.transcribe(&keeper, item, 1, "كُتبت باليد").expect("typed"));
    }
    assert_eq!((items(AUTHOR), items("Maysoon")), (page, picture));
    assert_eq!(items("كتبت").len(), 2);
    let grown = archive.digests().expect("digests");
    assert_eq!(archive.rebuild().expect("rebuilt"), grown);
}
