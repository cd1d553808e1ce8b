//! Code pages by their numbers, as old documents name them.

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, ISO_2022_JP, ISO_8859_2, ISO_8859_3, ISO_8859_4,
    ISO_8859_5, ISO_8859_6, ISO_8859_7, ISO_8859_8, ISO_8859_8_I, ISO_8859_15, KOI8_R, KOI8_U, MACINTOSH,
    SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254,
    WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258,
};

/// The encoding of a Windows code page; nothing for one that is not known here, such as 720 and 864, the Arabic
/// pages of DOS, which the WHATWG standard and so encoding_rs lack.
pub(super) fn encoding(number: u32) -> Option<&'static Encoding> {
    Some(match number {
        // 708 is ASMO 708, which ISO 8859-6 was made from.
        708 | 28_596 => ISO_8859_6,
        874 => WINDOWS_874,
        932 => SHIFT_JIS,
        936 => GBK,
        949 => EUC_KR,
        950 => BIG5,
        1250 => WINDOWS_1250,
        1251 => WINDOWS_1251,
        1252 => WINDOWS_1252,
        1253 => WINDOWS_1253,
        1254 => WINDOWS_1254,
        1255 => WINDOWS_1255,
        1256 => WINDOWS_1256,
        1257 => WINDOWS_1257,
        1258 => WINDOWS_1258,
        10_000 => MACINTOSH,
        20_866 => KOI8_R,
        21_866 => KOI8_U,
        28_591 => WINDOWS_1252,
        28_592 => ISO_8859_2,
        28_593 => ISO_8859_3,
        28_594 => ISO_8859_4,
        28_595 => ISO_8859_5,
        28_597 => ISO_8859_7,
        28_598 => ISO_8859_8,
        28_599 => WINDOWS_1254,
        28_605 => ISO_8859_15,
        38_598 => ISO_8859_8_I,
        50_220..=50_222 => ISO_2022_JP,
        51_932 => EUC_JP,
        51_949 => EUC_KR,
        54_936 => GB18030,
        65_001 => UTF_8,
        _ => return None,
    })
}

/// The code page of a font's character set; nothing for the sets that follow the document's own page.
pub(super) fn of_charset(charset: u32) -> Option<u32> {
    Some(match charset {
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 | 181 => 1255,
        178..=180 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}

/// The code page of Windows in the language of a document ([MS-LCID], by the primary language in its low bits).
pub(super) fn of_language(language: u16) -> u32 {
    match language & 0x3FF {
        // Arabic, Urdu, Persian.
        0x01 | 0x20 | 0x29 => 1256,
        0x08 => 1253,
        0x0D => 1255,
        0x1F => 1254,
        0x02 | 0x19 | 0x22 | 0x23 => 1251,
        0x05 | 0x0E | 0x15 | 0x18 | 0x1A | 0x1B | 0x1C | 0x24 => 1250,
        0x25..=0x27 => 1257,
        0x2A => 1258,
        0x1E => 874,
        0x11 => 932,
        0x12 => 949,
        _ => 1252,
    }
}

/// A moment in the 32 bits of a DTTM ([MS-DOC] 2.9.70), in ISO 8601 without a zone, since it has none.
pub(super) fn moment(bits: u32) -> String {
    let (minute, hour, day) = (bits & 0x3F, bits >> 6 & 0x1F, bits >> 11 & 0x1F);
    let (month, year) = (bits >> 16 & 0xF, 1900 + (bits >> 20 & 0x1FF));
    match bits {
        0 => String::new(),
        _ => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"),
    }
}
