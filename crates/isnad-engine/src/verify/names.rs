//! The items that live in objects with a finding, by the names that people know them by.
//!
//! The acts are read a second time for it, and only where there is something to name: a verification in which
//! nothing is found keeps no names in memory.

use std::collections::{HashMap, HashSet};

use isnad_access::Sealed;
use isnad_crypto::hash::Hash;
use isnad_ledger::{
    act::Act,
    body::{Body, Object},
};
use isnad_model::{ItemId, Sensitivity, view::ItemName};
use isnad_store_local::{
    Layout,
    acts::{Frames, Met},
    keyring::Keyring,
    vault::Vault,
};

use crate::{query::rows, views::name_of, writer::read_payload};

/// The items of each object, in the order in which they came.
pub type Names = HashMap<Hash, Vec<Sealed<ItemName>>>;

/// Finds the items that live in the objects with these addresses. What cannot be read is left out: the walk over
/// the acts has named it already.
pub fn find(layout: &Layout, keyring: &Keyring, wanted: &HashSet<Hash>) -> Names {
    let mut names = Names::new();
    // A text lies in an object of its own, as does a copy without a lock, and its entry gives the item by its id alone.
    let mut texts: HashMap<[u8; 10], Vec<Hash>> = HashMap::new();
    let mut text_in = |item, object: Option<Object>| {
        let address = object.map(|object| *object.address);
        if let Some(address) = address.filter(|address| wanted.contains(address)) {
            texts.entry(item).or_default().push(address);
        }
    };
    each_body(layout, keyring, &mut |body| match body {
        Body::ItemKept(kept) if wanted.contains(&*kept.object.address) => {
            let name = name(*kept.id, &kept.path, &kept.sensitivity, false);
            names.entry(*kept.object.address).or_default().push(name);
        }
        Body::Reading(reading) => text_in(*reading.item, reading.object),
        Body::Derivation(derivation) => text_in(*derivation.item, derivation.object),
        Body::Opened(opened) => text_in(*opened.item, Some(opened.object)),
        // The rows of a table are named by the item that they were taken from.
        Body::Register(register) => {
            register.blocks.into_iter().for_each(|block| text_in(*register.item, Some(block.object)));
        }
        _ => {}
    });
    if !texts.is_empty() {
        each_body(layout, keyring, &mut |body| {
            let Body::ItemKept(kept) = body else { return };
            for address in texts.get(&*kept.id).into_iter().flatten() {
                let name = name(*kept.id, &kept.path, &kept.sensitivity, true);
                names.entry(*address).or_default().push(name);
            }
        });
    }
    names
}

fn name(id: [u8; 10], path: &[u8], sensitivity: &str, is_text: bool) -> Sealed<ItemName> {
    let label: Sensitivity = rows::sensitivity(sensitivity);
    let name = ItemName { id: ItemId(id), path: name_of(path), path_bytes: path.to_vec(), is_text };
    Sealed::new(label, name)
}

fn each_body(layout: &Layout, keyring: &Keyring, look: &mut dyn FnMut(Body)) {
    let vault = Vault::new(layout);
    let Ok(mut frames) = Frames::open(&layout.acts(), 0) else { return };
    while let Ok(Some(met)) = frames.next_met() {
        let Met::Act(_, bytes) = met else { continue };
        let Ok(act) = Act::decode(&bytes) else { continue };
        let bodies = read_payload(&vault, keyring, &act).unwrap_or_default();
        bodies.iter().flatten().filter_map(|salted| Body::decode(&salted.body).ok()).for_each(&mut *look);
    }
}
