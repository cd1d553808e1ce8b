//! Backup and restore of the ground state. Derived state is left out: it is made again.
//!
//! The keyring goes to a folder of its own, because it must have a shorter backup life than the vault: a key that
//! was destroyed here must not live on in a safe.
//! A restored archive begins a new device epoch and never continues the old one, so that two copies of one archive
//! can never write the same index under the same key.

use std::path::{Path, PathBuf};

use isnad_access::Grant;
use isnad_crypto::sign::Signing;
use isnad_ledger::body::{Body, DeviceEpoch};
use isnad_model::{Problem, Sensitive};
use isnad_store_local::{
    Layout,
    durable::{self, Named},
    keyring::Keyring,
};
use rand::rngs::OsRng;

use crate::{
    Archive, Result,
    devices::Devices,
    error::{of_fault, of_locked},
    marker::Marker,
    unfinished::{self, Ground},
    world::World,
};

/// What a backup copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Copied {
    /// Files copied now.
    pub n_files: u64,
    /// Files that the backup already had.
    pub n_same: u64,
    /// Bytes copied now.
    pub size_bytes: u64,
}

/// Where the keyring of a backup goes unless somebody says otherwise: beside it, under a name of its own.
pub fn keyring_beside(backup: &Path) -> PathBuf {
    let mut name = backup.file_name().unwrap_or_default().to_owned();
    name.push(".keyring");
    backup.with_file_name(name)
}

impl Archive {
    /// Copies the ground state; what the backup already has is not copied again.
    pub fn backup(&self, to: &Path, keyring_to: &Path) -> Result<Copied> {
        self.settle()?;
        // Held so that nothing is appended while it is copied.
        let _writer = self.writer();
        let target = Layout::new(to);
        match Ground::of(&target)? {
            Ground::Free | Ground::Begun => {}
            Ground::Taken if Marker::read(&target)? == self.marker => {}
            Ground::Taken => {
                return Err(Problem::new("backup-of-another").text("folder", to.display().to_string()));
            }
        }
        durable::create_folder(to).map_err(of_fault)?;
        if !target.marker().exists() {
            unfinished::note(&target)?;
        }
        let mut copied = Copied::default();
        copy_folder(&self.layout.vault().join("objects"), &target.objects(), &mut copied)?;
        copy_folder(&self.layout.payloads(), &target.payloads(), &mut copied)?;
        copy_folder(&self.layout.keyring(), keyring_to, &mut copied)?;
        copy_folder(&self.layout.ledger(), &target.ledger(), &mut copied)?;
        self.marker.write(&target)?;
        durable::sync_file_system(to).map_err(of_fault)?;
        durable::sync_file_system(keyring_to).map_err(of_fault)?;
        unfinished::end(&target)?;
        Ok(copied)
    }

    /// Makes an archive out of a backup and begins a new device epoch. The folder is empty, or not there, or one
    /// in which making an archive was cut off.
    pub fn restore(
        from: &Path,
        keyring_from: &Path,
        into: &Path,
        name: Option<&str>,
        passphrase: &Sensitive<String>,
        world: World,
    ) -> Result<(Self, Grant)> {
        let (source, target) = (Layout::new(from), Layout::new(into));
        let marker = Marker::read(&source)?;
        let lock = unfinished::begin(&target)?;
        let mut copied = Copied::default();
        copy_folder(&source.vault(), &target.vault(), &mut copied)?;
        copy_folder(keyring_from, &target.keyring(), &mut copied)?;
        copy_folder(&source.ledger(), &target.ledger(), &mut copied)?;
        durable::sync_file_system(into).map_err(of_fault)?;

        let (mut keyring, _) =
            Keyring::open(&target, name.unwrap_or_default(), passphrase.expose(), true).map_err(of_locked)?;
        let mut devices = Devices::read(&target, &marker)?;
        keyring.new_device(&mut OsRng).map_err(of_fault)?;
        let (epoch, seed) = keyring.device();
        let public = Signing::from_seed(seed).public();
        devices.add(&target, epoch, public, &Signing::from_seed(keyring.archive()))?;
        drop(keyring);
        marker.write(&target)?;

        let (archive, grant) = Self::open_as(into, name.unwrap_or_default(), passphrase, world, None, lock)?;
        let begun = DeviceEpoch { epoch, public: public.into(), reason: "restored".into() };
        archive.append(vec![Body::DeviceEpoch(begun)], Vec::new())?;
        archive.index_up_to_date()?;
        archive.settle()?;
        Ok((archive, grant))
    }
}

fn copy_folder(from: &Path, to: &Path, copied: &mut Copied) -> Result<()> {
    durable::create_folder(to).map_err(of_fault)?;
    let inside = std::fs::read_dir(from).named("list", from).map_err(of_fault)?;
    for entry in inside {
        let entry = entry.named("list", from).map_err(of_fault)?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        let kind = entry.file_type().named("stat", &path).map_err(of_fault)?;
        if kind.is_dir() {
            copy_folder(&path, &target, copied)?;
        } else if path.extension().is_none_or(|ending| ending != "new") {
            copy_file(&path, &target, copied)?;
        }
    }
    Ok(())
}

/// Copies a file unless the same bytes are there: objects are named by their hash, so the same size is enough.
fn copy_file(from: &Path, to: &Path, copied: &mut Copied) -> Result<()> {
    let size = from.metadata().named("stat", from).map_err(of_fault)?.len();
    let is_object = from.file_name().is_some_and(|name| name.len() == 64);
    let is_there = to.metadata().is_ok_and(|there| there.len() == size);
    let is_same = is_there && (is_object || durable::read(from).ok() == durable::read(to).ok());
    if is_same {
        copied.n_same += 1;
        return Ok(());
    }
    std::fs::copy(from, to).named("copy", to).map_err(of_fault)?;
    copied.n_files += 1;
    copied.size_bytes += size;
    Ok(())
}
