//! `ledger/devices`: which device keys may sign, each vouched for by the archive key.
//!
//! One line an epoch: epoch, public key and the archive key's signature over both, in hexadecimal.

use isnad_crypto::{
    hash::{hex, unhex},
    sign::{self, Signing},
};
use isnad_ledger::{
    entry::{DeviceId, device_id},
    note::VerifyKey,
};
use isnad_model::Problem;
use isnad_store_local::{Layout, durable};

use crate::{
    error::{Result, of_fault},
    marker::Marker,
};

/// The device keys of an archive, oldest first.
#[derive(Debug, Clone, Default)]
pub struct Devices(Vec<(u32, [u8; 32])>, String);

impl Devices {
    /// Reads and checks the list.
    pub fn read(layout: &Layout, marker: &Marker) -> Result<Self> {
        let bytes = durable::read(&layout.devices()).map_err(of_fault)?;
        let text = String::from_utf8(bytes).map_err(|_| altered())?;
        let mut keys = Vec::new();
        for line in text.lines() {
            keys.push(parse(line, marker).ok_or_else(altered)?);
        }
        let text_again: String = text.lines().flat_map(|line| [line, "\n"]).collect();
        let in_order = keys.iter().enumerate().all(|(place, (epoch, _))| *epoch == place as u32 + 1);
        if in_order && text == text_again { Ok(Self(keys, text)) } else { Err(altered()) }
    }

    /// Adds a device and writes the list.
    pub fn add(&mut self, layout: &Layout, epoch: u32, public: [u8; 32], archive: &Signing) -> Result<()> {
        let signature = archive.sign(&message(epoch, &public));
        self.0.push((epoch, public));
        self.1.push_str(&format!("{epoch} {} {}\n", hex(&public), hex(&signature)));
        durable::replace(&layout.devices(), self.1.as_bytes()).map_err(of_fault)
    }

    /// The public key with an id.
    pub fn find(&self, id: &DeviceId) -> Option<&[u8; 32]> {
        self.0.iter().map(|(_, public)| public).find(|public| device_id(public) == *id)
    }

    /// The newest epoch.
    pub fn newest(&self) -> u32 {
        self.0.last().map_or(0, |(epoch, _)| *epoch)
    }

    /// The keys that may sign checkpoints of this log.
    pub fn log_keys(&self, origin: &str) -> Vec<VerifyKey> {
        self.0.iter().filter_map(|(_, public)| VerifyKey::new(origin, *public).ok()).collect()
    }
}

fn parse(line: &str, marker: &Marker) -> Option<(u32, [u8; 32])> {
    let mut parts = line.split(' ');
    let epoch_text = parts.next()?;
    let epoch: u32 = epoch_text.parse().ok()?;
    let public = unhex::<32>(parts.next()?)?;
    let signature = unhex::<64>(parts.next()?)?;
    let exact = parts.next().is_none() && epoch.to_string() == epoch_text;
    let vouched = sign::verify(&marker.public, &message(epoch, &public), &signature).is_ok();
    (exact && vouched).then_some((epoch, public))
}

fn message(epoch: u32, public: &[u8; 32]) -> Vec<u8> {
    [b"isnad/device-epoch/v1\n".as_slice(), &epoch.to_be_bytes(), public].concat()
}

fn altered() -> Problem {
    Problem::new("devices-altered")
}
