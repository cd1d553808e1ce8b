//! Which language, which digits, and for which medium.

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Arabic, the first language.
    #[default]
    Ar,
    /// English.
    En,
    /// French.
    Fr,
}

impl Lang {
    /// All languages, in the order of the language switch.
    pub const ALL: [Self; 3] = [Self::Ar, Self::En, Self::Fr];

    /// The code of the language (ISO 639-1), as in `<html lang>` and in cookies.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// Its direction, as in `<html dir>`.
    pub const fn dir(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            Self::En | Self::Fr => "ltr",
        }
    }

    /// Its own name for itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ar => "العربية",
            Self::En => "English",
            Self::Fr => "Français",
        }
    }

    /// Reads a code, with or without a region: `fr`, `fr-CA`, `fr_FR.UTF-8`.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_', '.']).next()?.trim();
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// The language that somebody chose, else Arabic.
    ///
    /// What a browser asks for is left aside: Tor Browser asks for English whoever sits before it, and so do most
    /// browsers that nobody set up. Arabic is the first language here, and the others are one click away.
    pub fn chosen(code: Option<&str>) -> Self {
        code.and_then(Self::from_code).unwrap_or_default()
    }
}

/// How digits are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Digits {
    /// ٠١٢٣٤٥٦٧٨٩, as in Cairo, Damascus and Baghdad.
    Arabic,
    /// 0123456789, as in Tunis and Rabat, and in English and French.
    Latin,
}

impl Digits {
    /// The code, for cookies and forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arabic => "arab",
            Self::Latin => "latn",
        }
    }

    /// Reads a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Arabic, Self::Latin].into_iter().find(|digits| digits.code() == code)
    }
}

/// Where the words will stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Medium {
    /// A page: arguments stand between direction isolates (U+2068 and U+2069).
    #[default]
    Page,
    /// A terminal, many of which print isolates as boxes: arguments stand bare.
    Plain,
}

/// A language with the choices that go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Locale {
    /// The language.
    pub lang: Lang,
    /// The digits.
    pub digits: Digits,
    /// The medium.
    pub medium: Medium,
}

impl Locale {
    /// A language with its usual digits, for pages.
    pub const fn new(lang: Lang) -> Self {
        let digits = match lang {
            Lang::Ar => Digits::Arabic,
            Lang::En | Lang::Fr => Digits::Latin,
        };
        Self { lang, digits, medium: Medium::Page }
    }

    /// The same with other digits; English and French have only one kind.
    #[must_use]
    pub const fn with_digits(mut self, digits: Digits) -> Self {
        if let Lang::Ar = self.lang {
            self.digits = digits;
        }
        self
    }

    /// The same without isolates, for a terminal or a plain file.
    #[must_use]
    pub const fn plain(mut self) -> Self {
        self.medium = Medium::Plain;
        self
    }
}

impl Default for Locale {
    fn default() -> Self {
        Self::new(Lang::default())
    }
}

impl From<Lang> for Locale {
    fn from(lang: Lang) -> Self {
        Self::new(lang)
    }
}
