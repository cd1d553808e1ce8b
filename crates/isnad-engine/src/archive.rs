//! An open archive.

use std::{
    collections::HashSet,
    fs::File,
    io::{self, Read, Write},
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};

use isnad_access::{Grant, Role};
use isnad_crypto::{
    hash::{Hash, Sha},
    sign::Signing,
    stream::ObjectKey,
};
use isnad_extract::{Config, Reader};
use isnad_index_tantivy::Index;
use isnad_ledger::body::{ArchiveCreated, Body, DeviceEpoch, Object, PrincipalAdded};
use isnad_model::{PrincipalId, Problem, Sensitive, view::PrincipalView};
use isnad_schema::Schema;
use isnad_store_local::{
    Layout, durable,
    keyring::Keyring,
    lock::Lock,
    vault::{Incoming, Vault},
};
use isnad_store_sqlite::{
    Found, Opened, Views,
    sql::{self, OptionalExtension, params},
};
use rand::{RngCore, rngs::OsRng};

use crate::{
    devices::Devices,
    error::{Result, of_fault, of_locked},
    marker::Marker,
    unfinished::{self, Ground},
    views,
    world::World,
    writer::{Mended, Writer},
};

/// An archive, open for work. One process holds it at a time.
pub struct Archive {
    pub(crate) layout: Layout,
    pub(crate) marker: Marker,
    pub(crate) devices: Devices,
    pub(crate) world: World,
    pub(crate) writer: Mutex<Writer>,
    pub(crate) views: Views,
    pub(crate) index: Index,
    /// What the program brings and what was adopted, together.
    pub(crate) schema: RwLock<Arc<Schema>>,
    vault: Vault,
    taken_on: Mutex<HashSet<Hash>>,
    /// One intake at a time: whose bytes are on their way is known within one intake only.
    pub(crate) intake: Mutex<()>,
    /// One run of reading pictures at a time: two would read the same pages.
    pub(crate) reading_pictures: Mutex<()>,
    /// What one brings the index up to date with, another must not give it again.
    pub(crate) indexing: Mutex<()>,
    mended: Mended,
    _lock: Lock,
}

/// What a new archive is called, and who keeps it.
#[derive(Debug, Clone)]
pub struct NewArchive {
    /// The archive's own name.
    pub name: String,
    /// The first keeper's name.
    pub keeper: String,
    /// The first keeper's passphrase; it also opens the archive without a name, on the command line.
    pub passphrase: Sensitive<String>,
}

impl Archive {
    /// Makes an archive in a folder that is empty, or not there, or in which making one was cut off.
    pub fn create(folder: &Path, new: NewArchive, world: World) -> Result<(Self, Grant)> {
        let layout = Layout::new(folder);
        if new.passphrase.expose().trim().is_empty() {
            return Err(Problem::new("passphrase-empty"));
        }
        let lock = unfinished::begin(&layout)?;
        for part in [layout.ledger(), layout.vault()] {
            durable::create_folder(&part).map_err(of_fault)?;
        }
        let mut keyring = Keyring::create(&layout, world.cost, &mut OsRng).map_err(of_fault)?;
        let mut principal = [0; 10];
        OsRng.fill_bytes(&mut principal);
        for name in ["", new.keeper.as_str()] {
            keyring.add_slot(name, new.passphrase.expose(), principal).map_err(of_locked)?;
        }
        let archive_key = Signing::from_seed(keyring.archive());
        let device = Signing::from_seed(keyring.device().1);
        let marker = Marker { public: archive_key.public() };
        Devices::default().add(&layout, 1, device.public(), &archive_key)?;
        drop(keyring);

        let founder = Some((marker.clone(), PrincipalId(principal)));
        let (archive, grant) = Self::open_as(folder, "", &new.passphrase, world, founder, lock)?;
        archive.append(
            vec![
                Body::ArchiveCreated(ArchiveCreated { name: new.name, public: marker.public.into() }),
                Body::DeviceEpoch(DeviceEpoch {
                    epoch: 1,
                    public: device.public().into(),
                    reason: "first".into(),
                }),
                Body::PrincipalAdded(PrincipalAdded {
                    id: principal.into(),
                    name: new.keeper,
                    role: Role::Keeper.code().into(),
                    by: None,
                }),
            ],
            Vec::new(),
        )?;
        // The marker comes last: a folder without it is not an archive yet, and one with it has a keeper.
        marker.write(&layout)?;
        unfinished::end(&layout)?;
        Ok((archive, grant))
    }

    /// Opens an archive with a name and passphrase; without a name, the first keeper's. Slow on purpose.
    pub fn open(
        folder: &Path,
        name: Option<&str>,
        passphrase: &Sensitive<String>,
        world: World,
    ) -> Result<(Self, Grant)> {
        let layout = Layout::new(folder);
        // What the folder is, is said before anything is written to it, be it only a lock.
        Marker::read(&layout)?;
        let lock = unfinished::take_lock(&layout)?;
        Self::open_as(folder, name.unwrap_or_default(), passphrase, world, None, lock)
    }

    /// Whether there is an archive in a folder.
    ///
    /// # Errors
    /// `no-archive` if there is none, `archive-unfinished` if making one was cut off.
    pub fn is_in(folder: &Path) -> Result<()> {
        let layout = Layout::new(folder);
        match layout.marker().exists() {
            true => Ok(()),
            false => Marker::read(&layout).map(|_| ()),
        }
    }

    /// Whether making an archive was cut off in this folder, so that making one there clears it first.
    pub fn is_begun_in(folder: &Path) -> Result<bool> {
        Ok(Ground::of(&Layout::new(folder))? == Ground::Begun)
    }

    pub(crate) fn open_as(
        folder: &Path,
        name: &str,
        passphrase: &Sensitive<String>,
        world: World,
        founder: Option<(Marker, PrincipalId)>,
        lock: Lock,
    ) -> Result<(Self, Grant)> {
        let layout = Layout::new(folder);
        let (marker, founder) = match founder {
            Some((marker, founder)) => (marker, Some(founder)),
            None => {
                let marker = Marker::read(&layout)?;
                // A crash between the last two steps of making it.
                unfinished::end(&layout)?;
                (marker, None)
            }
        };
        let devices = Devices::read(&layout, &marker)?;
        let (keyring, principal) =
            Keyring::open(&layout, name, passphrase.expose(), true).map_err(of_locked)?;
        if keyring.device().0 != devices.newest() {
            return Err(Problem::new("devices-altered"));
        }
        let (views, index) = Self::derived(&layout, &keyring)?;
        let (writer, mended) = Writer::open(&layout, &marker, &devices, keyring)?;
        let archive = Self {
            vault: Vault::new(&layout),
            layout,
            marker,
            devices,
            world,
            writer: Mutex::new(writer),
            views,
            index,
            schema: RwLock::new(Arc::new(Schema::builtin().clone())),
            taken_on: Mutex::default(),
            intake: Mutex::default(),
            reading_pictures: Mutex::default(),
            indexing: Mutex::default(),
            mended,
            _lock: lock,
        };
        archive.catch_up()?;
        let grant = match founder {
            Some(founder) => Grant::new(founder, Role::Keeper),
            None => archive.grant_of(PrincipalId(principal))?,
        };
        Ok((archive, grant))
    }

    fn derived(layout: &Layout, keyring: &Keyring) -> Result<(Views, Index)> {
        let derived = layout.derived();
        durable::create_folder(&derived).map_err(of_fault)?;
        let opened = Views::open(
            &derived.join("views"),
            &keyring.derived("isnad/views/v1"),
            views::version(),
            views::SCHEMA,
        );
        // Views that were not kept are empty, and the archive catches up with its ledger.
        let Opened { views, found } = opened.map_err(|_| Problem::new("views-damaged"))?;
        let (folder, secret) = (derived.join("index"), keyring.derived("isnad/index/v1"));
        let index = Index::open_or_create(&folder, &secret).or_else(|_| {
            // Damaged, or of an older version: an empty one catches up with the ledger.
            durable::remove_folder(&folder).map_err(of_fault)?;
            Index::open_or_create(&folder, &secret).map_err(|_| Problem::new("index-damaged"))
        })?;
        // Another version may name records otherwise, and the index holds names.
        if found == Found::Outdated {
            index.clear().map_err(|_| Problem::new("index-damaged"))?;
        }
        Ok((views, index))
    }

    /// Throws the derived state of a closed archive away; opening the archive makes it again.
    pub fn forget_derived(folder: &Path) -> Result<()> {
        durable::remove_folder(&Layout::new(folder).derived()).map_err(of_fault)
    }

    /// What was mended when the archive was opened.
    pub fn mended(&self) -> Mended {
        self.mended
    }

    /// What is doubtful about the machine's clock: earlier than the newest act, or years away from it.
    ///
    /// Nothing is ordered by the clock, so work goes on; but people will read its times.
    pub fn clock_doubt(&self) -> Result<Option<Problem>> {
        const DAY: i64 = 86_400_000;
        let last: Option<i64> = self.query(|db| {
            db.query_row("SELECT at FROM act ORDER BY first DESC LIMIT 1", [], |row| row.get(0)).optional()
        })?;
        let now = (self.world.now)().0;
        Ok(last.and_then(|last| match now - last {
            ..0 if last - now > DAY => Some(Problem::new("clock-behind")),
            ahead if ahead > 5 * 365 * DAY => Some(Problem::new("clock-ahead")),
            _ => None,
        }))
    }

    /// Checks a name and passphrase of an archive that is already open. Slow on purpose.
    pub fn sign_in(&self, name: &str, passphrase: &Sensitive<String>) -> Result<Grant> {
        let principal = Keyring::check(&self.layout, name, passphrase.expose()).map_err(of_locked)?;
        self.grant_of(PrincipalId(principal))
    }

    fn grant_of(&self, id: PrincipalId) -> Result<Grant> {
        let role: Option<String> = self.query(|db| {
            db.query_row("SELECT role FROM principal WHERE id = ?", [id.0.as_slice()], |row| row.get(0))
                .optional()
        })?;
        let role = role.and_then(|code| Role::from_code(&code)).ok_or(Problem::new("wrong-passphrase"))?;
        Ok(Grant::new(id, role))
    }

    /// Who signed in.
    pub fn principal(&self, grant: &Grant) -> Result<PrincipalView> {
        let all = self.everyone()?;
        let found = all.into_iter().find(|(view, _)| view.id == grant.principal());
        found.map(|(view, _)| view).ok_or(Problem::new("not-allowed"))
    }

    /// Everyone who may act here, in the order in which they came; for keepers.
    pub fn principals(&self, grant: &Grant) -> Result<Vec<(PrincipalView, Role)>> {
        if grant.role() != Role::Keeper {
            return Err(Problem::new("not-allowed"));
        }
        self.everyone()
    }

    fn everyone(&self) -> Result<Vec<(PrincipalView, Role)>> {
        self.query(|db| {
            let mut statement = db.prepare("SELECT id, name, role FROM principal ORDER BY entry")?;
            let rows = statement.query_map([], |row| {
                let role = Role::from_code(&row.get::<_, String>(2)?).unwrap_or(Role::Reader);
                let view = PrincipalView {
                    id: PrincipalId(row.get(0)?),
                    name: row.get(1)?,
                    keeper: role == Role::Keeper,
                };
                Ok((view, role))
            })?;
            rows.collect()
        })
    }

    /// Lets somebody in.
    pub fn add_principal(
        &self,
        grant: &Grant,
        name: &str,
        role: Role,
        passphrase: &Sensitive<String>,
    ) -> Result<PrincipalId> {
        if grant.role() != Role::Keeper {
            return Err(Problem::new("not-allowed"));
        }
        let name = name.trim();
        if name.is_empty() || self.everyone()?.iter().any(|(view, _)| view.name == name) {
            return Err(Problem::new("name-taken").text("name", name));
        }
        if passphrase.expose().trim().is_empty() {
            return Err(Problem::new("passphrase-empty"));
        }
        let mut id = [0; 10];
        OsRng.fill_bytes(&mut id);
        self.writer().keyring_mut().add_slot(name, passphrase.expose(), id).map_err(of_locked)?;
        let added = PrincipalAdded {
            id: id.into(),
            name: name.into(),
            role: role.code().into(),
            by: Some(grant.principal().0.into()),
        };
        self.append(vec![Body::PrincipalAdded(added)], Vec::new())?;
        self.settle()?;
        Ok(PrincipalId(id))
    }

    /// Appends bodies to the ledger and brings the views along.
    pub(crate) fn append(&self, bodies: Vec<Body>, objects: Vec<Incoming>) -> Result<()> {
        let at = (self.world.now)();
        let mut writer = self.writer();
        for appended in writer.append(at, bodies, objects)? {
            let bodies: Vec<_> = appended.bodies.into_iter().map(Some).collect();
            self.project(&appended.act, appended.place, &bodies)?;
        }
        Ok(())
    }

    /// Remembers in the keyring how far the ledger goes.
    pub fn settle(&self) -> Result<()> {
        self.views.settle().map_err(|_| Problem::new("views-damaged"))?;
        self.writer().settle()
    }

    pub(crate) fn writer(&self) -> MutexGuard<'_, Writer> {
        // A writer whose holder panicked half-way marked itself suspect, so it refuses by itself.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the views.
    pub(crate) fn query<T>(
        &self,
        ask: impl FnOnce(&sql::Connection) -> std::result::Result<T, sql::Error>,
    ) -> Result<T> {
        self.views.with(|db| Ok(ask(db)?)).map_err(|_| Problem::new("views-damaged"))
    }

    pub(crate) fn vault(&self) -> &Vault {
        &self.vault
    }

    /// A reader of hostile files for this thread; without one, files are kept and not read.
    pub(crate) fn start_reader(&self) -> Option<Reader> {
        let now = Some((self.world.now)().0.div_euclid(1_000));
        Reader::start(Config { now, ..Config::new(self.world.reader.clone()?) }).ok()
    }

    /// Whether the caller is the one to bring the object with these bytes.
    pub(crate) fn takes_on(&self, sha256: &Hash) -> Result<bool> {
        if !self.taken_on.lock().unwrap_or_else(PoisonError::into_inner).insert(*sha256) {
            return Ok(false);
        }
        Ok(self.object_of(sha256)?.is_none())
    }

    /// Forgets what an intake before, perhaps a failed one, was bringing.
    pub(crate) fn forget_taken_on(&self) {
        self.taken_on.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The object that holds these bytes.
    pub(crate) fn object_of(&self, sha256: &Hash) -> Result<Option<Object>> {
        self.query(|db| {
            db.prepare_cached("SELECT address, key FROM item WHERE sha256 = ? LIMIT 1")?
                .query_row(params![sha256.as_slice()], |row| {
                    Ok(Object { address: row.get::<_, [u8; 32]>(0)?.into(), key: row.get(1)? })
                })
                .optional()
        })
    }

    /// A decrypting reader of an object.
    pub(crate) fn open_object(&self, object: &Object) -> io::Result<impl Read + use<>> {
        let file = self.vault.open(&object.address).map_err(io::Error::other)?;
        let file = file.ok_or(io::ErrorKind::NotFound)?;
        ObjectKey::from_text(&object.key).map_err(io::Error::other)?.decrypt(io::BufReader::new(file))
    }

    /// The plain bytes of an object in memory that has no name on any disk.
    pub(crate) fn plain_in_memory(&self, sha256: &Hash, incoming: Option<&Incoming>) -> io::Result<File> {
        if let Some(incoming) = incoming {
            let file = io::BufReader::new(incoming.open().map_err(io::Error::other)?);
            return isnad_extract::memfd(&mut incoming.key.decrypt(file)?);
        }
        let object = self.object_of(sha256).map_err(io::Error::other)?.ok_or(io::ErrorKind::NotFound)?;
        isnad_extract::memfd(&mut self.open_object(&object)?)
    }
}

impl Drop for Archive {
    fn drop(&mut self) {
        // What cannot be written now is only a reminder; the ledger itself is on the disk.
        let _reminder = self.writer().settle();
    }
}

/// Passes bytes on and compares them with their hash at the end: a copy that leaves is the one that came.
pub(crate) struct Checked<R> {
    inner: R,
    sha: Option<Sha>,
    expect: Hash,
}

impl<R: Read> Checked<R> {
    pub(crate) fn new(inner: R, expect: Hash) -> Self {
        Self { inner, sha: Some(Sha::default()), expect }
    }
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(into)?;
        if let Some(sha) = &mut self.sha {
            sha.update(&into[..n]);
        }
        if n == 0
            && !into.is_empty()
            && let Some(sha) = self.sha.take()
            && sha.finish() != self.expect
        {
            return Err(io::Error::other(Problem::new("object-altered")));
        }
        Ok(n)
    }
}

/// Copies everything from a reader to a writer; which of the two failed shows in the problem.
pub(crate) fn copy(from: &mut dyn Read, to: &mut dyn Write) -> Result<u64> {
    let mut piece = vec![0; 1 << 18];
    let mut copied = 0;
    loop {
        let n = from.read(&mut piece).map_err(|_| Problem::new("object-altered"))?;
        if n == 0 {
            return Ok(copied);
        }
        to.write_all(&piece[..n]).map_err(|error| crate::error::of_io(&error, ""))?;
        copied += n as u64;
    }
}
