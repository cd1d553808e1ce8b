//! What parent and child say to each other over the pipes: tiny frames of plain bytes.
//!
//! A request is `task u8, page u32, width u32, length u64`, then that many bytes of the file. Before the bytes of a
//! file from which pictures are cut stand `turn u32, count u32` and the areas.
//! A reply is a run of frames that ends with [`Reply::Done`]; a frame is `tag u8, length u32`, then its payload.
//! Numbers are little-endian; a text inside a payload is `length u32` and UTF-8.
//!
//! A child that was taken over may send any bytes at all. So a frame has a greatest length, a text must be
//! UTF-8, codes come from a list, and whatever else is wrong makes the whole answer void.

pub(crate) mod rows;

use crate::{codes, cut::Cut, rows::Wanted};
use isnad_model::{
    Arg, Problem,
    reading::{Kind, Page, Word},
    table::RowSettings,
};
use std::io::{self, Read, Write};

/// The longest payload of a frame. Longer texts go in pieces.
pub(crate) const PAYLOAD_MAX: usize = 1 << 20;
/// A longer piece of text or content is cut into several frames.
pub(crate) const PIECE_MAX: usize = 256 << 10;
/// The longest block of rows: one row may have eight MiB in its cells, and something for each of their lengths.
pub(crate) const ROWS_MAX: usize = 16 << 20;
/// The most pixels of a page that is drawn in shades of gray: an A3 page at 350 to the inch.
pub(crate) const PIXELS_MAX: u64 = 24_000_000;

/// What a child is to do with one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Task {
    /// Text and metadata.
    Read,
    /// A picture of a page, from 1, at most so many pixels wide.
    Page { page: u32, width: u32 },
    /// A page, from 1, in shades of gray, so many pixels to the inch.
    Pixels { page: u32, dpi: u32 },
    /// The members of a container.
    Unpack,
    /// A page turned, or pieces of it.
    Cut(Cut),
    /// A copy of a locked document without its lock.
    Opened,
    /// The rows of a table.
    Rows(Wanted),
}

/// One frame of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reply<'a> {
    /// The first frame of a child's life: empty when the sandbox holds, otherwise why it does not.
    Sandbox(&'a str),
    /// What the file is.
    Kind(Kind, &'a str),
    /// What reads it, and with which settings.
    Tool(&'a str, &'a str),
    /// A new page begins.
    Page,
    /// More text of the page.
    Text(&'a str),
    /// Where words of the page stand, packed as [`Word::pack`] does; after all of the page's text.
    Words(&'a [u8]),
    /// A metadata value.
    Metadatum(&'a str, &'a str),
    /// What could not be read.
    Problem(Problem),
    /// There are members to take out of it, beside what was read.
    HasMembers,
    /// A member of a container begins.
    Member(Head<'a>),
    /// The width and height of a picture in shades of gray; a byte a pixel follows, row by row.
    Size(u32, u32),
    /// A sheet begins: its place from 0, whether it is hidden, its name.
    Sheet(u32, bool, &'a str),
    /// Rows of the sheet, packed as [`rows`] says.
    Rows(&'a [u8]),
    /// More content of the member or of the picture.
    Data(&'a [u8]),
    /// The member or the picture is whole.
    End,
    /// Nothing more about this file.
    Done,
}

/// What a container says about a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head<'a> {
    pub(crate) name: &'a [u8],
    pub(crate) label: &'a str,
    pub(crate) size: Option<u64>,
    pub(crate) modified: &'a str,
}

impl Task {
    const LENGTH: usize = 17;

    pub(crate) fn write(&self, length: u64, out: &mut dyn Write) -> io::Result<()> {
        let (code, page, width) = match self {
            Self::Read => (0, 0, 0),
            Self::Page { page, width } => (1, *page, *width),
            Self::Unpack => (2, 0, 0),
            Self::Cut(cut) => (3, cut.page, cut.width_max),
            Self::Pixels { page, dpi } => (4, *page, *dpi),
            Self::Opened => (5, 0, 0),
            Self::Rows(_) => (6, 0, 0),
        };
        let mut head = [0; Self::LENGTH];
        head[0] = code;
        head[1..5].copy_from_slice(&u32::to_le_bytes(page));
        head[5..9].copy_from_slice(&u32::to_le_bytes(width));
        head[9..].copy_from_slice(&length.to_le_bytes());
        out.write_all(&head)?;
        match self {
            Self::Cut(cut) => cut.write(out),
            Self::Rows(wanted) => wanted.write(out),
            _ => Ok(()),
        }
    }

    /// The next request and the length of its bytes; `None` when the parent has closed the pipe.
    pub(crate) fn read(input: &mut dyn Read) -> io::Result<Option<(Self, u64)>> {
        let mut head = [0; Self::LENGTH];
        match input.read_exact(&mut head) {
            Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
            other => other?,
        }
        let mut fields = Fields(&head);
        let code = fields.take(1)?[0];
        let (page, width, length) = (fields.u32()?, fields.u32()?, fields.u64()?);
        let task = match code {
            0 => Self::Read,
            1 => Self::Page { page, width },
            2 => Self::Unpack,
            3 => Self::Cut(Cut::read(page, width, input)?),
            4 => Self::Pixels { page, dpi: width },
            5 => Self::Opened,
            6 => Self::Rows(Wanted::read(input)?),
            _ => return Err(void()),
        };
        Ok(Some((task, length)))
    }
}

impl<'a> Reply<'a> {
    /// Writes the frame. `scratch` is only there to be used again.
    pub(crate) fn write(&self, out: &mut dyn Write, scratch: &mut Vec<u8>) -> io::Result<()> {
        scratch.clear();
        let tag = match self {
            Self::Sandbox(reason) => text(scratch, b'S', reason),
            Self::Kind(kind, media_type) => {
                text(scratch, b'K', kind.code());
                text(scratch, b'K', media_type)
            }
            Self::Tool(tool, settings) => {
                text(scratch, b'T', tool);
                text(scratch, b'T', settings)
            }
            Self::Page => b'N',
            // Text and content take the whole payload: they are the bulk, and are not copied.
            Self::Text(t) => return frame(out, b't', t.as_bytes()),
            Self::Words(w) => return frame(out, b'W', w),
            Self::Rows(rows) => return frame(out, b'R', rows),
            Self::Data(d) => return frame(out, b'D', d),
            Self::Metadatum(name, value) => {
                text(scratch, b'M', name);
                text(scratch, b'M', value)
            }
            Self::Problem(problem) => write_problem(scratch, problem),
            Self::HasMembers => b'C',
            Self::Member(head) => {
                bytes(scratch, head.name);
                text(scratch, b'F', head.label);
                scratch.push(u8::from(head.size.is_some()));
                scratch.extend_from_slice(&head.size.unwrap_or(0).to_le_bytes());
                text(scratch, b'F', head.modified)
            }
            Self::Size(width, height) => {
                scratch.extend_from_slice(&width.to_le_bytes());
                scratch.extend_from_slice(&height.to_le_bytes());
                b'G'
            }
            Self::Sheet(index, is_hidden, name) => {
                scratch.extend_from_slice(&index.to_le_bytes());
                scratch.push((*is_hidden).into());
                text(scratch, b'H', name)
            }
            Self::End => b'E',
            Self::Done => b'.',
        };
        frame(out, tag, scratch)
    }

    /// Reads the next frame into `payload` and takes it apart.
    pub(crate) fn read(input: &mut dyn Read, payload: &'a mut Vec<u8>) -> io::Result<Self> {
        let mut head = [0; 5];
        input.read_exact(&mut head)?;
        let length = Fields(&head[1..]).u32()? as usize;
        if length > if head[0] == b'R' { ROWS_MAX } else { PAYLOAD_MAX } {
            return Err(void());
        }
        payload.resize(length, 0);
        input.read_exact(payload)?;
        let mut fields = Fields(payload);
        let reply = match head[0] {
            b'S' => Self::Sandbox(fields.text()?),
            b'K' => Self::Kind(Kind::from_code(fields.text()?).ok_or_else(void)?, fields.text()?),
            b'T' => Self::Tool(fields.text()?, fields.text()?),
            b'N' => Self::Page,
            b't' => Self::Text(std::str::from_utf8(fields.rest()).map_err(|_| void())?),
            b'W' => Self::Words(fields.rest()),
            b'D' => Self::Data(fields.rest()),
            b'M' => Self::Metadatum(fields.text()?, fields.text()?),
            b'P' => Self::Problem(read_problem(&mut fields)?),
            b'C' => Self::HasMembers,
            b'F' => Self::Member(read_head(&mut fields)?),
            b'G' => Self::Size(fields.u32()?, fields.u32()?),
            b'H' => Self::Sheet(fields.u32()?, fields.take(1)?[0] == 1, fields.text()?),
            b'R' => Self::Rows(fields.rest()),
            b'E' => Self::End,
            b'.' => Self::Done,
            _ => return Err(void()),
        };
        if fields.0.is_empty() { Ok(reply) } else { Err(void()) }
    }

    /// What the frame adds to the answer in bytes, with something for its own weight in the parent's memory.
    pub(crate) fn weight(&self) -> u64 {
        let length = match self {
            Self::Text(t) => t.len(),
            Self::Words(d) | Self::Data(d) | Self::Rows(d) => d.len(),
            Self::Metadatum(name, value) => name.len() + value.len(),
            _ => 0,
        };
        length as u64 + 32
    }
}

fn frame(out: &mut dyn Write, tag: u8, payload: &[u8]) -> io::Result<()> {
    debug_assert!(
        payload.len() <= if tag == b'R' { ROWS_MAX } else { PAYLOAD_MAX },
        "a frame has a greatest length"
    );
    let mut head = [tag, 0, 0, 0, 0];
    head[1..].copy_from_slice(&(payload.len() as u32).to_le_bytes());
    out.write_all(&head)?;
    out.write_all(payload)
}

fn bytes(out: &mut Vec<u8>, value: &[u8]) {
    out.extend_from_slice(&(value.len() as u32).to_le_bytes());
    out.extend_from_slice(value);
}

fn text(out: &mut Vec<u8>, tag: u8, value: &str) -> u8 {
    bytes(out, value.as_bytes());
    tag
}

fn write_problem(out: &mut Vec<u8>, problem: &Problem) -> u8 {
    debug_assert!(codes::intern(codes::CODES, problem.code).is_some(), "{} is not listed", problem.code);
    bytes(out, problem.code.as_bytes());
    for (name, value) in &problem.args {
        debug_assert!(codes::intern(codes::NAMES, name).is_some(), "{name} is not listed");
        bytes(out, name.as_bytes());
        match value {
            Arg::Number(n) => {
                out.push(0);
                out.extend_from_slice(&n.to_le_bytes());
            }
            Arg::Text(t) => {
                out.push(1);
                bytes(out, t.as_bytes());
            }
        }
    }
    b'P'
}

fn read_problem(fields: &mut Fields<'_>) -> io::Result<Problem> {
    let code = codes::intern(codes::CODES, fields.text()?).ok_or_else(void)?;
    let mut problem = Problem::new(code);
    while !fields.0.is_empty() {
        let name = codes::intern(codes::NAMES, fields.text()?).ok_or_else(void)?;
        problem = match fields.take(1)?[0] {
            0 => problem.number(name, fields.u64()?),
            _ => problem.text(name, fields.text()?),
        };
    }
    Ok(problem)
}

fn read_head<'a>(fields: &mut Fields<'a>) -> io::Result<Head<'a>> {
    let (name, label) = (fields.bytes()?, fields.text()?);
    let known = fields.take(1)?[0] == 1;
    let size = fields.u64()?;
    Ok(Head { name, label, size: known.then_some(size), modified: fields.text()? })
}

/// Takes a payload apart from the front.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn take(&mut self, n: usize) -> io::Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(n).ok_or_else(void)?;
        self.0 = rest;
        Ok(taken)
    }

    fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.0)
    }

    fn u32(&mut self) -> io::Result<u32> {
        self.take(4)?.try_into().map(u32::from_le_bytes).map_err(|_| void())
    }

    fn u64(&mut self) -> io::Result<u64> {
        self.take(8)?.try_into().map(u64::from_le_bytes).map_err(|_| void())
    }

    fn bytes(&mut self) -> io::Result<&'a [u8]> {
        let length = self.u32()? as usize;
        self.take(length)
    }

    fn text(&mut self) -> io::Result<&'a str> {
        std::str::from_utf8(self.bytes()?).map_err(|_| void())
    }
}

fn void() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// Where the readers of formats put what they find, piece by piece.
pub(crate) struct Sink<'o> {
    out: &'o mut dyn FnMut(Reply<'_>),
    now: Option<i64>,
    rows: Option<RowSettings>,
}

/// Metadata values are labels, not texts; a longer one is cut, and the file still has it whole.
const VALUE_MAX: usize = 64 << 10;

impl<'o> Sink<'o> {
    pub(crate) fn new(out: &'o mut dyn FnMut(Reply<'_>)) -> Self {
        Self { out, now: None, rows: None }
    }

    /// Tells the readers the time, in seconds of UTC from 1970.
    pub(crate) fn at(mut self, now: Option<i64>) -> Self {
        self.now = now;
        self
    }

    /// The time of reading, if the readers were told: a child has no clock that its answers may rest on.
    pub(crate) fn now(&self) -> Option<i64> {
        self.now
    }

    /// The same for readers of tables that are to give rows and no pages.
    pub(crate) fn for_rows(&mut self, settings: &RowSettings) -> Sink<'_> {
        Sink { out: &mut *self.out, now: self.now, rows: Some(settings.clone()) }
    }

    /// How rows are to be read, if it is rows that are wanted.
    pub(crate) fn rows(&self) -> Option<&RowSettings> {
        self.rows.as_ref()
    }

    pub(crate) fn send(&mut self, reply: Reply<'_>) {
        (self.out)(reply);
    }

    /// Names the reader: `pdf` becomes `isnad-extract/pdf 0.1.0`.
    pub(crate) fn tool(&mut self, name: &str, settings: &str) {
        self.send(Reply::Tool(&tool(name), settings));
    }

    pub(crate) fn page(&mut self, text: &str) {
        self.send(Reply::Page);
        self.text(text);
    }

    /// A page whose words have their places.
    pub(crate) fn placed_page(&mut self, page: &Page) {
        self.page(&page.text);
        for words in page.words.chunks(PIECE_MAX / Word::BYTES) {
            let packed: Vec<u8> = words.iter().flat_map(|word| word.pack()).collect();
            self.send(Reply::Words(&packed));
        }
    }

    pub(crate) fn text(&mut self, mut text: &str) {
        while !text.is_empty() {
            let (piece, rest) = text.split_at(text.floor_char_boundary(PIECE_MAX));
            self.send(Reply::Text(piece));
            text = rest;
        }
    }

    pub(crate) fn metadatum(&mut self, name: &str, value: &str) {
        let value = value.trim_matches(|c: char| c.is_whitespace() || c == '\0');
        if !value.is_empty() {
            self.send(Reply::Metadatum(name, &value[..value.floor_char_boundary(VALUE_MAX)]));
        }
    }

    pub(crate) fn problem(&mut self, problem: Problem) {
        self.send(Reply::Problem(problem));
    }
}

/// The full name of a reader with its version.
pub(crate) fn tool(name: &str) -> String {
    format!("isnad-extract/{name} {}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests;
