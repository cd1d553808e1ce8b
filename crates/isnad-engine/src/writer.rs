//! The one place that appends to the ledger.
//!
//! The order of an append, each step on the disk before the next:
//! 1. objects get their names, the payload is written;
//! 2. the act's key is in the keyring;
//! 3. the act is in `ledger/acts`;
//! 4. the act is read back from the disk, its leaves are computed again, and only then a checkpoint is signed;
//! 5. the checkpoint is in place. Now the append is acknowledged.
//!
//! A crash between the steps leaves what nothing refers to, or a whole act that was not acknowledged and is then
//! adopted on opening.
//! After any failure nothing more is appended until the archive is opened again: a disk that failed once may
//! pretend the next time.

use isnad_crypto::{hash::Hash, sign::Signing, stream::ObjectKey};
use isnad_ledger::{
    act::{Act, After, ENTRIES_MAX, Payload},
    body::Body,
    canonical,
    checkpoint::Checkpoint,
    entry::Salted,
    note::NoteSigner,
};
use isnad_model::{Millis, Problem};
use isnad_store_local::{
    Layout,
    acts::{Acts, Frames, Met, Place},
    durable,
    keyring::Keyring,
    vault::{Incoming, Vault},
};
use rand::{RngCore, rngs::OsRng};

use crate::{
    devices::Devices,
    edge::Edge,
    error::{Result, of_fault},
    marker::Marker,
};

/// The ledger, open for appending.
pub struct Writer {
    layout: Layout,
    vault: Vault,
    acts: Acts,
    edge: Edge,
    previous: Hash,
    origin: String,
    signing: Signing,
    signer: NoteSigner,
    /// The keyring; other parts read keys through [`Writer::keyring`].
    keyring: Keyring,
    suspect: bool,
}

/// An act that was just appended, for the projector.
pub struct Appended {
    /// The act.
    pub act: Act,
    /// Where it lies.
    pub place: Place,
    /// Its bodies in order.
    pub bodies: Vec<Body>,
}

/// What was found and mended on opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mended {
    /// Bytes of a write that was cut off; nothing of it was acknowledged.
    pub torn_bytes: u64,
    /// Whole acts behind the checkpoint that were taken in.
    pub n_adopted: u64,
}

impl Writer {
    /// Opens the ledger: checks the newest checkpoint against the tree and deals with an unfinished tail.
    pub fn open(
        layout: &Layout,
        marker: &Marker,
        devices: &Devices,
        keyring: Keyring,
    ) -> Result<(Self, Mended)> {
        let origin = marker.origin();
        let signer = NoteSigner::new(origin.as_str(), keyring.device().1)
            .map_err(|_| Problem::new("marker-altered"))?;
        let acts = Acts::open(&layout.acts()).map_err(of_fault)?;
        let mut writer = Self {
            layout: layout.clone(),
            vault: Vault::new(layout),
            acts,
            edge: Edge::default(),
            previous: [0; 32],
            signing: Signing::from_seed(keyring.device().1),
            signer,
            origin,
            keyring,
            suspect: false,
        };
        writer.vault.prepare().map_err(of_fault)?;
        let mended = writer.recover(devices)?;
        Ok((writer, mended))
    }

    /// Finds the end of the acknowledged ledger, adopts whole acts behind it, cuts off a torn one.
    fn recover(&mut self, devices: &Devices) -> Result<Mended> {
        let mut mended = Mended { torn_bytes: self.keyring.torn_bytes(), n_adopted: 0 };
        let signed = read_checkpoint(&self.layout, devices, &self.origin)?;
        let size = signed.as_ref().map_or(0, |checkpoint| checkpoint.size);
        if self.keyring.acknowledged() > size {
            return Err(Problem::new("ledger-rolled-back")
                .number("found", size)
                .number("known", self.keyring.acknowledged()));
        }
        let offset = self.resume(signed.as_ref(), devices)?;
        let mut frames = Frames::open(&self.layout.acts(), offset).map_err(of_fault)?;
        while let Some(met) = frames.next_met().map_err(of_fault)? {
            let adopted = match &met {
                Met::Act(_, bytes) => self.adopt(bytes, devices),
                Met::Damaged(_) | Met::Torn(_) => None,
            };
            let Some(act) = adopted else {
                let (Met::Act(place, _) | Met::Damaged(place) | Met::Torn(place)) = met;
                mended.torn_bytes += self.acts.end() - place.offset;
                self.acts.cut(place.offset).map_err(of_fault)?;
                break;
            };
            self.previous = act.header.hash();
            mended.n_adopted += 1;
        }
        if self.edge.size() > size {
            self.sign_checkpoint()?;
        }
        Ok(mended)
    }

    /// Brings the edge to the signed checkpoint and gives the offset of the first frame behind it.
    ///
    /// The quick way trusts `ledger/end` where edge and root agree with the signature; else all acts are read.
    fn resume(&mut self, signed: Option<&Checkpoint>, devices: &Devices) -> Result<u64> {
        let Some(signed) = signed else { return Ok(0) };
        if let Some((offset, previous)) = self.resume_quickly(signed) {
            self.previous = previous;
            return Ok(offset);
        }
        let mut frames = Frames::open(&self.layout.acts(), 0).map_err(of_fault)?;
        let mut edge = Edge::default();
        let mut offset = 0;
        while edge.size() < signed.size {
            let Some(Met::Act(place, bytes)) = frames.next_met().map_err(of_fault)? else { break };
            let Some((act, leaves)) = check_act(&bytes, edge.size(), devices) else { break };
            edge.push(&leaves);
            self.previous = act.header.hash();
            offset = place.offset + place.size as u64;
        }
        if edge.size() != signed.size || edge.root() != signed.root {
            return Err(Problem::new("ledger-altered"));
        }
        edge.write(&self.layout).map_err(of_fault)?;
        self.edge = edge;
        Ok(offset)
    }

    fn resume_quickly(&mut self, signed: &Checkpoint) -> Option<(u64, Hash)> {
        let edge = Edge::read(&self.layout)?;
        if edge.size() != signed.size || edge.root() != signed.root {
            return None;
        }
        let end = End::read(&self.layout)?;
        let bytes = self.acts.read(Place { offset: end.offset, size: end.size as usize }).ok()??;
        let act = Act::decode(&bytes).ok()?;
        if act.header.first + act.len() as u64 != signed.size {
            return None;
        }
        self.edge = edge;
        Some((end.offset + end.size, act.header.hash()))
    }

    /// Takes in an act that was written whole but not acknowledged, if its key and payload are there too.
    fn adopt(&mut self, bytes: &[u8], devices: &Devices) -> Option<Act> {
        let (act, leaves) = check_act(bytes, self.edge.size(), devices)?;
        if *act.header.previous != self.previous {
            return None;
        }
        read_payload(&self.vault, &self.keyring, &act).ok()?;
        self.edge.push(&leaves);
        Some(act)
    }

    /// Appends bodies as acts of at most [`ENTRIES_MAX`] entries; acknowledged when this returns.
    ///
    /// The objects belong to the first of the acts, so callers keep batches of items within one act.
    pub fn append(&mut self, at: Millis, bodies: Vec<Body>, objects: Vec<Incoming>) -> Result<Vec<Appended>> {
        if self.suspect {
            return Err(Problem::new("archive-suspect"));
        }
        let mut appended = Vec::new();
        let mut objects = objects;
        let mut bodies = bodies.into_iter().peekable();
        while bodies.peek().is_some() {
            let part: Vec<Body> = bodies.by_ref().take(ENTRIES_MAX).collect();
            // Set before and cleared after: an early return by error leaves the archive suspect.
            self.suspect = true;
            appended.push(self.append_act(at, part, std::mem::take(&mut objects))?);
            self.suspect = false;
        }
        Ok(appended)
    }

    fn append_act(&mut self, at: Millis, bodies: Vec<Body>, objects: Vec<Incoming>) -> Result<Appended> {
        let first = self.edge.size();
        let entries: Vec<(u8, Salted)> = bodies.iter().map(|body| (body.kind(), salted(body))).collect();
        let act = Act::sign(After { first, previous: self.previous }, at.0, &entries, &self.signing);
        let payload =
            Payload { version: 1, bodies: entries.into_iter().map(|(_, salted)| Some(salted)).collect() };

        let key = ObjectKey::generate();
        let sealed = key
            .encrypt_bytes(&canonical::encode(&payload))
            .map_err(|error| crate::error::of_io(&error, "payload"))?;
        self.vault.commit(&objects, first, &sealed).map_err(of_fault)?;
        self.keyring.put_act(first, &key.to_text()).map_err(of_fault)?;
        let place = self.acts.append(&act.encode()).map_err(of_fault)?;

        // Never sign from memory alone: one bit flipped after hashing would make the log unverifiable for good.
        let written = self.acts.read(place).map_err(of_fault)?.ok_or(Problem::new("disk-lied"))?;
        let act = Act::decode(&written).map_err(|_| Problem::new("disk-lied"))?;
        let leaves = act.verify(&self.signing.public()).map_err(|_| Problem::new("disk-lied"))?;
        self.edge.push(&leaves);
        self.previous = act.header.hash();
        End { offset: place.offset, size: place.size as u64 }.write(&self.layout)?;
        self.sign_checkpoint()?;
        Ok(Appended { act, place, bodies })
    }

    fn sign_checkpoint(&mut self) -> Result<()> {
        self.edge.write(&self.layout).map_err(of_fault)?;
        let checkpoint = Checkpoint::new(self.origin.as_str(), self.edge.size(), self.edge.root());
        let note = checkpoint.sign(&self.signer).map_err(|_| Problem::new("marker-altered"))?;
        durable::replace(&self.layout.checkpoint(), note.to_string().as_bytes()).map_err(of_fault)
    }

    /// Tells the keyring how far the ledger goes, so that an older copy put back is noticed.
    pub fn settle(&mut self) -> Result<()> {
        if self.suspect {
            return Ok(());
        }
        self.keyring.put_head(self.edge.size()).map_err(of_fault)
    }

    /// Entries acknowledged.
    pub fn size(&self) -> u64 {
        self.edge.size()
    }

    /// The edge of the tree, for proofs.
    pub fn edge(&self) -> &Edge {
        &self.edge
    }

    /// The keys.
    pub fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// The keys, for adding people.
    pub fn keyring_mut(&mut self) -> &mut Keyring {
        &mut self.keyring
    }

    /// Reads an act back.
    pub fn act(&self, place: Place) -> Result<Act> {
        let bytes = self.acts.read(place).map_err(of_fault)?.ok_or(Problem::new("ledger-altered"))?;
        Act::decode(&bytes).map_err(|_| Problem::new("ledger-altered"))
    }
}

/// Where the newest act lies: saves reading all acts on opening. Only a hint, checked before it is used.
struct End {
    offset: u64,
    size: u64,
}

impl End {
    fn write(&self, layout: &Layout) -> Result<()> {
        let text = format!("{} {}\n", self.offset, self.size);
        durable::replace_unsynced(&layout.ledger().join("end"), text.as_bytes(), false).map_err(of_fault)
    }

    fn read(layout: &Layout) -> Option<Self> {
        let text = String::from_utf8(durable::read_if_there(&layout.ledger().join("end")).ok()??).ok()?;
        let (offset, size) = text.trim_end().split_once(' ')?;
        let end = Self { offset: offset.parse().ok()?, size: size.parse().ok()? };
        (end.size < 1 << 25).then_some(end)
    }
}

fn salted(body: &Body) -> Salted {
    let mut salt = [0; 32];
    OsRng.fill_bytes(&mut salt);
    Salted { salt: salt.into(), body: body.encode() }
}

fn check_act(bytes: &[u8], first: u64, devices: &Devices) -> Option<(Act, Vec<Hash>)> {
    let act = Act::decode(bytes).ok()?;
    let leaves = act.verify(devices.find(&act.device())?).ok()?;
    (act.header.first == first).then_some((act, leaves))
}

/// The newest checkpoint; `None` before the first act.
pub fn read_checkpoint(layout: &Layout, devices: &Devices, origin: &str) -> Result<Option<Checkpoint>> {
    let Some(note) = durable::read_if_there(&layout.checkpoint()).map_err(of_fault)? else { return Ok(None) };
    Checkpoint::verify(&note, origin, &devices.log_keys(origin))
        .map(Some)
        .map_err(|_| Problem::new("checkpoint-altered"))
}

/// Opens an act's payload and checks every body against its commitment.
pub fn read_payload(vault: &Vault, keyring: &Keyring, act: &Act) -> Result<Vec<Option<Salted>>> {
    let first = act.header.first;
    let missing = || Problem::new("payload-missing").number("entry", first);
    let altered = || Problem::new("payload-altered").number("entry", first);
    let key = keyring.act(first).ok_or_else(|| Problem::new("key-missing").number("entry", first))?;
    let key = key.ok().and_then(|text| ObjectKey::from_text(&text).ok()).ok_or_else(altered)?;
    let sealed = vault.payload(first).map_err(of_fault)?.ok_or_else(missing)?;
    let plain = key.decrypt_bytes(&sealed).map_err(|_| altered())?;
    let payload: Payload = canonical::decode(&plain).map_err(|_| altered())?;
    let matches = payload.bodies.len() == act.len()
        && payload.bodies.iter().enumerate().all(|(place, salted)| {
            salted.as_ref().is_none_or(|salted| act.commitment(place) == Some(salted.commitment()))
        });
    if matches { Ok(payload.bodies) } else { Err(altered()) }
}
