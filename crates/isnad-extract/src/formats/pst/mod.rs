//! Mailboxes of Outlook, PST and OST ([MS-PST]; those with pages of 4 KiB as others found them out).
//!
//! A reader of our own: evidence must lose no letter. Letters are found in the tree of nodes and not through their
//! folders, so that one which no folder lists any more comes to light; every tree is followed with a memory of where
//! it led; damage costs what it covers.

mod block;
mod code;
mod file;
mod heap;
mod letter;
#[cfg(test)]
pub(crate) mod make;
mod names;
mod props;

use super::{Source, mapi::tags, ole::write};
use crate::{
    unpack::{Pieces, begin, finish, tell_some, time::of_windows},
    wire::{Head, Reply, Sink},
};
use file::{File, Node, Unopened};
use isnad_model::Problem;
use letter::Writing;
use names::{Names, Used};
use props::{Properties, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The media type of a mailbox of Outlook.
pub(crate) const PST: &str = "application/vnd.ms-outlook-pst";

/// The node of the mailbox itself, and of the folder above all.
const STORE: u32 = 0x21;
/// Kinds of nodes, by their lowest five bits (2.2.2.1).
const FOLDER: u32 = 0x02;
const LETTER: u32 = 0x04;
const ASSOCIATED: u32 = 0x08;
const CONTENTS: u32 = 0x0E;
/// Folders within folders.
const DEPTH_MAX: usize = 100;
/// Folders that are told by name.
const FOLDERS_TOLD: usize = 1000;
/// Where letters are put whose folder is gone.
const LOST: &str = "lost+found";

/// Tells what a mailbox says of itself, and how much is in it.
pub(in crate::formats) fn read(source: &mut dyn Source, sink: &mut Sink<'_>) {
    sink.tool("pst", "");
    let mut file = match File::open(source) {
        Ok(file) => file,
        Err(why) => return sink.problem(unopened(&why)),
    };
    let settings = format!("layout={} coding={}", file.layout.name(), file.code.name());
    sink.tool("pst", &settings);
    let store = file.node(STORE).and_then(|node| file.properties(node.data, node.sub));
    if let Some(name) = store.as_ref().and_then(|store| text(store, tags::DISPLAY_NAME)) {
        sink.metadatum("pst.DisplayName", &name);
    }
    let folders = Folders::of(&mut file);
    let letters = letters(&file);
    let count = |kind| file.nodes.iter().filter(|node| node.id & 0x1F == kind).count();
    sink.metadatum("pst.folders", &folders.paths.len().to_string());
    sink.metadatum("pst.letters", &letters.len().to_string());
    // Views, rules and forms of programs.
    sink.metadatum("pst.associated", &count(ASSOCIATED).to_string());
    for path in folders.paths.values().take(FOLDERS_TOLD) {
        sink.metadatum("pst.folder", path);
    }
    sink.send(Reply::HasMembers);
}

/// Streams every letter as a file of its own, under the path of its folder and the number of its node.
pub(crate) fn unpack(source: &mut dyn Source, sink: &mut Sink<'_>) {
    let mut file = match File::open(source) {
        Ok(file) => file,
        Err(why) => return sink.problem(unopened(&why)),
    };
    let folders = Folders::of(&mut file);
    let names = Names::of(&mut file);
    let mut letters: Vec<_> =
        letters(&file).into_iter().map(|node| (folders.path(node.parent), node)).collect();
    letters.sort_by_key(|(path, node)| (*path, node.id));
    let (mut problems, mut n_unlisted) = (Vec::new(), 0);
    let before = file.n_damaged;
    for (path, node) in letters {
        n_unlisted += u64::from(!folders.listed.contains(&node.id));
        problems.extend(member(&mut file, node, path, &names, sink));
    }
    let n_problems = problems.len() as u64;
    tell_some(problems, sink);
    if n_unlisted > 0 {
        sink.problem(Problem::new("mailbox-letters-unlisted").number("count", n_unlisted));
    }
    // What is damaged in a letter was said of the letter.
    if before > 0 || (file.n_damaged > 0 && n_problems == 0) {
        sink.problem(Problem::new("container-damaged"));
    }
}

fn unopened(why: &Unopened) -> Problem {
    Problem::new(match why {
        Unopened::Damaged => "container-damaged",
        Unopened::Encrypted => "container-encrypted",
    })
}

/// Every node that is a letter, a card, a date or whatever else a folder holds.
fn letters(file: &File<'_>) -> Vec<Node> {
    file.nodes.iter().filter(|node| node.id & 0x1F == LETTER).copied().collect()
}

/// Streams one letter. One that cannot be read is refused, and so is counted.
fn member(
    file: &mut File<'_>,
    node: Node,
    path: &str,
    names: &Names,
    sink: &mut Sink<'_>,
) -> Option<Problem> {
    let name = format!("{path}/{:08X}.msg", node.id);
    let before = file.n_damaged;
    let properties = file.properties(node.data, node.sub);
    let modified = properties.as_ref().and_then(|properties| {
        let moment = [tags::LAST_MODIFICATION_TIME, tags::DELIVERY_TIME];
        moment.iter().find_map(|tag| match properties.get(*tag) {
            Some(Value::Number(ticks)) => of_windows(*ticks),
            _ => None,
        })
    });
    let modified = modified.unwrap_or_default();
    let head = Head { name: name.as_bytes(), label: &name, size: None, modified: &modified };
    let mut is_damaged = false;
    let outcome = begin(&head, sink).and_then(|()| {
        let Some(properties) = properties else { return Err(Problem::new("member-damaged")) };
        let mut writing = Writing { file, used: Used::default(), is_damaged: false, left: letter::PARTS_MAX };
        let storage = writing.whole(&properties, names);
        let is_cut = writing.is_damaged;
        let mut pieces = Pieces::new(sink);
        let mut fetch = |data: u64, each: &mut dyn FnMut(&[u8])| {
            file.each_block(data, &mut |block| {
                each(&block);
                true
            });
        };
        let n_hidden = write::write(&storage, &mut fetch, &mut |piece| pieces.push(piece));
        is_damaged = is_cut || n_hidden > 0;
        pieces.end();
        Ok(())
    });
    let is_refused = outcome.is_err();
    finish(outcome, sink);
    is_damaged |= file.n_damaged > before;
    (is_damaged && !is_refused).then(|| {
        Problem::new("mail-part-damaged").text("part", name).number("count", (file.n_damaged - before).max(1))
    })
}

/// No program lets a folder have a longer name.
const NAME_CHARS_MAX: usize = 255;

/// The folders of a mailbox by their nodes, and the letters that they list.
struct Folders {
    paths: BTreeMap<u32, String>,
    listed: BTreeSet<u32>,
}

impl Folders {
    fn of(file: &mut File<'_>) -> Self {
        let nodes: Vec<Node> = file.nodes.iter().filter(|node| node.id & 0x1F == FOLDER).copied().collect();
        let mut names = BTreeMap::new();
        for node in &nodes {
            let name = file.properties(node.data, node.sub).and_then(|own| text(&own, tags::DISPLAY_NAME));
            let name = name.unwrap_or_default();
            // Paths repeat the names of all folders above: without a measure they would grow beyond the file.
            let short = name.char_indices().nth(NAME_CHARS_MAX).map_or(&*name, |(at, _)| &name[..at]);
            file.n_damaged += u64::from(short.len() < name.len());
            names.insert(node.id, (node.parent, short.to_owned()));
        }
        let listed =
            nodes.iter().filter_map(|node| file.node((node.id & !0x1F) | CONTENTS)).collect::<Vec<_>>();
        let listed = listed.into_iter().filter_map(|node| file.row_numbers(node.data)).flatten().collect();
        let paths = names.keys().map(|id| (*id, path_of(*id, &names))).collect();
        Self { paths, listed }
    }

    fn path(&self, folder: u32) -> &str {
        self.paths.get(&folder).map_or(LOST, String::as_str)
    }
}

/// The names from the folder above all down to this one.
fn path_of(id: u32, names: &BTreeMap<u32, (u32, String)>) -> String {
    let (mut parts, mut at) = (Vec::new(), id);
    while parts.len() < DEPTH_MAX {
        let Some((parent, name)) = names.get(&at) else {
            parts.push(LOST);
            break;
        };
        if !name.is_empty() {
            parts.push(name);
        }
        // The folder above all lies in itself.
        if *parent == at {
            break;
        }
        at = *parent;
    }
    parts.reverse();
    parts.join("/")
}

/// A text of a node itself; in old mailboxes the code page is that of the machine they were made on, which nobody
/// wrote down.
fn text(properties: &Properties, tag: u16) -> Option<String> {
    let property = properties.all.iter().find(|property| property.tag == tag)?;
    let Value::Bytes(bytes) = &property.value else { return None };
    let mut bag = super::mapi::Bag::default();
    bag.put_bytes(tag, property.kind, bytes.clone());
    bag.text(tag)
}

#[cfg(test)]
mod tests;
