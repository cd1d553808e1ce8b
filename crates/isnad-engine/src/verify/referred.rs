//! What the acts refer to: objects, payloads, and who may see what lives in them.

use std::collections::{HashMap, HashSet};

use isnad_access::Role;
use isnad_crypto::hash::Hash;
use isnad_ledger::{body::Body, entry::Salted};

/// Everything that the acts refer to, gathered while they are checked.
#[derive(Debug, Default)]
pub struct Referred {
    /// Addresses of objects.
    pub objects: HashSet<Hash>,
    /// First entries of all acts: each has a payload.
    pub acts: HashSet<u64>,
    /// What each principal is.
    pub roles: HashMap<[u8; 10], Role>,
    /// Paths of the full tiles, relative to `ledger`; nothing where the tree could not be built again.
    pub tiles: Option<HashSet<String>>,
    /// Some of the acts could not be read, so a file that none refers to may still belong to one of those.
    pub lacks_acts: bool,
    /// The same for payloads: objects that seem to belong to nothing may be referred to in one of them.
    pub lacks_bodies: bool,
}

/// What one act's bodies refer to.
#[derive(Debug, Default)]
pub struct Named {
    /// Addresses of objects.
    objects: Vec<Hash>,
    /// Principals that were let in.
    roles: Vec<([u8; 10], Role)>,
}

impl Named {
    /// Reads the bodies; one of an unknown kind refers to nothing that we could know.
    pub fn of(bodies: &[Option<Salted>]) -> Self {
        let mut named = Self::default();
        for salted in bodies.iter().flatten() {
            match Body::decode(&salted.body) {
                Ok(Body::ItemKept(kept)) => named.objects.push(*kept.object.address),
                Ok(Body::Reading(reading)) => {
                    named.objects.extend(reading.object.map(|object| *object.address));
                }
                Ok(Body::Derivation(derivation)) => {
                    named.objects.extend(derivation.object.map(|object| *object.address));
                }
                Ok(Body::Opened(opened)) => named.objects.push(*opened.object.address),
                Ok(Body::Register(register)) => {
                    named.objects.extend(register.blocks.iter().map(|block| *block.object.address));
                }
                Ok(Body::PrincipalAdded(added)) => {
                    named.roles.extend(Role::from_code(&added.role).map(|role| (*added.id, role)));
                }
                _ => {}
            }
        }
        named
    }
}

impl Referred {
    /// Takes in what an act's bodies refer to.
    pub fn extend(&mut self, named: Named) {
        self.objects.extend(named.objects);
        self.roles.extend(named.roles);
    }
}
