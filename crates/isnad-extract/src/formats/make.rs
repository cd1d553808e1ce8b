//! Files of pictures, sound and film, made here byte by byte, and what the readers tell of them.

use super::{page_image, read};
use crate::wire::{Reply, Sink};
use isnad_model::{Problem, reading::Kind};
use std::io::Cursor;

/// The whole answer about one file.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub kind: Option<Kind>,
    pub media_type: String,
    pub metadata: Vec<(String, String)>,
    pub problems: Vec<Problem>,
}

impl Told {
    /// The first value of a field, or nothing.
    pub fn value(&self, field: &str) -> &str {
        self.all(field).first().copied().unwrap_or_default()
    }

    pub fn all(&self, field: &str) -> Vec<&str> {
        self.metadata.iter().filter(|(name, _)| name == field).map(|(_, value)| value.as_str()).collect()
    }

    pub fn codes(&self) -> Vec<&'static str> {
        self.problems.iter().map(|problem| problem.code).collect()
    }

    /// All values of these fields are the ones expected, and nothing is wrong.
    pub fn is(&self, expect: &[(&str, &str)]) {
        for (field, value) in expect {
            assert_eq!(self.value(field), *value, "{field} of {:#?}", self.metadata);
        }
        assert_eq!(self.codes(), [""; 0], "{:?}", self.problems);
    }
}

/// Reads a file as a child does.
pub(crate) fn told(bytes: &[u8]) -> Told {
    let mut told = Told::default();
    let mut send = |reply: Reply<'_>| match reply {
        Reply::Kind(kind, media_type) => (told.kind, told.media_type) = (Some(kind), media_type.to_owned()),
        Reply::Metadatum(name, value) => told.metadata.push((name.to_owned(), value.to_owned())),
        Reply::Problem(problem) => told.problems.push(problem),
        _ => {}
    };
    read(&mut Cursor::new(bytes), None, &mut Sink::new(&mut send));
    told
}

/// Draws a page as a child does.
pub(crate) fn drawn(bytes: &[u8], page: u32) -> Result<image::DynamicImage, Problem> {
    let mut png = Vec::new();
    let mut refused = None;
    let mut send = |reply: Reply<'_>| match reply {
        Reply::Data(piece) => png.extend_from_slice(piece),
        Reply::Problem(problem) => refused = Some(problem),
        _ => {}
    };
    page_image(&mut Cursor::new(bytes), page, 4_096, &mut Sink::new(&mut send));
    match refused {
        Some(problem) => Err(problem),
        None => Ok(image::load_from_memory(&png).expect("a PNG")),
    }
}

/// One field of a directory of TIFF.
pub(crate) struct Field {
    tag: u16,
    kind: u16,
    values: Values,
}

enum Values {
    Bytes(Vec<u8>),
    Shorts(Vec<u16>),
    Longs(Vec<u32>),
}

pub(crate) fn text(tag: u16, text: &str) -> Field {
    Field { tag, kind: 2, values: Values::Bytes([text.as_bytes(), b"\0"].concat()) }
}

pub(crate) fn bytes(tag: u16, bytes: &[u8]) -> Field {
    Field { tag, kind: 7, values: Values::Bytes(bytes.to_vec()) }
}

pub(crate) fn octets(tag: u16, bytes: &[u8]) -> Field {
    Field { tag, kind: 1, values: Values::Bytes(bytes.to_vec()) }
}

pub(crate) fn short(tag: u16, values: &[u16]) -> Field {
    Field { tag, kind: 3, values: Values::Shorts(values.to_vec()) }
}

pub(crate) fn long(tag: u16, values: &[u32]) -> Field {
    Field { tag, kind: 4, values: Values::Longs(values.to_vec()) }
}

/// Numerators and denominators in turn.
pub(crate) fn rational(tag: u16, values: &[u32]) -> Field {
    Field { tag, kind: 5, values: Values::Longs(values.to_vec()) }
}

/// A block of TIFF that grows.
pub(crate) struct Block {
    pub out: Vec<u8>,
    is_big: bool,
}

impl Block {
    pub fn new(is_big: bool) -> Self {
        let mut block = Self { out: if is_big { b"MM".to_vec() } else { b"II".to_vec() }, is_big };
        block.short(42);
        block.long(0);
        block
    }

    fn short(&mut self, n: u16) {
        self.out.extend(if self.is_big { n.to_be_bytes() } else { n.to_le_bytes() });
    }

    fn long(&mut self, n: u32) {
        self.out.extend(if self.is_big { n.to_be_bytes() } else { n.to_le_bytes() });
    }

    /// Puts bytes at the end, and says where.
    pub fn put(&mut self, bytes: &[u8]) -> u32 {
        let at = self.out.len() as u32;
        self.out.extend_from_slice(bytes);
        at
    }

    /// Puts a directory at the end, and says where.
    pub fn directory(&mut self, fields: &[Field]) -> u32 {
        let mut rows = Vec::new();
        for field in fields {
            let start = self.out.len();
            match &field.values {
                Values::Bytes(bytes) => self.out.extend_from_slice(bytes),
                Values::Shorts(numbers) => numbers.iter().for_each(|n| self.short(*n)),
                Values::Longs(numbers) => numbers.iter().for_each(|n| self.long(*n)),
            }
            let raw = self.out.split_off(start);
            let count = match (&field.values, field.kind) {
                (Values::Bytes(bytes), _) => bytes.len(),
                (Values::Shorts(numbers), _) => numbers.len(),
                (Values::Longs(numbers), 5) => numbers.len() / 2,
                (Values::Longs(numbers), _) => numbers.len(),
            };
            rows.push((field, count as u32, if raw.len() > 4 { Err(self.put(&raw)) } else { Ok(raw) }));
        }
        let at = self.out.len() as u32;
        self.short(rows.len() as u16);
        for (field, count, value) in rows {
            self.short(field.tag);
            self.short(field.kind);
            self.long(count);
            match value {
                Ok(mut raw) => {
                    raw.resize(4, 0);
                    self.out.extend(raw);
                }
                Err(place) => self.long(place),
            }
        }
        self.long(0);
        at
    }

    /// Makes the header point to a directory.
    pub fn first(&mut self, at: u32) {
        self.set(4, at);
    }

    /// Makes one directory point to the next.
    pub fn next(&mut self, from: u32, to: u32) {
        let from = from as usize;
        let count = [self.out[from], self.out[from + 1]];
        let count = if self.is_big { u16::from_be_bytes(count) } else { u16::from_le_bytes(count) };
        self.set(from + 2 + usize::from(count) * 12, to);
    }

    fn set(&mut self, at: usize, n: u32) {
        self.out[at..at + 4].copy_from_slice(&if self.is_big { n.to_be_bytes() } else { n.to_le_bytes() });
    }
}

/// A picture of so many pixels: black above, white below.
pub(crate) fn picture(format: image::ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let pixels =
        image::GrayImage::from_fn(width, height, |_, y| image::Luma([if y < height / 2 { 0 } else { 255 }]));
    let picture = image::DynamicImage::ImageLuma8(pixels);
    let picture = if format == image::ImageFormat::Jpeg { picture } else { picture.into_rgb8().into() };
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).expect("a picture");
    out.into_inner()
}

/// A JPEG with further segments behind its first mark.
pub(crate) fn jpeg(segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let plain = picture(image::ImageFormat::Jpeg, 64, 48);
    let mut out = plain[..2].to_vec();
    for (mark, content) in segments {
        out.extend([0xFF, *mark]);
        out.extend((content.len() as u16 + 2).to_be_bytes());
        out.extend(content);
    }
    out.extend_from_slice(&plain[2..]);
    out
}

/// A JPEG with a block of Exif.
pub(crate) fn photograph(block: &[u8]) -> Vec<u8> {
    jpeg(&[(0xE1, [b"Exif\0\0", block].concat())])
}

/// A PNG with further chunks behind its header.
pub(crate) fn png(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let plain = picture(image::ImageFormat::Png, 24, 16);
    let mut out = plain[..33].to_vec();
    for (kind, content) in chunks {
        out.extend((content.len() as u32).to_be_bytes());
        let named = [kind.as_slice(), content].concat();
        let mut crc = flate2::Crc::new();
        crc.update(&named);
        out.extend(named);
        out.extend(crc.sum().to_be_bytes());
    }
    out.extend_from_slice(&plain[33..]);
    out
}

/// Packs as zlib does.
pub(crate) fn zlib(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).expect("memory");
    packer.finish().expect("memory")
}

/// A file of RIFF.
pub(crate) fn riff(form: &[u8; 4], chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut inside = form.to_vec();
    chunks.iter().for_each(|(id, content)| inside.extend(chunk(id, content)));
    chunk(b"RIFF", &inside)
}

pub(crate) fn chunk(id: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut out = [id.as_slice(), &(content.len() as u32).to_le_bytes(), content].concat();
    out.resize(out.len().next_multiple_of(2), 0);
    out
}

/// A box of ISO/IEC 14496-12.
pub(crate) fn atom(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32 + 8).to_be_bytes(), kind.as_slice(), content].concat()
}

/// A box with version and flags.
pub(crate) fn full(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    atom(kind, &[&[0; 4], content].concat())
}

/// An element of EBML, its size in eight bytes.
pub(crate) fn element(id: &[u8], content: &[u8]) -> Vec<u8> {
    let size = (content.len() as u64 | 1 << 56).to_be_bytes();
    [id, &size, content].concat()
}

/// A packet of XMP around properties.
pub(crate) fn packet(properties: &str) -> String {
    format!(
        "<?xpacket begin='\u{FEFF}' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
         <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' \
         xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/' \
         xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/' xmlns:stEvt='http://ns.adobe.com/xap/1.0/sType/ResourceEvent#' \
         xmlns:exif='http://ns.adobe.com/exif/1.0/' xmlns:xmpNote='http://ns.adobe.com/xmp/note/'>{properties}\
         </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    )
}

/// A box of JUMBF with its label.
pub(crate) fn labelled(label: &str, inside: &[u8]) -> Vec<u8> {
    let description = [&[0; 16], &[3][..], label.as_bytes(), &[0]].concat();
    atom(b"jumb", &[atom(b"jumd", &description), inside.to_vec()].concat())
}

/// A store of manifests with one manifest, its claim and its actions.
pub(crate) fn store() -> Vec<u8> {
    let mut claim = minicbor::Encoder::new(Vec::new());
    let sound = claim
        .map(4)
        .and_then(|c| c.str("claim_generator")?.str("Acme Camera/1.0"))
        .and_then(|c| c.str("dc:title")?.str("photo.jpg"))
        .and_then(|c| c.str("claim_generator_info")?.array(1)?.map(2))
        .and_then(|c| c.str("name")?.str("Acme")?.str("version")?.str("1.0"))
        .and_then(|c| c.str("assertions")?.array(0));
    assert!(sound.is_ok());
    let claim = claim.into_writer();
    let mut actions = minicbor::Encoder::new(Vec::new());
    let sound = actions
        .map(1)
        .and_then(|c| c.str("actions")?.array(1)?.map(2))
        .and_then(|c| c.str("action")?.str("c2pa.created"))
        .and_then(|c| c.str("when")?.tag(minicbor::data::Tag::new(0))?.str("2024-01-10T12:00:00Z"));
    assert!(sound.is_ok());
    let actions = actions.into_writer();
    let assertions = labelled("c2pa.assertions", &labelled("c2pa.actions", &atom(b"cbor", &actions)));
    let claim = labelled("c2pa.claim", &atom(b"cbor", &claim));
    labelled("c2pa", &labelled("urn:uuid:1", &[assertions, claim].concat()))
}
