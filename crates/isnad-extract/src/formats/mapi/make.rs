//! Letters of Outlook, made here property by property.

use super::kind;
use crate::formats::ole::write::{self, Storage};

/// Properties with their values.
#[derive(Clone, Default)]
pub(crate) struct Props {
    pub(crate) numbers: Vec<(u16, u16, u64)>,
    pub(crate) streams: Vec<(u16, u16, Vec<u8>)>,
}

impl Props {
    pub(crate) fn number(mut self, tag: u16, kind: u16, value: u64) -> Self {
        self.numbers.push((tag, kind, value));
        self
    }

    pub(crate) fn long(self, tag: u16, value: u32) -> Self {
        self.number(tag, kind::LONG, value.into())
    }

    /// A moment in seconds of UTC from 1970.
    pub(crate) fn time(self, tag: u16, seconds: u64) -> Self {
        self.number(tag, kind::TIME, (seconds + 11_644_473_600) * 10_000_000)
    }

    pub(crate) fn bytes(mut self, tag: u16, kind: u16, bytes: &[u8]) -> Self {
        self.streams.push((tag, kind, bytes.to_vec()));
        self
    }

    pub(crate) fn text(self, tag: u16, text: &str) -> Self {
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        self.bytes(tag, kind::STRING, &bytes)
    }

    /// A storage with a list of properties that begins with so many bytes.
    pub(in crate::formats) fn storage(&self, name: &str, head: usize) -> Storage {
        let mut storage = Storage::named(name);
        let mut list = vec![0; head];
        for (tag, kind, value) in &self.numbers {
            list.extend([kind.to_le_bytes(), tag.to_le_bytes()].concat());
            list.extend([0; 4]);
            list.extend(value.to_le_bytes());
        }
        for (tag, kind, bytes) in &self.streams {
            list.extend([kind.to_le_bytes(), tag.to_le_bytes()].concat());
            list.extend([0; 4]);
            list.extend((bytes.len() as u64).to_le_bytes());
            storage.put(format!("__substg1.0_{tag:04X}{kind:04X}"), bytes.clone());
        }
        storage.put("__properties_version1.0", list);
        storage
    }
}

/// A letter with its recipients and attachments as a storage; within another letter its list is shorter.
pub(in crate::formats) fn letter(
    own: &Props,
    recipients: &[Props],
    attachments: Vec<Storage>,
    is_within: bool,
) -> Storage {
    let (name, head) = if is_within { ("__substg1.0_3701000D", 24) } else { ("", 32) };
    let mut storage = own.storage(name, head);
    for (n, recipient) in recipients.iter().enumerate() {
        storage.storages.push(recipient.storage(&format!("__recip_version1.0_#{n:08X}"), 8));
    }
    for (n, mut attachment) in attachments.into_iter().enumerate() {
        attachment.name = format!("__attach_version1.0_#{n:08X}");
        storage.storages.push(attachment);
    }
    storage
}

/// The bytes of a compound file.
pub(in crate::formats) fn file(root: &Storage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let n_hidden = write::write(root, &mut |_, _| {}, &mut |piece| bytes.extend_from_slice(piece));
    assert_eq!(n_hidden, 0);
    bytes
}

/// A text packed as letters hold it, without any packing.
pub(crate) fn unpacked_rtf(rtf: &[u8]) -> Vec<u8> {
    let size = (rtf.len() as u32 + 12).to_le_bytes();
    [&size[..], &(rtf.len() as u32).to_le_bytes(), b"MELA\0\0\0\0", rtf].concat()
}

/// The bytes of a letter with files.
pub(crate) fn letter_with(own: &Props, files: &[Props]) -> Vec<u8> {
    file(&letter(own, &[], files.iter().map(|props| props.storage("", 8)).collect(), false))
}
