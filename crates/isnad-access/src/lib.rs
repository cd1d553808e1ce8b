//! Who may see what.
//!
//! A query gives [`Sealed`] values; only [`release`] opens one, and only for a [`Grant`] that covers its label.
//! What is denied and what is not there look the same from outside: both are `None`.

use isnad_model::{Label, PrincipalId, Sensitivity};

/// What a principal is allowed, from the moment of sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    principal: PrincipalId,
    role: Role,
}

/// What somebody is in this archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Keeps the archive: sees everything, adds people, closes and restores.
    Keeper,
    /// Takes in and works on material: everything but what is sealed.
    Member,
    /// Reads what members of the organisation may read.
    Reader,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 3] = [Self::Keeper, Self::Member, Self::Reader];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Keeper => "keeper",
            Self::Member => "member",
            Self::Reader => "reader",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }

    /// The most closed label that the role may see.
    pub const fn ceiling(self) -> Sensitivity {
        match self {
            Self::Keeper => Sensitivity::Sealed,
            Self::Member => Sensitivity::Restricted,
            Self::Reader => Sensitivity::Internal,
        }
    }

    /// Whether the role may take material in.
    pub const fn may_take_in(self) -> bool {
        matches!(self, Self::Keeper | Self::Member)
    }
}

impl Grant {
    /// A grant; made by the engine at sign-in.
    pub const fn new(principal: PrincipalId, role: Role) -> Self {
        Self { principal, role }
    }

    /// Who.
    pub const fn principal(&self) -> PrincipalId {
        self.principal
    }

    /// As what.
    pub const fn role(&self) -> Role {
        self.role
    }

    /// Whether a label is covered.
    pub fn covers(&self, label: Label) -> bool {
        label <= self.role.ceiling()
    }

    /// The labels covered: the terms of the filter inside every search.
    pub fn labels(&self) -> impl Iterator<Item = Label> {
        let ceiling = self.role.ceiling();
        Sensitivity::ALL.into_iter().filter(move |l| *l <= ceiling)
    }
}

/// A value that nobody may look at yet.
#[derive(Clone)]
pub struct Sealed<T> {
    label: Label,
    value: T,
}

impl<T> Sealed<T> {
    /// Seals a value under its label.
    pub const fn new(label: Label, value: T) -> Self {
        Self { label, value }
    }
}

impl<T> std::fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[sealed]")
    }
}

/// Opens a sealed value, if the grant covers its label.
pub fn release<T>(sealed: Sealed<T>, grant: &Grant) -> Option<T> {
    grant.covers(sealed.label).then_some(sealed.value)
}

#[cfg(test)]
mod tests;
