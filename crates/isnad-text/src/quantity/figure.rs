//! A number in digits, with the separators of three languages.

use std::fmt;

/// A decimal number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    /// Its digits without the point.
    digits: u128,
    /// How many of them stand behind the point.
    decimals: u32,
    /// What it was multiplied with: thousand, million.
    pub scale: u128,
}

/// More digits than any count has, so that what is compared fits 128 bits.
const MAX_DIGITS: usize = 27;
const TOO_MUCH: u128 = 10u128.pow(27);
/// Billionths are the smallest unit that numbers are compared in.
const MAX_DECIMALS: usize = 9;

impl Figure {
    pub fn whole(value: u128) -> Self {
        Self { digits: value, decimals: 0, scale: 1 }
    }

    /// From its whole and broken digits.
    fn new(whole: &str, broken: &str) -> Option<Self> {
        let broken = broken.trim_end_matches('0');
        let all = format!("{whole}{broken}");
        if all.len() > MAX_DIGITS || broken.len() > MAX_DECIMALS {
            return None;
        }
        Some(Self { digits: all.parse().ok()?, decimals: u32::try_from(broken.len()).ok()?, scale: 1 })
    }

    /// Multiplied with a thousand and its like.
    pub fn times(&self, scale: u128) -> Option<Self> {
        let digits = self.digits.checked_mul(scale).filter(|digits| *digits < TOO_MUCH)?;
        let mut figure = Self { digits, ..self.clone() };
        figure.scale = self.scale.checked_mul(scale)?;
        while figure.decimals > 0 && figure.digits.is_multiple_of(10) {
            figure.digits /= 10;
            figure.decimals -= 1;
        }
        Some(figure)
    }

    /// Its value in units that are small enough to compare all.
    pub fn value(&self) -> u128 {
        let unit = 10u128.checked_pow(9u32.saturating_sub(self.decimals)).unwrap_or(1);
        self.digits.saturating_mul(unit)
    }

    /// The number that stood before "million".
    pub fn before_scale(&self) -> u128 {
        self.value() / self.scale.max(1)
    }

    /// Its value, if it is whole.
    pub fn integer(&self) -> Option<u128> {
        (self.decimals == 0).then_some(self.digits)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.decimals == 0 {
            return write!(f, "{}", self.digits);
        }
        let width = self.decimals as usize + 1;
        let all = format!("{:0width$}", self.digits);
        let (whole, broken) = all.split_at(all.len() - self.decimals as usize);
        write!(f, "{whole}.{broken}")
    }
}

/// Reads digits with their separators: the number, and the other number that they may be.
///
/// `٬`, spaces and apostrophes part thousands, `٫` the fraction. A comma or point does either: of two different ones
/// the last parts the fraction; one that stands before exactly three digits is taken for thousands, with the other
/// reading beside it.
pub(super) fn figure(text: &str) -> Option<(Figure, Option<Figure>)> {
    let is_sign = |c: char| !c.is_ascii_digit();
    let signs: Vec<char> = text.chars().filter(|c| is_sign(*c)).map(plain).collect();
    let groups: Vec<&str> = text.split(is_sign).collect();
    let (last, others) = signs.split_last().map_or((None, &[][..]), |(last, others)| (Some(*last), others));
    let Some(last) = last else { return Figure::new(text, "").map(|figure| (figure, None)) };
    let is_one_kind = others.windows(2).all(|pair| pair[0] == pair[1]);
    let (tail, head) = groups.split_last()?;
    // Thousands stand in threes, behind one to three digits that do not begin with a zero.
    let in_threes = |groups: &[&str]| match groups.split_first() {
        Some((first, rest)) => {
            let leads = first.len() <= 3 && (rest.is_empty() || !first.starts_with('0'));
            leads && rest.iter().all(|group| group.len() == 3)
        }
        None => false,
    };
    let whole = || groups.concat();
    let all_same = is_one_kind && others.last().is_none_or(|other| *other == last);
    match last {
        '٬' | ' ' if all_same && in_threes(&groups) => Some((Figure::new(&whole(), "")?, None)),
        '٫' if is_one_kind && !others.contains(&'٫') && (head.len() == 1 || in_threes(head)) => {
            Some((Figure::new(&head.concat(), tail)?, None))
        }
        ',' | '.' if others.is_empty() => {
            let broken = Figure::new(head[0], tail)?;
            match in_threes(&groups) {
                // Nobody writes a fraction of three zeros, except who measures.
                true => {
                    let other = (last == '.' || *tail != "000").then_some(broken);
                    Some((Figure::new(&whole(), "")?, other))
                }
                false => Some((broken, None)),
            }
        }
        ',' | '.' if all_same && in_threes(&groups) => Some((Figure::new(&whole(), "")?, None)),
        ',' | '.' if is_one_kind && !others.contains(&last) && in_threes(head) => {
            Some((Figure::new(&head.concat(), tail)?, None))
        }
        _ => None,
    }
}

/// Separators that look and mean the same.
fn plain(c: char) -> char {
    match c {
        '،' => ',',
        '\'' | '’' | '\u{A0}' | '\u{202F}' | '\u{2009}' => ' ',
        other => other,
    }
}
