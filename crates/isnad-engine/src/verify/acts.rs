//! The ledger's side of a verification.

use isnad_crypto::hash::Hash;
use isnad_ledger::{act::Act, checkpoint::Checkpoint, tile::Tile};
use isnad_model::{
    Problem,
    view::{Gravity, VerifyReport},
};
use isnad_store_local::{
    Layout,
    acts::{Frames, Met, Place},
    keyring::Keyring,
    vault::Vault,
};
use rayon::prelude::*;

use super::{
    VerifyProgress, find, read_or_find,
    referred::{Named, Referred},
};
use crate::{devices::Devices, edge::Edge, error::of_fault, writer::read_payload};

/// Acts checked at a time: enough for all cores, little enough for the memory.
const ACTS_AT_ONCE: usize = 256;
/// Entries checked at a time; payloads of that many are in memory.
const ENTRIES_AT_ONCE: usize = 16_384;

struct Walk<'w> {
    layout: &'w Layout,
    vault: Vault,
    devices: &'w Devices,
    signed: Option<&'w Checkpoint>,
    keyring: Option<&'w Keyring>,
    edge: Edge,
    previous: Hash,
    /// Index of the entry that comes next.
    next: u64,
    /// No act was missed or refused, so the tree can be held against the signed root.
    whole: bool,
    root_at_signed: Option<Hash>,
    referred: Referred,
}

/// Checks all acts, and gives what they refer to.
pub fn check(
    layout: &Layout,
    devices: &Devices,
    signed: Option<&Checkpoint>,
    keyring: Option<&Keyring>,
    report: &mut VerifyReport,
    progress: VerifyProgress<'_>,
) -> Referred {
    let mut walk = Walk {
        layout,
        vault: Vault::new(layout),
        devices,
        signed,
        keyring,
        edge: Edge::default(),
        previous: [0; 32],
        next: 0,
        whole: true,
        root_at_signed: None,
        referred: Referred::default(),
    };
    match Frames::open(&layout.acts(), 0) {
        Ok(frames) => walk.run(frames, report, progress),
        Err(fault) => {
            walk.lose_acts();
            find(report, Gravity::Altered, of_fault(fault), "ledger/acts");
        }
    }
    walk.end(report);
    walk.referred
}

impl Walk<'_> {
    fn run(&mut self, mut frames: Frames, report: &mut VerifyReport, progress: VerifyProgress<'_>) {
        let all_bytes = super::size_of(&self.layout.ledger()) + super::size_of(&self.layout.vault());
        let mut waiting = Vec::new();
        let mut n_waiting = 0;
        loop {
            let met = match frames.next_met() {
                Ok(Some(met)) => met,
                Ok(None) => break,
                Err(fault) => {
                    self.lose_acts();
                    find(report, Gravity::Altered, of_fault(fault), "ledger/acts");
                    break;
                }
            };
            match met {
                Met::Act(place, bytes) => match Act::decode(&bytes) {
                    Ok(act) => {
                        n_waiting += act.len();
                        waiting.push((place, act));
                    }
                    Err(_) => self.damaged(&mut waiting, place, report),
                },
                Met::Damaged(place) => self.damaged(&mut waiting, place, report),
                Met::Torn(place) => self.torn(&mut waiting, place, report),
            }
            if waiting.len() >= ACTS_AT_ONCE || n_waiting >= ENTRIES_AT_ONCE {
                self.flush(&mut waiting, report);
                n_waiting = 0;
                progress(report.size_bytes, all_bytes);
            }
        }
        self.flush(&mut waiting, report);
    }

    /// Checks the acts that wait, on all cores, and then takes them in order.
    fn flush(&mut self, waiting: &mut Vec<(Place, Act)>, report: &mut VerifyReport) {
        let acts = std::mem::take(waiting);
        let (devices, vault, keyring) = (self.devices, &self.vault, self.keyring);
        let checked: Vec<_> = acts
            .into_par_iter()
            .map(|(place, act)| {
                let public = devices.find(&act.device());
                let leaves = public.and_then(|public| act.verify(public).ok());
                let bodies = keyring.map(|keyring| read_payload(vault, keyring, &act));
                let named = bodies.map(|bodies| bodies.map(|bodies| Named::of(&bodies)));
                (place, act, leaves, named)
            })
            .collect();
        for (place, act, leaves, named) in checked {
            report.size_bytes += place.size as u64;
            self.referred.acts.insert(act.header.first);
            self.take(&act, leaves, report);
            match named {
                Some(Ok(named)) => self.referred.extend(named),
                Some(Err(problem)) if !self.is_behind(&act) => {
                    self.referred.lacks_bodies = true;
                    let file = self.layout.relative(&self.layout.payload(act.header.first));
                    find(report, Gravity::Altered, problem, file);
                }
                _ => {}
            }
        }
    }

    /// From here on the tree cannot be built, and not everything that is referred to is known.
    fn lose_acts(&mut self) {
        self.whole = false;
        self.referred.lacks_acts = true;
        self.referred.lacks_bodies = true;
    }

    /// Whether an act lies behind the signed checkpoint: written, never acknowledged.
    fn is_behind(&self, act: &Act) -> bool {
        self.signed.is_some_and(|signed| act.header.first >= signed.size)
    }

    fn take(&mut self, act: &Act, leaves: Option<Vec<Hash>>, report: &mut VerifyReport) {
        let header = &act.header;
        let last = header.first + act.len() as u64 - 1;
        let about = |code| Problem::new(code).number("first", header.first).number("last", last);
        if header.first != self.next {
            // What is missing was named when it was met, unless whole acts were taken out.
            if self.whole {
                let problem = Problem::new("entries-missing")
                    .number("first", self.next)
                    .number("last", header.first.max(1) - 1);
                find(report, Gravity::Altered, problem, "ledger/acts");
            }
            self.lose_acts();
        } else if self.whole && *header.previous != self.previous {
            find(report, Gravity::Altered, about("chain-broken"), "ledger/acts");
        }
        match leaves {
            Some(leaves) => {
                self.push(&leaves);
                report.n_acts += 1;
                report.n_entries += act.len() as u64;
            }
            None => {
                self.whole = false;
                find(report, Gravity::Altered, about("signature-broken"), "ledger/acts");
            }
        }
        self.previous = header.hash();
        self.next = last + 1;
    }

    fn push(&mut self, leaves: &[Hash]) {
        if !self.whole {
            return;
        }
        let signed_size = self.signed.map_or(0, |signed| signed.size);
        let before = self.edge.size();
        if before < signed_size && signed_size <= before + leaves.len() as u64 {
            let (up_to, behind) = leaves.split_at((signed_size - before) as usize);
            self.edge.push(up_to);
            self.root_at_signed = Some(self.edge.root());
            self.edge.push(behind);
        } else {
            self.edge.push(leaves);
        }
    }

    fn damaged(&mut self, waiting: &mut Vec<(Place, Act)>, place: Place, report: &mut VerifyReport) {
        self.flush(waiting, report);
        self.lose_acts();
        let problem = Problem::new("act-damaged")
            .number("first", self.next)
            .number("offset", place.offset)
            .number("bytes", place.size as u64);
        find(report, Gravity::Altered, problem, "ledger/acts");
    }

    /// A torn end is what a crash leaves, if everything acknowledged is there.
    fn torn(&mut self, waiting: &mut Vec<(Place, Act)>, place: Place, report: &mut VerifyReport) {
        self.flush(waiting, report);
        let is_behind = self.signed.is_some_and(|signed| self.next >= signed.size);
        if !is_behind {
            return self.damaged(waiting, place, report);
        }
        let problem = Problem::new("unfinished-write").number("bytes", place.size as u64);
        find(report, Gravity::Note, problem, "ledger/acts");
    }

    fn end(&mut self, report: &mut VerifyReport) {
        let Some(signed) = self.signed else {
            if self.next > 0 && !report.findings.iter().any(|f| f.file == "ledger/checkpoint") {
                find(report, Gravity::Altered, Problem::new("checkpoint-missing"), "ledger/checkpoint");
            }
            return;
        };
        if self.whole && self.next < signed.size {
            let problem =
                Problem::new("entries-missing").number("first", self.next).number("last", signed.size - 1);
            self.lose_acts();
            find(report, Gravity::Altered, problem, "ledger/acts");
        } else if self.whole && signed.size > 0 && self.root_at_signed != Some(signed.root) {
            find(
                report,
                Gravity::Altered,
                Problem::new("root-differs").number("size", signed.size),
                "ledger/checkpoint",
            );
        }
        if self.whole && self.edge.size() == signed.size {
            self.check_tiles(report);
        }
    }

    /// Tiles follow from the acts, so a changed one harms no evidence; it is named all the same.
    fn check_tiles(&mut self, report: &mut VerifyReport) {
        let full = self.edge.take_full();
        for (tile, bytes) in &full {
            self.check_tile(tile, bytes, report);
        }
        self.referred.tiles = Some(full.iter().map(|(tile, _)| tile.path()).collect());
        let path = self.layout.ledger().join("edge");
        if read_or_find(self.layout, &path, report).is_some_and(|found| found != self.edge.bytes()) {
            find(report, Gravity::Altered, Problem::new("tile-altered"), "ledger/edge");
        }
    }

    fn check_tile(&self, tile: &Tile, bytes: &[u8], report: &mut VerifyReport) {
        let path = self.layout.ledger().join(tile.path());
        if read_or_find(self.layout, &path, report).is_some_and(|found| found != bytes) {
            find(report, Gravity::Altered, Problem::new("tile-altered"), self.layout.relative(&path));
        }
    }
}
