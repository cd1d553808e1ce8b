//! Unpacking one strip or tile.

use super::page::{Packing, Page};
use flate2::read::ZlibDecoder;
use hayro_ccitt::{DecodeSettings, DecoderContext, EncodingMode};
use std::io::Read;

/// Packed bytes of a strip, given how large it is unpacked; the worst fax has nine bits for two pixels.
pub(super) fn packed_max(unpacked: u64) -> u64 {
    unpacked.saturating_mul(6).saturating_add(64 << 10)
}

/// Unpacks so many rows of a chunk, each of so many bytes. What is missing at the end is left out.
pub(super) fn unpack(page: &Page, packing: Packing, packed: Vec<u8>, row_bytes: usize, rows: u32) -> Vec<u8> {
    let packed = if page.is_reversed { packed.into_iter().map(u8::reverse_bits).collect() } else { packed };
    let size = row_bytes.saturating_mul(rows as usize);
    match packing {
        Packing::Plain | Packing::Jpeg | Packing::OldJpeg => packed,
        Packing::Lzw => lzw(&packed, size),
        Packing::Deflate => {
            let mut bytes = Vec::new();
            // What came before a fault is kept.
            let _damaged = ZlibDecoder::new(&packed[..]).take(size as u64).read_to_end(&mut bytes);
            bytes
        }
        Packing::PackBits => pack_bits(&packed, size),
        Packing::Huffman => fax(page, &packed, rows, EncodingMode::Group3_1D, true),
        Packing::Fax3(false) => fax(page, &packed, rows, EncodingMode::Group3_1D, false),
        Packing::Fax3(true) => fax(page, &packed, rows, EncodingMode::Group3_2D, false),
        Packing::Fax4 => fax(page, &packed, rows, EncodingMode::Group4, false),
    }
}

fn lzw(packed: &[u8], size: usize) -> Vec<u8> {
    let mut bytes = vec![0; size];
    let mut decoder = weezl::decode::Decoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8);
    let (mut read, mut written) = (0, 0);
    while written < size {
        let result = decoder.decode_bytes(&packed[read..], &mut bytes[written..]);
        read += result.consumed_in;
        written += result.consumed_out;
        let is_over = !matches!(result.status, Ok(weezl::LzwStatus::Ok));
        if is_over || (result.consumed_in == 0 && result.consumed_out == 0) {
            break;
        }
    }
    bytes.truncate(written);
    bytes
}

/// Runs of bytes (TIFF 6.0 §9).
fn pack_bits(packed: &[u8], size: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = packed;
    while let [count, after @ ..] = rest
        && bytes.len() < size
    {
        rest = match count {
            0..=127 => {
                let (plain, after) = after.split_at(after.len().min(usize::from(*count) + 1));
                bytes.extend_from_slice(plain);
                after
            }
            128 => after,
            129.. => {
                let Some((byte, after)) = after.split_first() else { break };
                bytes.resize(bytes.len() + 257 - usize::from(*count), *byte);
                after
            }
        };
    }
    bytes.truncate(size);
    bytes
}

/// Lines of a fax as bits, where black is one.
fn fax(
    page: &Page,
    packed: &[u8],
    rows: u32,
    encoding: EncodingMode,
    rows_are_byte_aligned: bool,
) -> Vec<u8> {
    let settings = DecodeSettings {
        columns: page.chunk.0,
        rows,
        end_of_block: true,
        end_of_line: false,
        rows_are_byte_aligned,
        encoding,
        strict: false,
    };
    let mut lines = Lines { columns: page.chunk.0, rows, bits: Vec::new() };
    // What came before a fault is kept.
    let _damaged = hayro_ccitt::decode(packed, &mut lines, &mut DecoderContext::new(settings));
    lines.bits
}

struct Lines {
    columns: u32,
    rows: u32,
    bits: Vec<u8>,
}

impl hayro_ccitt::Decoder for Lines {
    fn push_row(&mut self, changes: &[u32]) {
        if self.rows == 0 {
            return;
        }
        self.rows -= 1;
        let start = self.bits.len();
        self.bits.resize(start + self.columns.div_ceil(8) as usize, 0);
        let row = &mut self.bits[start..];
        for run in changes.chunks(2) {
            let to = run.get(1).copied().unwrap_or(self.columns).min(self.columns);
            (run[0]..to).for_each(|x| row[(x / 8) as usize] |= 0x80 >> (x % 8));
        }
    }
}
