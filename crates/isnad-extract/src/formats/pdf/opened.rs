//! A copy of a locked document without its lock, for looking at.
//!
//! The password opens the document once and is stored nowhere; so that its pages can be drawn later, what it opened is
//! written anew: every object that can be reached from the catalog, with its texts and streams as they are behind the
//! encryption. Streams stay as small as they were, and nothing that is seen is made anew. What only proves something
//! about the locked file, such as a signature over its bytes, proves nothing about the copy; the file as received
//! stays the original.

use super::open;
use crate::{
    formats::Source,
    wire::{PIECE_MAX, Reply, Sink},
};
use hayro::hayro_syntax::{
    object::{Array, Dict, MaybeRef, Name, Number, Object, ObjectIdentifier, Stream, String as PdfString},
    xref::XRef,
};
use std::collections::HashMap;

/// Streams the copy.
pub(crate) fn opened(source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    match open(source, password) {
        Ok(pdf) => {
            let copy = Copy::of(pdf.xref());
            copy.chunks(PIECE_MAX).for_each(|piece| sink.send(Reply::Data(piece)));
            sink.send(Reply::End);
        }
        Err(problem) => sink.problem(problem),
    }
}

/// The copy as far as it is written.
struct Copy {
    out: Vec<u8>,
    /// The numbers that objects have in the copy, in the order in which they were met.
    numbers: HashMap<ObjectIdentifier, usize>,
    /// Objects by their new numbers, from 1.
    met: Vec<ObjectIdentifier>,
}

impl Copy {
    fn of(xref: &XRef) -> Vec<u8> {
        let mut copy = Self { out: b"%PDF-1.7\n".to_vec(), numbers: HashMap::new(), met: Vec::new() };
        let root = copy.number_of(xref.root_id());
        let mut places = Vec::new();
        // Writing an object meets those that it refers to; each is met once, so circles end.
        while let Some(id) = copy.met.get(places.len()).copied() {
            places.push(copy.out.len());
            copy.text(&format!("{} 0 obj\n", places.len()));
            match xref.get::<Object<'_>>(id) {
                Some(object) => copy.object(&object),
                // A reference to an object that is not there is one to null (7.3.10).
                None => copy.text("null"),
            }
            copy.text("\nendobj\n");
        }
        let (start, size) = (copy.out.len(), places.len() + 1);
        copy.text(&format!("xref\n0 {size}\n0000000000 65535 f \n"));
        places.iter().for_each(|place| copy.text(&format!("{place:010} 00000 n \n")));
        copy.text(&format!("trailer\n<< /Size {size} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        copy.out
    }

    fn number_of(&mut self, id: ObjectIdentifier) -> usize {
        *self.numbers.entry(id).or_insert_with(|| {
            self.met.push(id);
            self.met.len()
        })
    }

    fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn object(&mut self, object: &Object<'_>) {
        match object {
            Object::Null(_) => self.text("null"),
            Object::Boolean(value) => self.text(if *value { "true" } else { "false" }),
            Object::Number(number) => self.number(*number),
            Object::String(text) => self.string(text),
            Object::Name(name) => self.name(name),
            Object::Array(array) => self.array(array),
            Object::Dict(dictionary) => self.dictionary(dictionary, &[]),
            Object::Stream(stream) => self.stream(stream),
        }
    }

    fn part(&mut self, part: MaybeRef<Object<'_>>) {
        match part {
            MaybeRef::Ref(reference) => {
                let number = self.number_of(reference.into());
                self.text(&format!("{number} 0 R"));
            }
            MaybeRef::NotRef(object) => self.object(&object),
        }
    }

    fn number(&mut self, number: Number) {
        let value = number.as_f64();
        // Whole numbers are written as such: where one is asked for, a fraction is an error.
        match value.fract() == 0.0 && value.abs() < 1e15 {
            true => self.text(&format!("{}", value as i64)),
            false if value.is_finite() => self.text(&format!("{value}")),
            false => self.text("0"),
        }
    }

    fn string(&mut self, text: &PdfString<'_>) {
        let digits: String = text.as_bytes().iter().map(|byte| format!("{byte:02X}")).collect();
        self.text(&format!("<{digits}>"));
    }

    fn name(&mut self, name: &[u8]) {
        self.out.push(b'/');
        for byte in name {
            match byte {
                b'!'..=b'~' if !b"#()<>[]{}/%".contains(byte) => self.out.push(*byte),
                _ => self.text(&format!("#{byte:02X}")),
            }
        }
    }

    fn array(&mut self, array: &Array<'_>) {
        self.text("[");
        for part in array.raw_iter() {
            self.text(" ");
            self.part(part);
        }
        self.text(" ]");
    }

    fn dictionary(&mut self, dictionary: &Dict<'_>, without: &[&[u8]]) {
        self.text("<<");
        for (key, value) in dictionary.entries().filter(|(key, _)| !without.contains(&&**key)) {
            self.text(" ");
            self.name(&key);
            self.text(" ");
            self.part(value);
        }
        self.text(" >>");
    }

    fn stream(&mut self, stream: &Stream<'_>) {
        let data = stream.raw_data();
        // A filter that decrypts has nothing left to do. It comes first where there are several (7.6.6).
        let filters: Vec<Name<'_>> = match stream.dict().get::<Object<'_>>("Filter") {
            Some(Object::Array(all)) => all.iter::<Name<'_>>().collect(),
            Some(Object::Name(name)) => vec![name],
            _ => Vec::new(),
        };
        let is_sealed = filters.first().is_some_and(|first| &**first == b"Crypt");
        let length: &[u8] = b"Length";
        match is_sealed {
            false => self.dictionary(stream.dict(), &[length]),
            true => {
                self.dictionary(stream.dict(), &[length, b"Filter", b"DecodeParms"]);
                self.out.truncate(self.out.len() - 2);
                self.rest_of_filters(stream.dict(), &filters[1..]);
                self.text(" >>");
            }
        }
        self.out.truncate(self.out.len() - 2);
        self.text(&format!("/Length {} >>\nstream\n", data.len()));
        self.out.extend_from_slice(&data);
        self.text("\nendstream");
    }

    fn rest_of_filters(&mut self, stream: &Dict<'_>, filters: &[Name<'_>]) {
        self.text("/Filter [");
        for filter in filters {
            self.text(" ");
            self.name(filter);
        }
        self.text(" ]");
        if let Some(Object::Array(all)) = stream.get::<Object<'_>>("DecodeParms") {
            self.text(" /DecodeParms [");
            for part in all.raw_iter().skip(1) {
                self.text(" ");
                self.part(part);
            }
            self.text(" ]");
        }
    }
}

#[cfg(test)]
mod tests;
