//! The keyring: who can open the archive, and every key that is not derived from another.
//!
//! `slots` holds one wrapped copy of the root secret for each principal; `keys` holds records sealed under the
//! root secret, appended as keys are made.
//! A slot carries no name: the secret that opens it is stretched from name *and* passphrase, so a stolen laptop
//! does not tell who works here.

use std::collections::BTreeMap;

use isnad_crypto::{
    Secret, Unsealed,
    hash::{Hash, sha256},
    passphrase::{self, Cost},
    seal,
};
use isnad_ledger::{
    canonical,
    frame::{self, Found},
};
use minicbor::{Decode, Encode, bytes::ByteArray};
use rand::{CryptoRng, RngCore, rngs::OsRng};

use crate::{
    Layout,
    durable::{self, Appending, Fault, Result},
};

/// Why a keyring does not open.
#[derive(Debug, thiserror::Error)]
pub enum Locked {
    /// The disk refused.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// Nobody with this name and passphrase.
    #[error("no such name and passphrase")]
    Passphrase,
    /// The keyring's own bytes do not hold together.
    #[error("keyring damaged: {0}")]
    Damaged(&'static str),
}

#[derive(Encode, Decode, PartialEq, Eq, Clone, Debug)]
struct Slots {
    #[n(0)]
    version: u8,
    #[n(1)]
    salt: ByteArray<32>,
    #[n(2)]
    memory_kib: u32,
    #[n(3)]
    passes: u32,
    #[n(4)]
    lanes: u32,
    #[n(5)]
    slots: Vec<minicbor::bytes::ByteVec>,
}

#[derive(Encode, Decode, PartialEq, Eq, Clone)]
struct Slot {
    #[n(0)]
    principal: ByteArray<10>,
    #[n(1)]
    root: ByteArray<32>,
}

/// One record of the `keys` file.
#[derive(Encode, Decode, PartialEq, Eq, Clone)]
enum Record {
    /// The seed of the archive's signing key.
    #[n(0)]
    Archive(#[n(0)] ByteArray<32>),
    /// A device epoch and the seed of its signing key.
    #[n(1)]
    Device(#[n(0)] u32, #[n(1)] ByteArray<32>),
    /// A compartment and its secret.
    #[n(2)]
    Compartment(#[n(0)] u32, #[n(1)] ByteArray<32>),
    /// First entry of an act, compartment, age identity sealed under the compartment's secret.
    #[n(3)]
    Act(#[n(0)] u64, #[n(1)] u32, #[cbor(n(2), with = "minicbor::bytes")] Vec<u8>),
    /// How many entries were acknowledged: a ledger with fewer was put back.
    #[n(4)]
    Head(#[n(0)] u64),
    /// SHA-256 of the `slots` file.
    #[n(5)]
    Slots(#[n(0)] ByteArray<32>),
}

/// The one compartment that every archive begins with.
pub const MAIN: u32 = 0;

/// An unlocked keyring.
pub struct Keyring {
    layout: Layout,
    root: Secret,
    file: Appending,
    n_records: u64,
    archive: Secret,
    device: (u32, Secret),
    compartments: BTreeMap<u32, Secret>,
    acts: BTreeMap<u64, (u32, Vec<u8>)>,
    acknowledged: u64,
    slots: Vec<Hash>,
    torn_bytes: u64,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keyring")
    }
}

impl Keyring {
    /// Makes a keyring for a new archive, with fresh archive, device and compartment keys.
    pub fn create(layout: &Layout, cost: Cost, rng: &mut (impl RngCore + CryptoRng)) -> Result<Self> {
        durable::create_folder(&layout.keyring())?;
        let mut salt = [0; 32];
        rng.fill_bytes(&mut salt);
        let empty = Slots {
            version: 1,
            salt: salt.into(),
            memory_kib: cost.memory_kib,
            passes: cost.passes,
            lanes: cost.lanes,
            slots: Vec::new(),
        };
        durable::replace(&layout.keyring().join("slots"), &framed(&empty))?;
        let mut keyring = Self {
            layout: layout.clone(),
            root: Secret::generate(rng),
            file: Appending::open(&layout.keyring().join("keys"))?,
            n_records: 0,
            archive: Secret::generate(rng),
            device: (1, Secret::generate(rng)),
            compartments: BTreeMap::from([(MAIN, Secret::generate(rng))]),
            acts: BTreeMap::new(),
            acknowledged: 0,
            slots: Vec::new(),
            torn_bytes: 0,
        };
        let main = keyring.compartments[&MAIN].0;
        keyring.append(&Record::Archive(keyring.archive.0.into()))?;
        keyring.append(&Record::Device(1, keyring.device.1.0.into()))?;
        keyring.append(&Record::Compartment(MAIN, main.into()))?;
        Ok(keyring)
    }

    /// Opens the keyring with a name (empty: the first keeper) and a passphrase; gives who that is.
    ///
    /// A torn last record is what a crash leaves; it belongs to nothing acknowledged. With `mend` it is cut off.
    pub fn open(
        layout: &Layout,
        name: &str,
        passphrase: &str,
        mend: bool,
    ) -> std::result::Result<(Self, [u8; 10]), Locked> {
        let (principal, root) = unlock(layout, name, passphrase)?;
        let path = layout.keyring().join("keys");
        let bytes = durable::read(&path)?;
        let mut keyring = Self {
            layout: layout.clone(),
            root,
            file: Appending::open(&path)?,
            n_records: 0,
            archive: Secret([0; 32]),
            device: (0, Secret([0; 32])),
            compartments: BTreeMap::new(),
            acts: BTreeMap::new(),
            acknowledged: 0,
            slots: Vec::new(),
            torn_bytes: 0,
        };
        let whole = keyring.load(&bytes)?;
        keyring.torn_bytes = bytes.len() as u64 - whole;
        if keyring.torn_bytes > 0 && mend {
            keyring.file.cut(whole)?;
        }
        if keyring.device.0 == 0 || !keyring.compartments.contains_key(&MAIN) {
            return Err(Locked::Damaged("keys-missing"));
        }
        Ok((keyring, principal))
    }

    /// Checks a name and passphrase without opening anything; gives who that is.
    pub fn check(layout: &Layout, name: &str, passphrase: &str) -> std::result::Result<[u8; 10], Locked> {
        unlock(layout, name, passphrase).map(|(principal, _)| principal)
    }

    fn load(&mut self, bytes: &[u8]) -> std::result::Result<u64, Locked> {
        let mut at = 0;
        while at < bytes.len() {
            let sealed = match frame::get(&bytes[at..]) {
                Found::Whole(sealed) => sealed,
                Found::Torn => break,
                Found::Damaged => return Err(Locked::Damaged("keys-altered")),
            };
            let plain = seal::open(&self.root, &about(self.n_records), sealed)
                .map_err(|Unsealed| Locked::Damaged("keys-altered"))?;
            let record = canonical::decode(&plain).map_err(|_| Locked::Damaged("keys-altered"))?;
            self.take(record);
            self.n_records += 1;
            at += sealed.len() + frame::OVERHEAD_BYTES;
        }
        Ok(at as u64)
    }

    fn take(&mut self, record: Record) {
        match record {
            Record::Archive(seed) => self.archive = Secret(*seed),
            Record::Device(epoch, seed) => self.device = (epoch, Secret(*seed)),
            Record::Compartment(id, secret) => {
                self.compartments.insert(id, Secret(*secret));
            }
            Record::Act(first, compartment, wrapped) => {
                self.acts.insert(first, (compartment, wrapped));
            }
            Record::Head(size) => self.acknowledged = size,
            Record::Slots(hash) => self.slots.push(*hash),
        }
    }

    fn append(&mut self, record: &Record) -> Result<()> {
        let sealed = seal::seal(&self.root, &about(self.n_records), &canonical::encode(record), &mut OsRng);
        let mut bytes = Vec::new();
        frame::put(&sealed, &mut bytes);
        self.file.append(&bytes)?;
        self.n_records += 1;
        Ok(())
    }

    /// Lets somebody in: wraps the root secret for a name and passphrase.
    pub fn add_slot(
        &mut self,
        name: &str,
        passphrase: &str,
        principal: [u8; 10],
    ) -> std::result::Result<(), Locked> {
        let mut slots = read_slots(&self.layout)?;
        let key = stretch(&slots, name, passphrase)?;
        let slot = Slot { principal: principal.into(), root: self.root.0.into() };
        slots.slots.push(seal::seal(&key, SLOT, &canonical::encode(&slot), &mut OsRng).into());
        let bytes = framed(&slots);
        // The hash first: after a crash the file is the old one or the new one, and both are known.
        let hash = sha256(&[&bytes]);
        self.append(&Record::Slots(hash.into()))?;
        self.slots.push(hash);
        durable::replace(&self.layout.keyring().join("slots"), &bytes)?;
        Ok(())
    }

    /// Whether the `slots` file is one that this keyring wrote last or next to last.
    pub fn slots_hold(&self) -> Result<bool> {
        let hash = sha256(&[&durable::read(&self.layout.keyring().join("slots"))?]);
        Ok(self.slots.iter().rev().take(2).any(|known| *known == hash))
    }

    /// Keeps the key of an act, wrapped under its compartment; on the disk when this returns.
    pub fn put_act(&mut self, first: u64, identity: &str) -> Result<()> {
        let main = self.compartments.get(&MAIN).cloned().unwrap_or(Secret([0; 32]));
        let wrapped = seal::seal(&main, &about_act(first), identity.as_bytes(), &mut OsRng);
        self.append(&Record::Act(first, MAIN, wrapped.clone()))?;
        self.acts.insert(first, (MAIN, wrapped));
        Ok(())
    }

    /// The age identity of an act's payload.
    pub fn act(&self, first: u64) -> Option<std::result::Result<String, Unsealed>> {
        let (compartment, wrapped) = self.acts.get(&first)?;
        let Some(secret) = self.compartments.get(compartment) else { return Some(Err(Unsealed)) };
        let plain = seal::open(secret, &about_act(first), wrapped);
        Some(plain.and_then(|bytes| String::from_utf8(bytes).map_err(|_| Unsealed)))
    }

    /// The first entries of all acts that the keyring has keys for.
    pub fn acts(&self) -> impl Iterator<Item = u64> + '_ {
        self.acts.keys().copied()
    }

    /// Remembers how many entries were acknowledged.
    pub fn put_head(&mut self, size: u64) -> Result<()> {
        if size != self.acknowledged {
            self.append(&Record::Head(size))?;
            self.acknowledged = size;
        }
        Ok(())
    }

    /// The ledger has at least this many entries, unless an older copy was put back.
    pub fn acknowledged(&self) -> u64 {
        self.acknowledged
    }

    /// Begins a new device epoch, as after a restored backup.
    pub fn new_device(&mut self, rng: &mut (impl RngCore + CryptoRng)) -> Result<()> {
        let (epoch, seed) = (self.device.0 + 1, Secret::generate(rng));
        self.append(&Record::Device(epoch, seed.0.into()))?;
        self.device = (epoch, seed);
        Ok(())
    }

    /// Epoch and seed of the device key in use.
    pub fn device(&self) -> (u32, &Secret) {
        (self.device.0, &self.device.1)
    }

    /// Seed of the archive key, which vouches for devices.
    pub fn archive(&self) -> &Secret {
        &self.archive
    }

    /// A secret for a derived file.
    pub fn derived(&self, context: &str) -> Secret {
        seal::derive(context, &self.root)
    }

    /// Bytes of a torn last record, found on opening.
    pub fn torn_bytes(&self) -> u64 {
        self.torn_bytes
    }
}

const SLOT: &[u8] = b"isnad/slot/v1";

fn about(number: u64) -> Vec<u8> {
    [b"isnad/keys/v1".as_slice(), &number.to_be_bytes()].concat()
}

fn about_act(first: u64) -> Vec<u8> {
    [b"isnad/act-key/v1".as_slice(), &first.to_be_bytes()].concat()
}

fn framed(slots: &Slots) -> Vec<u8> {
    let mut bytes = Vec::new();
    frame::put(&canonical::encode(slots), &mut bytes);
    bytes
}

fn read_slots(layout: &Layout) -> std::result::Result<Slots, Locked> {
    let bytes = durable::read(&layout.keyring().join("slots"))?;
    let Found::Whole(content) = frame::get(&bytes) else { return Err(Locked::Damaged("slots-altered")) };
    if content.len() + frame::OVERHEAD_BYTES != bytes.len() {
        return Err(Locked::Damaged("slots-altered"));
    }
    canonical::decode(content).map_err(|_| Locked::Damaged("slots-altered"))
}

fn stretch(slots: &Slots, name: &str, passphrase: &str) -> std::result::Result<Secret, Locked> {
    let cost = Cost { memory_kib: slots.memory_kib, passes: slots.passes, lanes: slots.lanes };
    passphrase::stretch(&format!("{name}\0{passphrase}"), &slots.salt, cost)
        .map_err(|Unsealed| Locked::Damaged("slots-altered"))
}

fn unlock(layout: &Layout, name: &str, passphrase: &str) -> std::result::Result<([u8; 10], Secret), Locked> {
    let slots = read_slots(layout)?;
    let key = stretch(&slots, name, passphrase)?;
    // Later slots win: a person who was given a new passphrase has two slots until the old one is taken out.
    let slot = slots.slots.iter().rev().find_map(|sealed| seal::open(&key, SLOT, sealed).ok());
    let slot: Slot =
        canonical::decode(&slot.ok_or(Locked::Passphrase)?).map_err(|_| Locked::Damaged("slots-altered"))?;
    Ok((*slot.principal, Secret(*slot.root)))
}

#[cfg(test)]
mod tests;
