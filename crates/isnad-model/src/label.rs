//! Who may see an item: its sensitivity, which is least exposure by default.

/// How far an item may be shown. The order matters: later means fewer people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Sensitivity {
    /// May be shown to anyone.
    Public,
    /// Members of the organisation.
    Internal,
    /// Only those who work on it. The default for what comes in.
    #[default]
    Restricted,
    /// Only the keepers of the archive.
    Sealed,
}

impl Sensitivity {
    /// All, from the most open to the most closed.
    pub const ALL: [Self; 4] = [Self::Public, Self::Internal, Self::Restricted, Self::Sealed];

    /// The stable code, used in formats, forms and message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
            Self::Restricted => "restricted",
            Self::Sealed => "sealed",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }
}

/// The access label of an item. Today it is the sensitivity; compartments come with agreements.
pub type Label = Sensitivity;
