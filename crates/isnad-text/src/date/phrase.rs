//! A whole phrase: one date, or two with what joins them.

use super::{
    Doubt, Order, Read, Refused,
    atom::Atom,
    edtf::{Edtf, End, Shape},
    lex::{Item, Kind, Word},
    shape::Meant,
};

/// A place among the pieces of a text.
pub(super) struct Phrase<'a> {
    pub items: &'a [Item],
    pub at: usize,
    pub order: Order,
    /// Within other words: then fewer forms are taken for dates.
    pub is_prose: bool,
}

/// What a phrase says.
pub(super) struct Found {
    pub edtf: Edtf,
    pub meant: Meant,
    /// Whether it is a date without doubt, even among other words.
    pub is_strong: bool,
}

impl Found {
    pub fn into_read(self) -> Read {
        let Self { edtf, meant: Meant { calendar, doubts, weekday, time, .. }, .. } = self;
        Read { edtf, calendar, doubts, weekday, time }
    }
}

impl<'a> Phrase<'a> {
    pub fn new(items: &'a [Item], order: Order, is_prose: bool) -> Self {
        Self { items, at: 0, order, is_prose }
    }

    pub fn kind(&self) -> Option<Kind> {
        self.kind_at(0)
    }

    pub fn kind_at(&self, n: usize) -> Option<Kind> {
        self.items.get(self.at + n).map(|item| item.kind)
    }

    pub fn number(&self) -> Option<(u32, usize)> {
        match self.kind()? {
            Kind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    /// Whether white space stands before the next piece.
    pub fn spaced(&self) -> bool {
        self.spaced_at(0)
    }

    pub fn spaced_at(&self, n: usize) -> bool {
        self.items.get(self.at + n).is_none_or(|item| item.spaced)
    }

    pub fn take(&mut self, word: Word) -> bool {
        let is_it = matches!(self.kind(), Some(Kind::Word(it, _)) if it == word);
        self.at += usize::from(is_it);
        is_it
    }

    pub fn take_kind(&mut self, kind: Kind) {
        self.at += usize::from(self.kind() == Some(kind));
    }

    pub fn skip_trailing(&mut self) {
        while matches!(self.kind(), Some(Kind::Soft | Kind::Dot)) {
            self.at += 1;
        }
    }

    /// The phrase that begins here, or nothing.
    pub fn read(&mut self) -> Result<Option<Found>, Refused> {
        let (mut approximate, mut uncertain, mut relation) = (false, false, None);
        for _ in 0..6 {
            match self.kind() {
                Some(Kind::Word(Word::Around, _)) => approximate = true,
                Some(Kind::Word(Word::Unsure, _)) => uncertain = true,
                Some(Kind::Word(Word::Fill | Word::OfDay, _)) | Some(Kind::Soft) => {}
                Some(Kind::Word(
                    word @ (Word::Before
                    | Word::After
                    | Word::Since
                    | Word::Until
                    | Word::Between
                    | Word::From),
                    _,
                )) if relation.is_none() => relation = Some(word),
                _ => break,
            }
            self.at += 1;
        }
        let Some(mut first) = self.atom()? else { return Ok(None) };
        first.is_approximate |= approximate;
        first.is_uncertain |= uncertain;
        if let Some(second) = self.second(&mut first, relation)? {
            let (mut from, mut to) = (first, second);
            to.is_approximate |= from.is_approximate;
            to.is_uncertain |= from.is_uncertain;
            inherit(&mut from, &mut to);
            return self.interval(&from, &to, relation).map(Some);
        }
        // "between" wants two; and the number of a day alone is no date.
        if relation == Some(Word::Between) || first.is_bare_day() {
            return Ok(None);
        }
        if self.other_calendar()? {
            return self.both_calendars(&first).map(Some);
        }
        let meant = Meant::of(&first)?;
        let is_year = first.year.is_some_and(|year| (1900..=2100).contains(&year));
        let is_strong = strong(&first) || (is_year && (first.is_year_said || relation == Some(Word::Since)));
        let (from, to) = (meant.from.clone(), meant.to.clone());
        let shape = match relation {
            Some(Word::Before | Word::Until) => Shape::Interval(End::Open, to),
            Some(Word::After | Word::Since | Word::From) => Shape::Interval(from, End::Open),
            _ => meant.shape(),
        };
        let edtf = Edtf::checked(shape).ok_or(Refused::Unreadable)?;
        Ok(Some(Found { edtf, meant, is_strong }))
    }

    /// The second date of an interval, behind what joins the two; the first may get its year from it.
    fn second(&mut self, first: &mut Atom, relation: Option<Word>) -> Result<Option<Atom>, Refused> {
        let start = self.at;
        if !matches!(self.kind(), Some(Kind::Dash)) {
            self.skip_trailing();
        }
        let joins = match self.kind() {
            Some(Kind::Dash) => true,
            Some(Kind::Word(Word::To | Word::Until, _)) => true,
            Some(Kind::Word(Word::And, _)) => relation == Some(Word::Between) || first.is_bare_day(),
            Some(Kind::Slash) => first.day.is_none() && first.month.is_none(),
            _ => false,
        };
        if !joins {
            self.at = start;
            return Ok(None);
        }
        let is_and = matches!(self.kind(), Some(Kind::Word(Word::And, _))) && relation.is_none();
        self.at += 1;
        if relation == Some(Word::Between) {
            self.take(Word::Between);
        }
        // "July 6-8, 2012": the month stands before both days.
        if first.is_named && first.day.is_some() && first.year.is_none() && self.day_of_same_month(first) {
            let mut second = Atom { month: first.month, is_hijri: first.is_hijri, ..Atom::default() };
            second.is_named = true;
            second.day = self.number().map(|(day, _)| day);
            self.at += 1;
            if !self.spaced() {
                self.take(Word::Ordinal);
            }
            self.year_after(&mut second);
            first.day_or_year = false;
            return Ok(Some(second));
        }
        let Some(second) = self.atom()? else {
            self.at = start;
            return Ok(None);
        };
        // "9 and 15 March" are two dates; only neighbors are one.
        let are_neighbors = second.day == first.day.map(|day| day + 1);
        if second.is_bare_day() || (is_and && !are_neighbors) {
            self.at = start;
            return Ok(None);
        }
        Ok(Some(second))
    }

    fn day_of_same_month(&self, first: &Atom) -> bool {
        let has_own_month =
            matches!(self.kind_at(1), Some(Kind::Word(Word::Month | Word::Hijri | Word::Fill, _)));
        let is_numeric = matches!(self.kind_at(1), Some(Kind::Slash | Kind::Colon));
        matches!(self.number(), Some((day, 1 | 2)) if Some(day) > first.day) && !has_own_month && !is_numeric
    }

    fn interval(&self, from: &Atom, to: &Atom, relation: Option<Word>) -> Result<Found, Refused> {
        let (start, end) = (Meant::of(from)?, Meant::of(to)?);
        let both_years = from.year.is_some() && to.year.is_some();
        let is_strong = strong(from) || strong(to) || (both_years && relation.is_some());
        let shape = Shape::Interval(start.from.clone(), end.to.clone());
        let edtf = Edtf::checked(shape).ok_or(Refused::EndsBeforeStart)?;
        Ok(Found { edtf, meant: start.and(end), is_strong })
    }

    /// "… الموافق …": the same day in another calendar follows.
    fn other_calendar(&mut self) -> Result<bool, Refused> {
        let start = self.at;
        self.skip_trailing();
        if self.take(Word::Agrees) {
            self.take_kind(Kind::Colon);
            return Ok(true);
        }
        self.at = start;
        Ok(false)
    }

    /// The Gregorian one of two dates of one day, compared with the Islamic one.
    fn both_calendars(&mut self, first: &Atom) -> Result<Found, Refused> {
        let Some(mut second) = self.atom()? else { return Err(Refused::Unreadable) };
        let (gregorian, mut hijri) = match (first.is_hijri, second.is_hijri) {
            (true, false) => (&mut second, first.clone()),
            (false, true) => (&mut first.clone(), second.clone()),
            _ => return Err(Refused::Unreadable),
        };
        gregorian.weekday = gregorian.weekday.or(hijri.weekday);
        gregorian.time = gregorian.time.take().or(hijri.time.clone());
        let mut meant = Meant::of(gregorian)?;
        let edtf = Edtf::checked(meant.shape()).ok_or(Refused::Unreadable)?;
        if hijri.year.is_none() {
            hijri.year = edtf.earliest().and_then(|day| hijri_year_near(&hijri, day));
        }
        let other = Meant::of(&hijri)?;
        let converted = Edtf::checked(other.shape()).ok_or(Refused::Unreadable)?;
        // The sighted moon is a day or two from the tabular calendar, and not more.
        let far = |a: Option<i32>, b: Option<i32>| a.zip(b).is_none_or(|(a, b)| (a - b).abs() > 2);
        if far(edtf.earliest(), converted.earliest()) || far(edtf.latest(), converted.latest()) {
            meant.doubts.push(Doubt::new("date-calendars-differ", converted.to_string()));
        }
        Ok(Found { edtf, meant, is_strong: true })
    }
}

/// The Islamic year in which a day and month of that calendar come nearest to a Gregorian day, in days since 1970.
fn hijri_year_near(hijri: &Atom, day: i32) -> Option<u32> {
    // Thirty Islamic years have 10,631 days; 1970 began in 1389.
    let about = 1389 + (i64::from(day) * 30).div_euclid(10_631);
    let years = (about - 1..=about + 1).filter_map(|year| u32::try_from(year).ok());
    let distance = |year: &u32| {
        let meant = Meant::of(&Atom { year: Some(*year), ..hijri.clone() }).ok()?;
        Some((Edtf::checked(meant.shape())?.earliest()? - day).abs())
    };
    years.filter_map(|year| Some((distance(&year)?, year))).min().map(|(_, year)| year)
}

/// What one date of an interval says for the other: in "9–15 September 2018" month and year.
fn inherit(from: &mut Atom, to: &mut Atom) {
    if from.is_bare_day() {
        (from.month, from.is_hijri, from.is_named) = (to.month, to.is_hijri, to.is_named);
    }
    if from.third.is_some() && from.year.is_none() && from.month.is_none() {
        (from.month, from.year) = (to.month, to.year);
    }
    from.is_hijri |= to.is_hijri && from.month.is_none();
    match (from.year, to.year) {
        (None, Some(year)) if !to.is_short => {
            let is_later = from.month > to.month && to.month.is_some();
            // "30 December to 2 January 2014" began in 2013.
            from.year = Some(year - u32::from(is_later));
            if is_later {
                from.doubts.push(Doubt::new("date-year-inferred", (year - 1).to_string()));
            }
        }
        (None, Some(year)) => (from.year, from.is_short) = (Some(year), true),
        (Some(year), None) if to.decade.is_none() => {
            let is_earlier = to.month.is_some() && to.month < from.month;
            (to.year, to.is_short) = (Some(year + u32::from(is_earlier)), from.is_short);
            to.doubts.push(Doubt::new("date-year-inferred", (year + u32::from(is_earlier)).to_string()));
        }
        _ => {}
    }
}

/// Whether it can hardly be anything else than a date.
fn strong(atom: &Atom) -> bool {
    let has_year = atom.year.is_some() && !atom.is_short;
    (has_year && (atom.month.is_some() || atom.season.is_some() || atom.third.is_some()))
        || (atom.is_named && atom.day.is_some())
        || atom.decade.is_some()
}
