//! Where everything lies in an archive's folder.

use std::path::{Path, PathBuf};

use isnad_crypto::hash::{Hash, hex};

/// The paths of one archive.
#[derive(Debug, Clone)]
pub struct Layout {
    root: PathBuf,
}

impl Layout {
    /// The layout of the archive in `root`.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The archive's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What this folder is: format version, name, public key.
    pub fn marker(&self) -> PathBuf {
        self.root.join("isnad.toml")
    }

    /// The note of something that was begun in this folder and is not finished.
    pub fn unfinished(&self) -> PathBuf {
        self.root.join("unfinished")
    }

    /// The lock that a writing process holds.
    pub fn lock(&self) -> PathBuf {
        self.root.join("lock")
    }

    /// The ledger's folder.
    pub fn ledger(&self) -> PathBuf {
        self.root.join("ledger")
    }

    /// The acts.
    pub fn acts(&self) -> PathBuf {
        self.ledger().join("acts")
    }

    /// The newest checkpoint.
    pub fn checkpoint(&self) -> PathBuf {
        self.ledger().join("checkpoint")
    }

    /// The device keys.
    pub fn devices(&self) -> PathBuf {
        self.ledger().join("devices")
    }

    /// The vault's folder.
    pub fn vault(&self) -> PathBuf {
        self.root.join("vault")
    }

    /// Objects being written.
    pub fn incoming(&self) -> PathBuf {
        self.vault().join("incoming")
    }

    /// All objects.
    pub fn objects(&self) -> PathBuf {
        self.vault().join("objects")
    }

    /// The object with an address.
    pub fn object(&self, address: &Hash) -> PathBuf {
        let name = hex(address);
        self.objects().join(&name[..2]).join(name)
    }

    /// All payloads.
    pub fn payloads(&self) -> PathBuf {
        self.vault().join("payloads")
    }

    /// The payload of the act that begins with entry `first`. A folder holds at most 4,096.
    pub fn payload(&self, first: u64) -> PathBuf {
        self.payloads().join(format!("{:08}", first >> 12)).join(format!("{first:012}.age"))
    }

    /// The keyring's folder.
    pub fn keyring(&self) -> PathBuf {
        self.root.join("keyring")
    }

    /// What can be made again.
    pub fn derived(&self) -> PathBuf {
        self.root.join("derived")
    }

    /// What may lie in a folder of the ground state besides folders that are listed on their own: the archive's
    /// own folder, `ledger`, `vault`, `keyring`. Nothing for any other folder.
    pub fn names_in(&self, folder: &Path) -> &'static [&'static str] {
        match folder.strip_prefix(&self.root).ok().and_then(Path::to_str) {
            Some("") => &["derived", "isnad.toml", "keyring", "ledger", "lock", "unfinished", "vault"],
            Some("ledger") => &["acts", "checkpoint", "devices", "edge", "end", "tile"],
            Some("vault") => &["incoming", "objects", "payloads"],
            Some("keyring") => &["keys", "slots"],
            _ => &[],
        }
    }

    /// A path relative to the archive, for reports.
    pub fn relative(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}
