//! Exit codes: a contract for scripts, documented in `docs/user` and kept.

use isnad_model::Problem;

/// All is well.
pub const OK: u8 = 0;
/// It failed.
pub const FAILED: u8 = 1;
/// The call was not understood.
pub const USAGE: u8 = 2;
/// Evidence, ledger or keyring were altered.
pub const ALTERED: u8 = 3;
/// Some of it was done; the report says what was not.
pub const PARTLY: u8 = 4;
/// Refused by policy, role or consent.
pub const REFUSED: u8 = 5;
/// Locked: no or a wrong passphrase, or another program holds the archive.
pub const LOCKED: u8 = 6;

/// The exit code that belongs to a problem.
pub fn of(problem: &Problem) -> u8 {
    match problem.code {
        "wrong-passphrase" | "passphrase-needed" | "archive-in-use" | "password-wrong"
        | "password-needed" => LOCKED,
        "not-allowed" => REFUSED,
        "marker-altered" | "devices-altered" | "checkpoint-altered" | "keyring-damaged" | "slots-altered"
        | "ledger-altered" | "ledger-rolled-back" | "payload-missing" | "payload-altered" | "key-missing"
        | "object-missing" | "object-altered" | "disk-lied" => ALTERED,
        _ => FAILED,
    }
}
