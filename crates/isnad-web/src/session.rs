//! Sessions: in memory only, so that ending the program ends them all.

use std::{collections::HashMap, sync::Mutex, time::Duration};

use isnad_access::Grant;
use isnad_crypto::hash::{Hash, sha256};
use isnad_model::intake::Provenance;
use rand::{RngCore, rngs::OsRng};

use crate::state::held;

/// 256 bits of chance, in hexadecimal: the name of a session, or the proof that a form is ours.
pub(crate) fn token() -> String {
    let mut bytes = [0u8; 32];
    OsRng.fill_bytes(&mut bytes);
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Compares two tokens in a time that does not tell where they differ.
pub(crate) fn same_token(a: &str, b: &str) -> bool {
    !a.is_empty()
        && a.len() == b.len()
        && a.bytes().zip(b.bytes()).fold(0, |differing, (x, y)| differing | (x ^ y)) == 0
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub grant: Grant,
    pub name: String,
    /// The token that every form of this session carries.
    pub form: String,
    /// What this person had typed when their last session ended, until it is sent or the session ends.
    pub draft: Option<Provenance>,
    seen: Duration,
}

/// All sessions, under the hash of their token: neither a memory dump of the keys of this map nor the time a
/// lookup takes gives a token away.
pub(crate) struct Sessions {
    idle: Duration,
    map: Mutex<HashMap<Hash, Session>>,
}

impl Sessions {
    pub fn new(idle: Duration) -> Self {
        Self { idle, map: Mutex::default() }
    }

    /// Begins a session and gives its token.
    pub fn begin(&self, grant: Grant, name: String, draft: Option<Provenance>, now: Duration) -> String {
        let token = token();
        let session = Session { grant, name, form: self::token(), draft, seen: now };
        held(&self.map).insert(key(&token), session);
        token
    }

    /// The session of a token, if it has not been idle too long. Asking keeps it alive.
    pub fn find(&self, token: &str, now: Duration) -> Option<Session> {
        self.look(token, now, true)
    }

    /// The same for a page that asks again by itself, which nobody need be sitting before.
    pub fn watch(&self, token: &str, now: Duration) -> Option<Session> {
        self.look(token, now, false)
    }

    fn look(&self, token: &str, now: Duration, is_somebody: bool) -> Option<Session> {
        let mut map = held(&self.map);
        let session = map.get_mut(&key(token))?;
        if now.saturating_sub(session.seen) > self.idle {
            map.remove(&key(token));
            return None;
        }
        if is_somebody {
            session.seen = now;
        }
        Some(session.clone())
    }

    /// Forgets the draft of the session whose forms carry this token.
    pub fn forget_draft(&self, form: &str) {
        let mut map = held(&self.map);
        map.values_mut().filter(|session| same_token(&session.form, form)).for_each(|s| s.draft = None);
    }

    /// Ends a session.
    pub fn end(&self, token: &str) {
        held(&self.map).remove(&key(token));
    }

    /// Ends all that have been idle too long.
    pub fn sweep(&self, now: Duration) {
        held(&self.map).retain(|_, session| now.saturating_sub(session.seen) <= self.idle);
    }

    pub fn is_empty(&self) -> bool {
        held(&self.map).is_empty()
    }
}

fn key(token: &str) -> Hash {
    sha256(&[token.as_bytes()])
}
