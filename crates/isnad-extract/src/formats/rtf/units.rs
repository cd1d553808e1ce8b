//! Letters in UTF-16 whose units come one by one.

/// Puts units together.
#[derive(Debug, Default)]
pub(super) struct Units {
    /// The first half of a letter beyond the first 65,536.
    high: Option<u16>,
}

impl Units {
    /// The letters that are whole with this unit. A half without its other half stands as �.
    pub(super) fn push(&mut self, unit: u16) -> String {
        let before = self.high.take();
        if (0xD800..=0xDBFF).contains(&unit) {
            self.high = Some(unit);
            return String::from_iter(before.map(|_| char::REPLACEMENT_CHARACTER));
        }
        let units = before.into_iter().chain([unit]);
        char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    }

    /// What stands for a half that nothing follows any more.
    pub(super) fn end(&mut self) -> Option<&'static str> {
        self.high.take().map(|_| "\u{FFFD}")
    }
}

#[cfg(test)]
mod tests;
