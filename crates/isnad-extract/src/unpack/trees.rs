//! Containers in letters in mailboxes in containers, in any order: whatever lies in them comes out once.

use super::{
    testing::{gather, squeeze, tar},
    unpack,
};
use crate::{
    formats::{
        self,
        mapi::{
            kind,
            make::{Props, letter_with},
            tags,
        },
        pst::make as mailbox,
    },
    identify::{BZIP2, GZIP, XZ, ZSTD},
    wire::{Reply, Sink},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use proptest::prelude::*;
use std::io::{Cursor, Write};

/// The shape of a tree: what holds what.
#[derive(Debug, Clone)]
enum Tree {
    Text,
    Zip(Vec<Tree>),
    Tar(Vec<Tree>),
    Squeezed(&'static str, Box<Tree>),
    Mail(Vec<Tree>),
    Mbox(Vec<Vec<Tree>>),
    Msg(Vec<Tree>),
    Tnef(Vec<Tree>),
    Pst(Vec<Vec<Tree>>),
}

fn trees() -> impl Strategy<Value = Tree> {
    Just(Tree::Text).prop_recursive(5, 40, 4, |inner| {
        let few = || proptest::collection::vec(inner.clone(), 0..4);
        let letters = || proptest::collection::vec(few(), 1..3);
        prop_oneof![
            few().prop_map(Tree::Zip),
            // A tar of nothing is two blocks of zeros, which nobody can know for one.
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Tree::Tar),
            (prop_oneof![Just(GZIP), Just(BZIP2), Just(XZ), Just(ZSTD)], inner.clone())
                .prop_map(|(how, tree)| Tree::Squeezed(how, Box::new(tree))),
            few().prop_map(Tree::Mail),
            letters().prop_map(Tree::Mbox),
            few().prop_map(Tree::Msg),
            few().prop_map(Tree::Tnef),
            letters().prop_map(Tree::Pst),
        ]
    })
}

/// Makes files of trees, and gives every text and every letter a word of its own.
#[derive(Default)]
struct Maker {
    words: usize,
}

impl Maker {
    fn word(&mut self) -> String {
        self.words += 1;
        format!("leaf{}x", self.words)
    }

    fn all(&mut self, trees: &[Tree]) -> Vec<(String, Vec<u8>)> {
        trees.iter().enumerate().map(|(n, tree)| (format!("file-{n}"), self.bytes(tree))).collect()
    }

    fn bytes(&mut self, tree: &Tree) -> Vec<u8> {
        match tree {
            Tree::Text => format!("the words {} and no more\n", self.word()).into_bytes(),
            Tree::Zip(inner) => zip(&self.all(inner)),
            Tree::Tar(inner) => {
                let files = self.all(inner);
                tar(&files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect::<Vec<_>>())
            }
            Tree::Squeezed(how, inner) => squeeze(how, &self.bytes(inner)),
            Tree::Mail(inner) => self.mail(inner),
            Tree::Mbox(letters) => {
                let letters = letters.iter().map(|inner| {
                    [b"From a@b Mon Oct  1 10:00:00 2018\n".to_vec(), self.mail(inner), b"\n".to_vec()]
                        .concat()
                });
                letters.collect::<Vec<_>>().concat()
            }
            Tree::Msg(inner) => {
                let own = Props::default().text(tags::BODY, &self.word());
                let files = self.all(inner);
                let files: Vec<_> = files.iter().map(|(name, bytes)| attached(name, bytes)).collect();
                letter_with(&own, &files)
            }
            Tree::Tnef(inner) => {
                let files = self.all(inner);
                tnef(&self.word(), &files)
            }
            Tree::Pst(letters) => self.pst(letters),
        }
    }

    fn mail(&mut self, inner: &[Tree]) -> Vec<u8> {
        let head = "Message-ID: <1@example.org>\nFrom: a@b\nTo: c@d\nMIME-Version: 1.0\n";
        let word = self.word();
        let mut mail =
            format!("{head}Content-Type: multipart/mixed; boundary=b{word}\n\n--b{word}\n\n{word}\n");
        for (name, bytes) in self.all(inner) {
            let packed = STANDARD.encode(bytes);
            mail.push_str(&format!(
                "--b{word}\nContent-Type: application/octet-stream; name={name}\nContent-Transfer-Encoding: base64\n\n{packed}\n"
            ));
        }
        mail.push_str(&format!("--b{word}--\n"));
        mail.into_bytes()
    }

    fn pst(&mut self, letters: &[Vec<Tree>]) -> Vec<u8> {
        let mut maker = mailbox::unicode();
        let mut listed = Vec::new();
        for (place, inner) in (0x1_0000..).zip(letters) {
            let props = Props::default().text(tags::BODY, &self.word());
            let files = self.all(inner);
            let attached = files
                .iter()
                .map(|(name, bytes)| mailbox::Attached { props: attached(name, bytes), letter: None });
            let letter = mailbox::Letter { props, recipients: Vec::new(), attached: attached.collect() };
            listed.push(maker.letter(place, 0x122, &letter));
        }
        maker.folder(0x122 >> 5, 0, "top", &listed);
        maker.finish()
    }
}

fn attached(name: &str, bytes: &[u8]) -> Props {
    let props = Props::default().long(tags::ATTACH_METHOD, 1).text(tags::ATTACH_LONG_FILENAME, name);
    props.bytes(tags::ATTACH_DATA, kind::BINARY, bytes)
}

fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a member");
        zip.write_all(bytes).expect("content");
    }
    zip.finish().expect("a zip").into_inner()
}

fn tnef(words: &str, files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut out = 0x223E_9F78u32.to_le_bytes().to_vec();
    out.extend([1, 0]);
    let mut put = |level: u8, number: u32, data: &[u8]| {
        let sum = data.iter().fold(0u16, |sum, byte| sum.wrapping_add((*byte).into()));
        out.push(level);
        out.extend([number.to_le_bytes(), (data.len() as u32).to_le_bytes()].concat());
        out.extend(data);
        out.extend(sum.to_le_bytes());
    };
    put(1, 0x0002_800C, words.as_bytes());
    for (name, bytes) in files {
        put(2, 0x0006_9002, &[0; 14]);
        put(2, 0x0001_8010, name.as_bytes());
        put(2, 0x0006_800F, bytes);
    }
    out
}

/// Every word of a leaf that is told, and the codes of what is wrong, from a file and all that is in it.
fn found(bytes: &[u8], words: &mut Vec<usize>, codes: &mut Vec<&'static str>) {
    let (mut text, mut has_members) = (String::new(), false);
    let mut send = |reply: Reply<'_>| match reply {
        Reply::Text(piece) => text.push_str(piece),
        Reply::HasMembers => has_members = true,
        Reply::Problem(problem) => codes.push(problem.code),
        _ => {}
    };
    formats::read(&mut Cursor::new(bytes), None, &mut Sink::new(&mut send));
    let leaves = text.split("leaf").skip(1).filter_map(|rest| rest.split_once('x')?.0.parse::<usize>().ok());
    words.extend(leaves);
    if !has_members {
        return;
    }
    let (members, more) = gather(|sink| unpack(&mut Cursor::new(bytes), None, sink));
    codes.extend(more);
    for member in members {
        match member.content {
            Ok(content) => found(&content, words, codes),
            Err(code) => codes.push(code),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_leaf_comes_out_once(tree in trees()) {
        let mut maker = Maker::default();
        let bytes = maker.bytes(&tree);
        let (mut words, mut codes) = (Vec::new(), Vec::new());
        found(&bytes, &mut words, &mut codes);
        words.sort_unstable();
        prop_assert_eq!(words, (1..=maker.words).collect::<Vec<_>>());
        prop_assert_eq!(codes, Vec::<&str>::new());
    }
}
