//! The time of day beside a date.

use super::{
    Refused,
    lex::{Kind, Word},
    phrase::Phrase,
};

impl Phrase<'_> {
    /// A time here, as `21:22`, or nothing; then nothing is passed over either.
    pub(super) fn time(&mut self) -> Result<Option<String>, Refused> {
        let start = self.at;
        let mut is_said = false;
        for _ in 0..3 {
            match self.kind() {
                Some(Kind::Word(Word::At, _)) => is_said = true,
                Some(Kind::Soft | Kind::Dash | Kind::Word(Word::To | Word::In, _)) => {}
                _ => break,
            }
            self.at += 1;
        }
        let Some((hour, 1 | 2)) = self.number() else { return self.back(start) };
        self.at += 1;
        let mut parts = vec![hour];
        match self.kind() {
            Some(Kind::Colon) => {
                self.minutes(&mut parts);
                if parts.len() == 1 {
                    return self.back(start);
                }
            }
            Some(Kind::Word(Word::Hour, _)) => {
                self.at += 1;
                if let Some((minute, 2)) = self.number().filter(|_| !self.spaced()) {
                    parts.push(minute);
                    self.at += 1;
                }
            }
            Some(Kind::Word(Word::Am | Word::Pm | Word::Night, _)) => {}
            _ if is_said => {}
            _ => return self.back(start),
        }
        parts.resize(parts.len().max(2), 0);
        self.half_of_day(&mut parts[0]);
        let limits = [24, 60, 61];
        if parts.iter().zip(limits).any(|(part, limit)| *part >= limit) {
            return Err(Refused::NoSuchTime);
        }
        let mut time = parts.iter().map(|part| format!("{part:02}")).collect::<Vec<_>>().join(":");
        time.push_str(&self.zone());
        Ok(Some(time))
    }

    fn back(&mut self, start: usize) -> Result<Option<String>, Refused> {
        self.at = start;
        Ok(None)
    }

    /// `:22` and `:22:30`, as far as they are there; fractions of a second are passed over.
    fn minutes(&mut self, parts: &mut Vec<u32>) {
        while parts.len() < 3 && self.kind() == Some(Kind::Colon) {
            self.at += 1;
            let Some((part, 2)) = self.number() else { return };
            parts.push(part);
            self.at += 1;
        }
        if parts.len() == 3 && self.kind() == Some(Kind::Dot) && !self.spaced_at(1) {
            let is_fraction =
                matches!(self.items.get(self.at + 1).map(|item| item.kind), Some(Kind::Number(..)));
            self.at += if is_fraction { 2 } else { 0 };
        }
    }

    /// Morning and afternoon. Who writes 21 and "in the evening" means 21.
    fn half_of_day(&mut self, hour: &mut u32) {
        let Some(Kind::Word(half, _)) = self.kind() else { return };
        match half {
            Word::Am if *hour == 12 => *hour = 0,
            Word::Pm if *hour < 12 => *hour += 12,
            Word::Night if *hour == 12 => *hour = 0,
            Word::Night if (6..12).contains(hour) => *hour += 12,
            Word::Am | Word::Pm | Word::Night => {}
            _ => return,
        }
        self.at += 1;
    }

    fn zone(&mut self) -> String {
        if let Some(Kind::Word(Word::Utc, _)) = self.kind() {
            self.at += 1;
            return "Z".to_owned();
        }
        let sign = match self.kind() {
            Some(Kind::Plus) => '+',
            Some(Kind::Dash) => '-',
            _ => return String::new(),
        };
        let glued = !self.spaced() && !self.spaced_at(1);
        let at = |n: usize| self.items.get(self.at + n).map(|item| item.kind);
        let (zone, n) = match (at(1), at(2), at(3)) {
            (Some(Kind::Number(h, 2)), Some(Kind::Colon), Some(Kind::Number(m, 2))) => {
                (format!("{sign}{h:02}:{m:02}"), 4)
            }
            // As in mail (RFC 5322, 3.3): a space before the sign.
            (Some(Kind::Number(hm, 4)), ..) if sign == '+' && !self.spaced_at(1) => {
                (format!("{sign}{:02}:{:02}", hm / 100, hm % 100), 2)
            }
            _ => return String::new(),
        };
        if !glued && sign == '-' {
            return String::new();
        }
        self.at += n;
        zone
    }
}
