//! A table as it comes out of a file, row by row: what an import of a register is made of.

use crate::Problem;

/// How rows are to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowSettings {
    /// The encoding of a text file by its label (WHATWG Encoding), such as `windows-1256`. Guessed without it.
    pub encoding: Option<String>,
    /// The byte between the cells of a text file. Guessed over the first lines without it.
    pub delimiter: Option<u8>,
    /// The one sheet to read, by its name. All of them without it.
    pub sheet: Option<String>,
    /// No more rows than so many: a preview.
    pub rows_max: Option<u64>,
}

/// One row, as the file has it. Nothing is trimmed, and nothing is corrected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number as a reader of the sheet counts, from 1, the header row and empty rows included. In JSON, the
    /// number of the value.
    pub number: u64,
    /// The line of the file on which it begins, from 1. In a spreadsheet, which has no lines, its number again.
    pub line: u64,
    /// Whether the spreadsheet hides it.
    pub is_hidden: bool,
    /// Its cells in their order. A row of a spreadsheet ends with its last cell that holds something.
    pub cells: Vec<String>,
    /// What there is to say about cells, by their columns; most rows have none.
    pub notes: Vec<Note>,
}

/// Something to say about one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Note {
    /// The column, from 0.
    pub column: u32,
    /// What there is to say.
    pub kind: NoteKind,
}

/// What there may be to say about a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// It holds a formula: its text is what that gave last, or the formula itself in a text file.
    Formula,
    /// It is the first of several cells that are shown as one. Only ODS says so before its row; of the others a
    /// problem `cells-merged` tells after the rows.
    Merged,
    /// Its value is an error, such as `#REF!`.
    Error,
    /// It is a number whose last digits a spreadsheet has lost.
    Rounded,
    /// The file has a serial number of days; the text is the date in ISO 8601.
    Date,
    /// Its bytes were not in the encoding of the file, or were no letters at all (U+FFFD).
    Encoding,
    /// It holds control characters.
    Control,
    /// It holds characters that turn the direction of text, and may make it look like another.
    Direction,
    /// A quotation mark in it opens or closes nothing.
    Quote,
    /// It was longer, or repeated more often, and the rest is not here.
    Shortened,
}

impl NoteKind {
    const ALL: [Self; 10] = [
        Self::Formula,
        Self::Merged,
        Self::Error,
        Self::Rounded,
        Self::Date,
        Self::Encoding,
        Self::Control,
        Self::Direction,
        Self::Quote,
        Self::Shortened,
    ];

    /// Its number between the two sides of a pipe.
    pub fn to_u8(self) -> u8 {
        self as u8
    }

    /// The kind with this number.
    pub fn from_u8(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

/// What comes out of a file, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowEvent {
    /// A sheet begins; a text file is one sheet without a name.
    Sheet {
        /// Its name.
        name: String,
        /// Its place among all sheets of the file, from 0.
        index: u32,
        /// Whether the file hides it.
        hidden: bool,
    },
    /// The names of the columns, where the format has names and no header row (JSON). Comes again, longer, when an
    /// object has a key that none had before.
    Columns(Vec<String>),
    /// Some rows.
    Rows(Vec<Row>),
    /// Something that is wrong, mostly with one row, whose number is its argument `row` (and `column` that of its
    /// cell, from 1). It comes somewhat before the block that holds the row, or after the rows. Of problems that rows
    /// show by themselves, a hundred of each kind are told, and then how many more there were.
    Problem(Problem),
}

/// How the reading of rows ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowsEnd {
    /// What the file is, by content.
    pub media_type: String,
    /// What read it.
    pub tool: String,
    /// With which encoding and delimiter, as words: `encoding=utf-8 confidence=certain delimiter=comma`.
    pub settings: String,
    /// Rows that were delivered.
    pub n_rows: u64,
    /// Whether the end of the file was reached; false after [`RowSettings::rows_max`] rows, or when the taker broke off.
    pub is_whole: bool,
}
