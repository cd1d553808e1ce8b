//! Containers, letters and mailboxes within one another in any order: each thing is received once, and kept or refused.

use isnad_testkit::{chance, make};
use rand::Rng;

use crate::support::{archive, counts, number, paths};

/// Makes trees, and counts what they are.
#[derive(Default)]
struct Maker {
    words: usize,
    nodes: u64,
    locked: u64,
}

impl Maker {
    fn tree(&mut self, depth: usize, chance: &mut impl Rng) -> Vec<u8> {
        self.nodes += 1;
        let kind = if depth == 0 { 0 } else { chance.gen_range(0..6) };
        if kind == 0 {
            return self.text();
        }
        let n = if kind == 5 { 1 } else { chance.gen_range(0..4) };
        let files: Vec<(String, Vec<u8>)> =
            (0..n).map(|at| (format!("file-{at}"), self.tree(depth - 1, chance))).collect();
        let named: Vec<(&str, &[u8])> =
            files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
        match kind {
            1 => make::zip(&named),
            2 => self.letter(&named),
            3 => {
                self.nodes += 2;
                make::mailbox(&[self.letter(&named), self.letter(&[])])
            }
            4 => {
                // What is locked is refused, and nobody knows what is in it.
                self.nodes += 1;
                self.locked += 1;
                let mut members: Vec<_> = named.iter().map(|(name, bytes)| (*name, *bytes, None)).collect();
                members.push(("locked", b"nobody reads this", Some("a password")));
                make::locked_zip(&members)
            }
            // A tar that was made small is opened in one step.
            _ => make::gzip(&make::tar(&named)),
        }
    }

    fn word(&mut self) -> String {
        self.words += 1;
        format!("leaf{}x", self.words)
    }

    fn text(&mut self) -> Vec<u8> {
        format!("the words {} and no more\n", self.word()).into_bytes()
    }

    fn letter(&mut self, files: &[(&str, &[u8])]) -> Vec<u8> {
        let word = self.word();
        make::letter(&format!("subject{}", self.words), &word, files)
    }
}

#[test]
fn whatever_lies_in_whatever_is_received_once() {
    let env = archive();
    let mut maker = Maker::default();
    let mut chance = chance(71);
    for n in 0..12 {
        let tree = maker.tree(3, &mut chance);
        env.write(format!("in/{n:02}"), tree);
    }
    let output = env.run(&["intake", "in", "--json"]).expect(4);
    let [received, kept, _, refused] = counts(&output.last());
    assert_eq!((received, refused), (maker.nodes, maker.locked), "{}", output.stdout);
    assert_eq!(received, kept + refused);
    let mut paths = paths(&env, &env.archive());
    let n = paths.len() as u64;
    paths.dedup();
    assert_eq!((paths.len() as u64, n), (kept, kept), "each once: {paths:?}");
    for word in 1..=maker.words {
        let found = env.run(&["search", &format!("leaf{word}x"), "--json"]).expect(0);
        assert_eq!(number(&found.first(), "total"), 1, "leaf {word} of {}", maker.words);
    }
}
