//! From a passphrase to a secret: Argon2id (RFC 9106).

use argon2::{Algorithm, Argon2, Params, Version};

use crate::{Secret, Unsealed};

/// How dear a guess is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// 64 MiB, 3 passes, 4 lanes: the second recommended option of RFC 9106 §4.
    pub const STRONG: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };
    /// The least that the library takes; for tests only, and refused for archives that people make.
    pub const TEST: Self = Self { memory_kib: 32, passes: 1, lanes: 1 };
}

/// Stretches a passphrase. The passphrase is taken as UTF-8 in the form that the caller settled on (NFC).
pub fn stretch(passphrase: &str, salt: &[u8; 32], cost: Cost) -> Result<Secret, Unsealed> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(|_| Unsealed)?;
    let mut out = Secret([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut out.0)
        .map_err(|_| Unsealed)?;
    Ok(out)
}
