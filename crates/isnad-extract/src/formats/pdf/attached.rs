//! Files that a PDF carries (ISO 32000-2, 7.11.4): a list of attachments, a paper clip on a page, a portfolio.
//!
//! They are not looked for where they should be listed. Whatever object holds a file specification with a file in it
//! is taken, and so is a file that no specification names any more, since what was taken off a list is still there.
//! So a list that runs in circles or was damaged hides nothing, and each file comes once, however often it is named.

use super::{describe, open, text_string};
use crate::{
    formats::Source,
    unpack::{begin, finish, send_content},
    wire::{Head, Sink},
};
use hayro::hayro_syntax::{
    Pdf,
    object::{Array, Dict, MaybeRef, Name, Number, Object, ObjectIdentifier, Stream, String as PdfString},
};
use isnad_model::Problem;
use std::{
    collections::HashSet,
    io::{self, Cursor, Read},
};

/// Files that are described; the others come all the same.
const DESCRIBED_MAX: usize = 1_000;
/// Objects within objects are looked into to this depth. A specification lies in two or three; the reader of objects
/// itself goes no deeper than 512.
const DEPTH_MAX: u32 = 64;

/// A file in a PDF.
pub(super) struct Attached<'a> {
    name: String,
    /// What else is said of it: field and value.
    more: Vec<(&'static str, String)>,
    /// When it was changed, as far as it is said, in ISO 8601.
    modified: String,
    /// How long it is by the file's own word.
    stated: Option<u64>,
    content: Option<Stream<'a>>,
}

/// Every file that the document carries, once.
pub(super) fn attached(pdf: &Pdf) -> Vec<Attached<'_>> {
    let mut search = Search { found: Vec::new(), seen: HashSet::new() };
    let mut unnamed = Vec::new();
    for object in pdf.objects() {
        match &object {
            Object::Stream(stream) => {
                search.dictionary(stream.dict(), 0);
                if is(stream.dict(), "Type", b"EmbeddedFile") {
                    unnamed.push(stream.clone());
                }
            }
            other => search.object(other, 0),
        }
    }
    for stream in unnamed {
        let id = stream.obj_id();
        if search.seen.insert(id) {
            search.found.push(described(format!("object-{}", id.obj_number), Vec::new(), Some(stream)));
        }
    }
    search.found
}

struct Search<'a> {
    found: Vec<Attached<'a>>,
    /// The files that were found.
    seen: HashSet<ObjectIdentifier>,
}

impl<'a> Search<'a> {
    /// Looks into an object, and not behind its references: what is there is an object of its own.
    fn object(&mut self, object: &Object<'a>, depth: u32) {
        match object {
            Object::Dict(dictionary) => self.dictionary(dictionary, depth),
            Object::Array(array) if depth < DEPTH_MAX => {
                for item in array.raw_iter() {
                    self.part(item, depth + 1);
                }
            }
            _ => {}
        }
    }

    fn dictionary(&mut self, dictionary: &Dict<'a>, depth: u32) {
        if let Some(files) = dictionary.get::<Dict<'_>>("EF") {
            self.specification(dictionary, &files);
        }
        if depth < DEPTH_MAX {
            dictionary.entries().for_each(|(_, value)| self.part(value, depth + 1));
        }
    }

    fn part(&mut self, part: MaybeRef<Object<'a>>, depth: u32) {
        if let MaybeRef::NotRef(object) = part {
            self.object(&object, depth);
        }
    }

    /// A file may be there in a version for each system; most often it is one and the same.
    fn specification(&mut self, of: &Dict<'a>, files: &Dict<'a>) {
        for key in ["UF", "F", "Unix", "Mac", "DOS"].into_iter().filter(|key| files.contains_key(key)) {
            let content: Option<Stream<'_>> = files.get(key);
            let id = match (&content, files.get_ref(key)) {
                (Some(stream), _) => stream.obj_id(),
                (None, Some(reference)) => reference.into(),
                (None, None) => ObjectIdentifier::new(0, 0),
            };
            if self.seen.insert(id) {
                let name = ["UF", key, "F"].into_iter().find_map(|key| text(of, key));
                let name = name.unwrap_or_else(|| format!("object-{}", id.obj_number));
                let said = ["Desc", "AFRelationship"].into_iter();
                let said = said.filter_map(|key| Some((key, text(of, key)?))).collect();
                self.found.push(described(name, said, content));
            }
        }
    }
}

/// A file with what its own stream says of it.
fn described<'a>(
    name: String,
    mut more: Vec<(&'static str, String)>,
    content: Option<Stream<'a>>,
) -> Attached<'a> {
    let of_stream = content.as_ref().map(Stream::dict);
    more.extend(of_stream.and_then(|stream| Some(("Subtype", text(stream, "Subtype")?))));
    let known: Option<Dict<'_>> = of_stream.and_then(|stream| stream.get("Params"));
    let date = |key| {
        known
            .as_ref()
            .and_then(|known| known.get::<PdfString<'_>>(key))
            .and_then(|d| describe::date(d.as_bytes()))
    };
    let (created, modified) = (date("CreationDate"), date("ModDate"));
    more.extend(created.map(|date| ("CreationDate", date)));
    more.extend(modified.clone().map(|date| ("ModDate", date)));
    let size = known.as_ref().and_then(|known| known.get::<Number>("Size"));
    let stated = size.and_then(|size| u64::try_from(size.as_i64()).ok());
    Attached { name, more, modified: modified.unwrap_or_default(), stated, content }
}

fn is(dictionary: &Dict<'_>, key: &str, name: &[u8]) -> bool {
    dictionary.get::<Name<'_>>(key).is_some_and(|found| &*found == name)
}

/// A text or a name, if it is not empty.
fn text(dictionary: &Dict<'_>, key: &str) -> Option<String> {
    let text = match dictionary.get::<Object<'_>>(key)? {
        Object::String(text) => text_string(text.as_bytes()),
        Object::Name(name) => name.as_str().to_owned(),
        _ => return None,
    };
    Some(text).filter(|text| !text.is_empty())
}

/// Says what the document says of its files.
pub(super) fn describe_all(attached: &[Attached<'_>], sink: &mut Sink<'_>) {
    for file in attached.iter().take(DESCRIBED_MAX) {
        sink.metadatum("pdf.EmbeddedFile", &file.name);
        for (field, value) in &file.more {
            sink.metadatum(&format!("pdf.EmbeddedFile.{field}"), &format!("{}: {value}", file.name));
        }
    }
    if attached.len() > DESCRIBED_MAX {
        sink.problem(Problem::new("metadata-too-much").text("part", "pdf.EmbeddedFile"));
    }
}

/// Streams every file that the document carries.
pub(crate) fn unpack(source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    let pdf = match open(source, password) {
        Ok(pdf) => pdf,
        Err(problem) => return sink.problem(problem),
    };
    for file in attached(&pdf) {
        let head = Head {
            name: file.name.as_bytes(),
            label: &file.name,
            size: file.stated,
            modified: &file.modified,
        };
        let mut sent = Counted { inner: content(file.content.as_ref()), count: 0 };
        let outcome = begin(&head, sink).and_then(|()| send_content(&mut sent, None, sink));
        let differs = outcome.is_ok() && file.stated.is_some_and(|stated| stated != sent.count);
        finish(outcome, sink);
        if differs {
            let problem = Problem::new("pdf-attachment-differs").text("part", file.name);
            sink.problem(
                problem.number("bytes", sent.count).number("bytes_stated", file.stated.unwrap_or(0)),
            );
        }
    }
}

/// The bytes of a file. The usual way of making it small is undone piece by piece, since it may unfold without end.
fn content<'a>(stream: Option<&Stream<'a>>) -> Box<dyn Read + 'a> {
    let Some(stream) = stream else { return Box::new(Damaged) };
    let is_plain = !stream.dict().contains_key("DecodeParms");
    match filters(stream.dict()).as_slice() {
        [] => Box::new(Cursor::new(stream.raw_data())),
        [flate] if flate == b"FlateDecode" && is_plain => {
            Box::new(flate2::read::ZlibDecoder::new(Cursor::new(stream.raw_data())))
        }
        _ => match stream.decoded_data() {
            Ok(data) => Box::new(Cursor::new(data)),
            Err(_) => Box::new(Damaged),
        },
    }
}

/// The names of a stream's filters.
fn filters(stream: &Dict<'_>) -> Vec<Vec<u8>> {
    match stream.get::<Object<'_>>("Filter") {
        Some(Object::Name(name)) => vec![name.to_vec()],
        Some(Object::Array(array)) => Array::iter::<Name<'_>>(&array).map(|name| name.to_vec()).collect(),
        _ => Vec::new(),
    }
}

/// What cannot be read.
struct Damaged;

impl Read for Damaged {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::InvalidData.into())
    }
}

struct Counted<R> {
    inner: R,
    count: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests;
