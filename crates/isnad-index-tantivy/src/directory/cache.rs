//! Blocks that were opened of late.

use std::sync::{Arc, Mutex, PoisonError};

/// 2,048 blocks of 16 KiB are 32 MiB.
const N_SLOTS: usize = 2048;

/// One block: its file's number in this process, its own number, its plain bytes.
type Slot = Option<(u64, u64, Arc<[u8]>)>;

/// Each block has one slot it may be in, and the newer drives out the older.
///
/// That is no worse in practice than keeping an order of use, and a reader waits only for its own slot.
pub(super) struct Cache {
    slots: Box<[Mutex<Slot>]>,
}

impl Default for Cache {
    fn default() -> Self {
        Self { slots: (0..N_SLOTS).map(|_| Mutex::default()).collect() }
    }
}

impl Cache {
    /// The block, if it was opened of late.
    pub(super) fn get(&self, file: u64, number: u64) -> Option<Arc<[u8]>> {
        let slot = self.slot(file, number).lock().unwrap_or_else(PoisonError::into_inner);
        match &*slot {
            Some((f, n, plain)) if (*f, *n) == (file, number) => Some(Arc::clone(plain)),
            _ => None,
        }
    }

    /// Keeps a block.
    pub(super) fn put(&self, file: u64, number: u64, plain: &Arc<[u8]>) {
        let mut slot = self.slot(file, number).lock().unwrap_or_else(PoisonError::into_inner);
        *slot = Some((file, number, Arc::clone(plain)));
    }

    /// Blocks of one file lie side by side; files begin far from one another (Fibonacci hashing).
    fn slot(&self, file: u64, number: u64) -> &Mutex<Slot> {
        let begin = file.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        &self.slots[(begin.wrapping_add(number) % N_SLOTS as u64) as usize]
    }
}
