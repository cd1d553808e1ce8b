//! The bridge between SQLite's file interface and [`SealedFile`].
//!
//! SQLite finds its main file here by a token that [`connect`] hands in, never by a path, and no other file at
//! all: a journal, a temporary table or a sort that wanted to spill to the disk gets an error, so nothing can
//! reach the disk unsealed.
#![expect(unsafe_code, reason = "SQLite's file interface is a table of C functions")]

use std::{
    ffi::{CStr, c_char, c_int, c_void},
    ptr::null_mut,
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use rand::{RngCore, rngs::OsRng};
use rusqlite::{Connection, OpenFlags, ffi};

use crate::file::{PAGE_BYTES, SealedFile};

/// Under this name SQLite knows the bridge.
const NAME: &CStr = c"isnad-views";

/// Files that [`connect`] has announced and SQLite has not opened yet.
static ANNOUNCED: Mutex<Vec<(String, Arc<Mutex<SealedFile>>)>> = Mutex::new(Vec::new());

/// A SQLite connection on this file.
pub(crate) fn connect(file: &Arc<Mutex<SealedFile>>) -> rusqlite::Result<Connection> {
    static N_OPENED: AtomicU64 = AtomicU64::new(0);
    register()?;
    let token = format!("views-{}", N_OPENED.fetch_add(1, Ordering::Relaxed));
    lock(&ANNOUNCED).push((token.clone(), Arc::clone(file)));
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags_and_vfs(&token, flags, NAME);
    // SQLite opens its file during the call; whatever happened, the announcement is over.
    lock(&ANNOUNCED).retain(|(name, _)| *name != token);
    connection
}

/// A panic elsewhere does not make the value unusable: every change to it ends with a mark on the disk.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes the bridge known, once in the life of the process.
fn register() -> rusqlite::Result<()> {
    static CODE: OnceLock<c_int> = OnceLock::new();
    let code = *CODE.get_or_init(|| {
        let vfs = Box::leak(Box::new(ffi::sqlite3_vfs {
            iVersion: 1,
            szOsFile: size_of::<OpenFile>() as c_int,
            mxPathname: 64,
            pNext: null_mut(),
            zName: NAME.as_ptr(),
            pAppData: null_mut(),
            xOpen: Some(open),
            xDelete: Some(delete),
            xAccess: Some(access),
            xFullPathname: Some(full_pathname),
            xDlOpen: None,
            xDlError: None,
            xDlSym: None,
            xDlClose: None,
            xRandomness: Some(randomness),
            xSleep: Some(sleep),
            xCurrentTime: Some(current_time),
            xGetLastError: Some(last_error),
            xCurrentTimeInt64: None,
            xSetSystemCall: None,
            xGetSystemCall: None,
            xNextSystemCall: None,
        }));
        // SAFETY: the table is leaked, so it lives as long as the process, and only SQLite changes it.
        unsafe { ffi::sqlite3_vfs_register(vfs, 0) }
    });
    match code {
        ffi::SQLITE_OK => Ok(()),
        code => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)),
    }
}

/// What SQLite allocates for an open file: its own part first, then ours.
#[repr(C)]
struct OpenFile {
    base: ffi::sqlite3_file,
    /// One count of the `Arc`, given back by [`close`].
    file: *const Mutex<SealedFile>,
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(set_lock),
    xUnlock: Some(set_lock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

unsafe extern "C" fn open(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    out: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    let out = out.cast::<OpenFile>();
    // SAFETY: SQLite gives `szOsFile` writable bytes. Without methods it will not call `close` on a failure.
    unsafe { (*out).base.pMethods = std::ptr::null() };
    if flags & ffi::SQLITE_OPEN_MAIN_DB == 0 || name.is_null() {
        return ffi::SQLITE_CANTOPEN;
    }
    // SAFETY: SQLite's names end with a zero byte.
    let name = unsafe { CStr::from_ptr(name) }.to_bytes();
    let announced = lock(&ANNOUNCED);
    let Some((_, file)) = announced.iter().find(|(token, _)| token.as_bytes() == name) else {
        return ffi::SQLITE_CANTOPEN;
    };
    // SAFETY: as above; `out_flags` is writable where it is given.
    unsafe {
        (*out).file = Arc::into_raw(Arc::clone(file));
        (*out).base.pMethods = &raw const METHODS;
        if let Some(out_flags) = out_flags.as_mut() {
            *out_flags = flags;
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: SQLite closes what `open` filled, once, and the pointer came from `Arc::into_raw`.
    drop(unsafe { Arc::from_raw((*file.cast::<OpenFile>()).file) });
    ffi::SQLITE_OK
}

/// The file behind SQLite's handle.
///
/// # Safety
/// `file` was filled by [`open`] and is not closed before the guard is dropped.
unsafe fn behind<'a>(file: *mut ffi::sqlite3_file) -> MutexGuard<'a, SealedFile> {
    // SAFETY: the count of the `Arc` that `open` stored keeps the mutex alive until `close`.
    lock(unsafe { &*(*file.cast::<OpenFile>()).file })
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    buffer: *mut c_void,
    n_bytes: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    let (Ok(length), Ok(offset)) = (usize::try_from(n_bytes), u64::try_from(offset)) else {
        return ffi::SQLITE_IOERR_READ;
    };
    // SAFETY: SQLite gives an open file and a buffer of `n_bytes`, which is its own and initialized below.
    let (mut file, buffer) = unsafe {
        std::ptr::write_bytes(buffer.cast::<u8>(), 0, length);
        (behind(file), std::slice::from_raw_parts_mut(buffer.cast::<u8>(), length))
    };
    match file.read(buffer, offset) {
        Some(n_read) if n_read == length => ffi::SQLITE_OK,
        Some(_) => ffi::SQLITE_IOERR_SHORT_READ,
        None => ffi::SQLITE_IOERR_DATA,
    }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    n_bytes: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    let (Ok(length), Ok(offset)) = (usize::try_from(n_bytes), u64::try_from(offset)) else {
        return ffi::SQLITE_IOERR_WRITE;
    };
    // SAFETY: SQLite gives an open file and `n_bytes` readable bytes.
    let (mut file, bytes) = unsafe { (behind(file), std::slice::from_raw_parts(bytes.cast::<u8>(), length)) };
    file.write(bytes, offset).map_or(ffi::SQLITE_IOERR_WRITE, |()| ffi::SQLITE_OK)
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    let Ok(size) = u64::try_from(size) else { return ffi::SQLITE_IOERR_TRUNCATE };
    // SAFETY: SQLite gives an open file.
    unsafe { behind(file) }.truncate(size).map_or(ffi::SQLITE_IOERR_TRUNCATE, |()| ffi::SQLITE_OK)
}

/// Nothing is durable before [`SealedFile::settle`], and nothing needs to be.
unsafe extern "C" fn sync(_file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, size: *mut ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite gives an open file and a place for the answer.
    unsafe { *size = behind(file).size_bytes().cast_signed() };
    ffi::SQLITE_OK
}

/// The whole file is locked for this process, and within it there is one connection.
unsafe extern "C" fn set_lock(_file: *mut ffi::sqlite3_file, _level: c_int) -> c_int {
    ffi::SQLITE_OK
}

unsafe extern "C" fn check_reserved_lock(_file: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    // SAFETY: SQLite gives a place for the answer.
    unsafe { *out = 0 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_control(_file: *mut ffi::sqlite3_file, _op: c_int, _arg: *mut c_void) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_file: *mut ffi::sqlite3_file) -> c_int {
    PAGE_BYTES as c_int
}

unsafe extern "C" fn device_characteristics(_file: *mut ffi::sqlite3_file) -> c_int {
    0
}

unsafe extern "C" fn delete(_vfs: *mut ffi::sqlite3_vfs, _name: *const c_char, _sync: c_int) -> c_int {
    ffi::SQLITE_IOERR_DELETE_NOENT
}

/// No other file exists: no journal to be rolled back.
unsafe extern "C" fn access(
    _vfs: *mut ffi::sqlite3_vfs,
    _name: *const c_char,
    _flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives a place for the answer.
    unsafe { *out = 0 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn full_pathname(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    n_out: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: SQLite's names end with a zero byte.
    let name = unsafe { CStr::from_ptr(name) }.to_bytes_with_nul();
    if name.len() > usize::try_from(n_out).unwrap_or(0) {
        return ffi::SQLITE_CANTOPEN;
    }
    // SAFETY: `out` has `n_out` writable bytes, which is enough, and is not the name itself.
    unsafe { std::ptr::copy_nonoverlapping(name.as_ptr(), out.cast::<u8>(), name.len()) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn randomness(_vfs: *mut ffi::sqlite3_vfs, n_out: c_int, out: *mut c_char) -> c_int {
    let length = usize::try_from(n_out).unwrap_or(0);
    // SAFETY: `out` has `n_out` writable bytes.
    let out = unsafe {
        std::ptr::write_bytes(out.cast::<u8>(), 0, length);
        std::slice::from_raw_parts_mut(out.cast::<u8>(), length)
    };
    OsRng.fill_bytes(out);
    n_out
}

/// There is nobody to wait for.
unsafe extern "C" fn sleep(_vfs: *mut ffi::sqlite3_vfs, _micros: c_int) -> c_int {
    0
}

/// Views do not depend on when they are made, so SQL that asks for the time fails.
unsafe extern "C" fn current_time(_vfs: *mut ffi::sqlite3_vfs, _out: *mut f64) -> c_int {
    ffi::SQLITE_ERROR
}

unsafe extern "C" fn last_error(_vfs: *mut ffi::sqlite3_vfs, _n: c_int, _out: *mut c_char) -> c_int {
    0
}
