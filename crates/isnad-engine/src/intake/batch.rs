//! A batch: what is waiting to become one act.

use std::collections::HashMap;

use isnad_crypto::hash::Hash;
use isnad_ledger::body::{Body, ItemKept, Object};
use isnad_store_local::vault::Incoming;

/// Bodies of an act are held in memory up to about this size.
pub const MEMORY_MAX: usize = 4 << 20;
/// Entries that one act gathers: below the format's limit, so that readings stay with their items.
const ENTRIES_MAX: usize = 2048;
/// Bytes of objects that wait to be made durable.
const OBJECT_BYTES_MAX: u64 = 256 << 20;

/// Bodies and objects that will be committed together.
#[derive(Default)]
pub struct Batch {
    /// The bodies, in order.
    pub bodies: Vec<Body>,
    /// The objects that they refer to.
    pub objects: Vec<Incoming>,
    /// Objects of this batch by the hash of what is in them.
    pub by_bytes: HashMap<Hash, Object>,
    memory_bytes: usize,
    object_bytes: u64,
}

impl Batch {
    /// Adds an item whose object is new.
    pub fn keep(&mut self, kept: ItemKept, object: Option<Incoming>) {
        self.object_bytes += if object.is_some() { kept.size } else { 0 };
        self.memory_bytes += kept.path.len() + 400;
        if let Some(object) = object {
            self.by_bytes.insert(*kept.sha256, kept.object.clone());
            self.objects.push(object);
        }
        self.bodies.push(Body::ItemKept(kept));
    }

    /// Adds any other body; `weight_bytes` is about its size.
    pub fn push(&mut self, body: Body, weight_bytes: usize) {
        self.memory_bytes += weight_bytes + 200;
        self.bodies.push(body);
    }

    /// Whether it should be committed now.
    pub fn is_full(&self) -> bool {
        self.bodies.len() >= ENTRIES_MAX
            || self.memory_bytes >= MEMORY_MAX
            || self.object_bytes >= OBJECT_BYTES_MAX
    }
}
