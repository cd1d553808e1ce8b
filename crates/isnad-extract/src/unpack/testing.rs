//! For the tests of unpackers: what a child would stream, gathered.

use crate::wire::{Reply, Sink};
use std::io::Write;

/// A member: its label, when it was changed, and its content or the reason why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gathered {
    pub(crate) name: String,
    pub(crate) modified: String,
    pub(crate) content: Result<Vec<u8>, &'static str>,
}

impl Gathered {
    /// Name and content, for comparing.
    pub(crate) fn pair(&self) -> (&str, &[u8]) {
        (&self.name, self.content.as_deref().unwrap_or(b"(refused)"))
    }
}

/// Runs an unpacker: its members, and the codes of what is wrong with the container. The protocol must be kept.
pub(crate) fn gather(unpack: impl FnOnce(&mut Sink<'_>)) -> (Vec<Gathered>, Vec<&'static str>) {
    let (mut members, mut codes) = (Vec::<Gathered>::new(), Vec::new());
    let mut is_open = false;
    let mut send = |reply: Reply<'_>| match reply {
        Reply::Member(head) => {
            assert!(!is_open, "a member begins within another one");
            is_open = true;
            let (name, modified) = (head.label.to_owned(), head.modified.to_owned());
            members.push(Gathered { name, modified, content: Ok(Vec::new()) });
        }
        Reply::Data(data) => {
            assert!(
                is_open && !data.is_empty() && data.len() <= crate::wire::PIECE_MAX,
                "content of a member"
            );
            let last = members.last_mut().expect("a member");
            last.content.as_mut().expect("sound so far").extend_from_slice(data);
        }
        Reply::End => assert!(std::mem::take(&mut is_open), "the end of nothing"),
        Reply::Problem(problem) if is_open => {
            is_open = false;
            members.last_mut().expect("a member").content = Err(problem.code);
        }
        Reply::Problem(problem) => codes.push(problem.code),
        other => panic!("no reply of an unpacker: {other:?}"),
    };
    unpack(&mut Sink::new(&mut send));
    assert!(!is_open, "the last member ends");
    (members, codes)
}

/// Something made small by one of the four programs.
pub(crate) fn squeeze(media_type: &str, bytes: &[u8]) -> Vec<u8> {
    use crate::identify::{BZIP2, GZIP, XZ, ZSTD};
    match media_type {
        GZIP => {
            let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            out.write_all(bytes).expect("memory");
            out.finish().expect("memory")
        }
        BZIP2 => {
            let mut out = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
            out.write_all(bytes).expect("memory");
            out.finish().expect("memory")
        }
        XZ => {
            let options = lzma_rust2::XzOptions::with_preset(0);
            let mut out = lzma_rust2::XzWriter::new(Vec::new(), options).expect("options");
            out.write_all(bytes).expect("memory");
            out.finish().expect("memory")
        }
        ZSTD => ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest),
        _ => panic!("no such program"),
    }
}

/// A tar of small files.
pub(crate) fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        tar.append_data(&mut header, name, *bytes).expect("a member");
    }
    tar.into_inner().expect("a tar")
}

/// The checksum of xz, 7z and PNG.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & 0u32.wrapping_sub(crc & 1)))
    })
}
