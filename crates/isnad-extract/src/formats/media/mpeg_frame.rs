//! The headers of MPEG's frames of sound: MP1 to MP3 (ISO/IEC 11172-3, 13818-3) and AAC in ADTS (ISO/IEC 14496-3).

/// What the header of one frame says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    /// Bytes with the header.
    pub(crate) length: usize,
    /// Samples in a second, for each channel.
    pub(crate) rate: u32,
    /// Samples in the frame, for each channel.
    pub(crate) samples: u32,
    pub(crate) channels: u8,
    /// 1 to 3; nothing for AAC.
    pub(crate) layer: Option<u8>,
    /// Where the table of a variable bit rate would stand in a frame of layer 3.
    pub(crate) table_at: usize,
}

/// Kilobits a second of MPEG-1 in layers 1, 2 and 3, and of MPEG-2 in layer 1, and in 2 and 3.
const KILOBITS: [[u32; 15]; 5] = [
    [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const RATES: [u32; 3] = [44_100, 48_000, 32_000];
const ADTS_RATES: [u32; 13] =
    [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

/// The frame of MP1 to MP3 that begins here, if one does. A free bit rate is not followed.
pub(crate) fn mp3(head: &[u8]) -> Option<Frame> {
    let [0xFF, b, c, d, ..] = *head else { return None };
    if b & 0xE0 != 0xE0 {
        return None;
    }
    let (is_first, divisor) = match b >> 3 & 3 {
        3 => (true, 1),
        2 => (false, 2),
        0 => (false, 4),
        _ => return None,
    };
    let layer = 4 - (b >> 1 & 3);
    let table = match (is_first, layer) {
        (true, 1..=3) => usize::from(layer) - 1,
        (false, 1) => 3,
        (false, 2 | 3) => 4,
        _ => return None,
    };
    let bits = KILOBITS[table].get(usize::from(c >> 4)).filter(|n| **n > 0)? * 1_000;
    let rate = RATES.get(usize::from(c >> 2 & 3))? / divisor;
    let padding = u32::from(c >> 1 & 1);
    let (samples, length) = match (layer, is_first) {
        (1, _) => (384, (12 * bits / rate + padding) * 4),
        (2, _) | (3, true) => (1_152, 144 * bits / rate + padding),
        _ => (576, 72 * bits / rate + padding),
    };
    let is_mono = d >> 6 == 3;
    let table_at = 4 + match (is_first, is_mono) {
        (true, false) => 32,
        (true, true) | (false, false) => 17,
        (false, true) => 9,
    };
    Some(Frame {
        length: length as usize,
        rate,
        samples,
        channels: if is_mono { 1 } else { 2 },
        layer: Some(layer),
        table_at,
    })
}

/// The frame of AAC that begins here, if one does.
pub(crate) fn adts(head: &[u8]) -> Option<Frame> {
    let [0xFF, b, c, d, e, f, g, ..] = *head else { return None };
    if b & 0xF6 != 0xF0 {
        return None;
    }
    let rate = *ADTS_RATES.get(usize::from(c >> 2 & 15))?;
    let length = usize::from(d & 3) << 11 | usize::from(e) << 3 | usize::from(f >> 5);
    let blocks = u32::from(g & 3) + 1;
    let channels = (c & 1) << 2 | d >> 6;
    (length > 7).then_some(Frame {
        length,
        rate,
        samples: 1_024 * blocks,
        channels,
        layer: None,
        table_at: 0,
    })
}
