//! Messages and mailboxes, by the shape of their first lines (RFC 5322 §2.2, RFC 4155 appendix A).
//!
//! Anybody may type `From:` and `Date:` over a letter, so a message is one whose header only a machine writes.

/// The longest first line of a mailbox that is looked at.
const FROM_LINE_MAX: usize = 1000;

/// Fields that mail programs write and people do not.
const BY_MACHINES: &[&[u8]] = &[
    b"message-id",
    b"received",
    b"mime-version",
    b"return-path",
    b"delivered-to",
    b"dkim-signature",
    b"envelope-to",
    b"x-received",
    b"x-mailer",
    b"x-originating-ip",
    b"x-mozilla-status",
    b"x-gmail-labels",
    b"x-gm-thrid",
    b"x-apparently-to",
    b"thread-index",
];

const MONTHS: [&[u8]; 12] =
    [b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];

/// Whether these are the first bytes of a message.
pub(crate) fn is_message(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let mut seen = Seen::default();
    for line in head.split_inclusive(|b| *b == b'\n') {
        let Some(whole) = line.strip_suffix(b"\n") else {
            // The head ends within this line, or the file does; what came before it must do.
            break;
        };
        let line = whole.strip_suffix(b"\r").unwrap_or(whole);
        match field_name(line) {
            _ if line.is_empty() => break,
            Some(name) => seen.field(name, &line[name.len()..]),
            None if matches!(line[0], b' ' | b'\t') && seen.count > 0 => {}
            // A copy out of a mailbox may still have the line that divided it from the others.
            None if seen.count == 0 && is_from_line(line) => {}
            None => return false,
        }
    }
    seen.is_enough()
}

/// Whether these are the first bytes of a mailbox: a dividing line, and a message's header after it.
pub(crate) fn is_mailbox(head: &[u8]) -> bool {
    let Some(end) = head.iter().take(FROM_LINE_MAX).position(|b| *b == b'\n') else { return false };
    let (line, rest) = (&head[..end], &head[end + 1..]);
    let next = rest.split(|b| *b == b'\n').next().unwrap_or_default();
    is_from_line(line) && begins_message(next)
}

/// Whether a line may be the first of a message behind a dividing line: a field, or nothing at all.
pub(crate) fn begins_message(line: &[u8]) -> bool {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    line.is_empty() || field_name(line).is_some()
}

/// Whether a line divides the messages of a mailbox: `From `, a sender, and a date as `asctime` writes it.
///
/// Without the date a sentence that begins with this word would cut a message in two.
pub(crate) fn is_from_line(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    rest.len() <= FROM_LINE_MAX && has_date(rest)
}

/// Month, year and time of day, anywhere in a line.
fn has_date(text: &[u8]) -> bool {
    let (mut month, mut year, mut time) = (false, false, false);
    for word in text.split(|b| b.is_ascii_whitespace() || *b == b',') {
        month |= word.get(..3).is_some_and(|w| MONTHS.iter().any(|m| w.eq_ignore_ascii_case(m)))
            && word.iter().all(u8::is_ascii_alphabetic);
        year |= word.len() == 4 && word.iter().all(u8::is_ascii_digit) && matches!(word[0], b'1' | b'2');
        time |= is_time(word);
    }
    month && year && time
}

/// `9:05`, `09:05:59`.
fn is_time(word: &[u8]) -> bool {
    let mut parts = word.split(|b| *b == b':');
    let is_number = |part: &[u8]| matches!(part.len(), 1 | 2) && part.iter().all(u8::is_ascii_digit);
    word.contains(&b':') && parts.by_ref().take(3).all(is_number) && parts.next().is_none()
}

/// The name of the field that a line begins: printable ASCII up to a colon.
pub(crate) fn field_name(line: &[u8]) -> Option<&[u8]> {
    let end = line.iter().position(|b| !matches!(b, b'!'..=b'9' | b';'..=b'~'))?;
    // Old programs put a space before the colon.
    let colon = line[end..].iter().position(|b| !matches!(b, b' ' | b'\t'))?;
    (end > 0 && line[end + colon] == b':').then_some(&line[..end])
}

/// What a header held so far.
#[derive(Default)]
struct Seen {
    count: usize,
    by_machine: bool,
    from: bool,
    date: bool,
    about: bool,
}

impl Seen {
    fn field(&mut self, name: &[u8], rest: &[u8]) {
        self.count += 1;
        let is = |known: &[u8]| name.eq_ignore_ascii_case(known);
        self.by_machine |= BY_MACHINES.iter().any(|known| is(known));
        self.from |= is(b"from") || is(b"sender");
        self.date |= is(b"date") && has_date(rest);
        self.about |= is(b"to") || is(b"cc") || is(b"subject");
    }

    fn is_enough(&self) -> bool {
        let is_letter = self.from && self.date && self.about;
        is_letter || (self.by_machine && (self.from || self.date || self.about))
    }
}

#[cfg(test)]
mod tests;
