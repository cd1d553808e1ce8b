//! Sound and film of every kind: what their headers say, and what becomes of damaged ones.

use crate::formats::make::{atom, chunk, element, full, packet, riff, told};
use isnad_model::reading::Kind;

/// A header of a movie: created 2013-05-01 07:20:30 UTC, 1,000 units a second.
fn mvhd(created: u32, length: u32) -> Vec<u8> {
    full(
        b"mvhd",
        &[created.to_be_bytes(), created.to_be_bytes(), 1_000u32.to_be_bytes(), length.to_be_bytes()]
            .concat(),
    )
}

const CREATED: u32 = 3_450_237_630;

fn trak(handler: &[u8; 4], codec: &[u8; 4], matrix: [i32; 4]) -> Vec<u8> {
    let [a, b, c, d] = matrix.map(|n| (n << 16).to_be_bytes());
    let matrix = [a, b, [0; 4], c, d, [0; 4], [0; 4], [0; 4], [0x40, 0, 0, 0]].concat();
    let size = [(1920u32 << 16).to_be_bytes(), (1080u32 << 16).to_be_bytes()].concat();
    let tkhd = full(b"tkhd", &[&[0; 36], &matrix[..], &size].concat());
    let mdhd = full(b"mdhd", &[&[0; 16][..], &[0x55, 0xC4, 0, 0]].concat());
    let hdlr = full(b"hdlr", &[&[0; 4], &handler[..], &[0; 12]].concat());
    let mut entry = vec![0; 28];
    if handler == b"vide" {
        entry[24..28].copy_from_slice(&[0x07, 0x80, 0x04, 0x38]);
    } else {
        entry[16..18].copy_from_slice(&[0, 2]);
        entry[24..26].copy_from_slice(&44_100u16.to_be_bytes());
    }
    let stsd = full(b"stsd", &[&1u32.to_be_bytes(), &atom(codec, &entry)[..]].concat());
    let minf = atom(b"minf", &atom(b"stbl", &stsd));
    atom(b"trak", &[tkhd, atom(b"mdia", &[mdhd, hdlr, minf].concat())].concat())
}

fn film(brand: &[u8; 4], movie: &[Vec<u8>]) -> Vec<u8> {
    let ftyp = atom(b"ftyp", &[&brand[..], &[0; 4], brand].concat());
    [ftyp, atom(b"moov", &movie.concat()), atom(b"mdat", &[7; 100])].concat()
}

const UPRIGHT: [i32; 4] = [1, 0, 0, 1];

#[test]
fn a_film_of_a_telephone() {
    let keys = [
        b"com.apple.quicktime.location.ISO6709".as_slice(),
        b"com.apple.quicktime.creationdate",
        b"com.apple.quicktime.model",
    ];
    let names: Vec<u8> = keys.iter().flat_map(|key| atom(b"mdta", key)).collect();
    let values = ["+33.5130+036.2920+690.500/", "2013-05-01T10:20:30+0300", "Acme Phone"];
    let items: Vec<u8> = values
        .iter()
        .zip(1u32..)
        .flat_map(|(value, n)| {
            atom(&n.to_be_bytes(), &atom(b"data", &[&[0, 0, 0, 1, 0, 0, 0, 0], value.as_bytes()].concat()))
        })
        .collect();
    let hdlr = full(b"hdlr", &[&[0; 4], b"mdta", &[0; 12][..]].concat());
    let keys = full(b"keys", &[&3u32.to_be_bytes(), &names[..]].concat());
    let meta = atom(b"meta", &[hdlr, keys, atom(b"ilst", &items)].concat());
    let turned = trak(b"vide", b"hvc1", [0, 1, -1, 0]);
    let told = told(&film(b"qt  ", &[mvhd(CREATED, 12_345), turned, trak(b"soun", b"mp4a", UPRIGHT), meta]));
    assert_eq!((told.kind, told.media_type.as_str()), (Some(Kind::Video), "video/quicktime"));
    told.is(&[
        ("mp4.MajorBrand", "qt  ".trim()),
        ("mp4.CreationTime", "2013-05-01T07:20:30Z"),
        ("media.Duration", "12.345 s"),
        ("media.Width", "1920"),
        ("media.Height", "1080"),
        ("media.Rotation", "90"),
        ("media.Track", "video hvc1, 1920 × 1080"),
        ("media.GPSPosition", "33.513000, 36.292000"),
        ("gps.altitude", "690.5 m"),
        ("mp4.com.apple.quicktime.model", "Acme Phone"),
        ("mp4.com.apple.quicktime.creationdate", "2013-05-01T10:20:30+0300"),
        ("time.zone", "+03:00"),
    ]);
    assert_eq!(told.all("media.Track")[1], "sound mp4a, 44100 Hz, 2 channels");
}

#[test]
fn user_data_of_others() {
    let xyz = atom(b"\xA9xyz", &[&[0, 18, 0x15, 0xC7][..], b"+33.5130+036.2920/"].concat());
    let titl = full(b"titl", &[&[0x15, 0xC7][..], "شهادة".as_bytes(), b"\0"].concat());
    let fixed = |n: f64| ((n * 65_536.0) as i32).to_be_bytes();
    let loci = full(
        b"loci",
        &[&[0x15, 0xC7][..], b"Paris\0\0", &fixed(2.25), &fixed(48.75), &fixed(-1.5), b"earth\0\0"].concat(),
    );
    let packet = atom(b"XMP_", packet("<dc:format>f</dc:format>").as_bytes());
    let data = [0, 0, 0, 1, 0, 0, 0, 0].iter().chain(b"A song").copied().collect::<Vec<_>>();
    let list = atom(b"ilst", &atom(b"\xA9nam", &atom(b"data", &data)));
    let meta = full(b"meta", &[full(b"hdlr", &[0; 20]), list].concat());
    let udta = atom(b"udta", &[xyz, titl, packet, meta].concat());
    told(&film(b"isom", &[mvhd(0, 0), trak(b"vide", b"avc1", UPRIGHT), udta])).is(&[
        ("mp4.©xyz", "+33.5130+036.2920/"),
        ("media.GPSPosition", "33.513000, 36.292000"),
        ("mp4.titl", "شهادة"),
        ("xmp.dc:format", "f"),
        ("mp4.©nam", "A song"),
        // Zero says that nobody knew.
        ("mp4.CreationTime", ""),
        ("media.Duration", ""),
        ("time.zone", ""),
    ]);
    told(&film(b"3gp4", &[mvhd(CREATED, 1), trak(b"vide", b"s263", UPRIGHT), atom(b"udta", &loci)])).is(&[
        ("mp4.loci", "Paris"),
        ("media.GPSPosition", "48.750000, 2.250000"),
        ("gps.altitude", "-1.5 m"),
    ]);
}

#[test]
fn films_without_pictures_are_sound() {
    let check = |brand: &[u8; 4], handler: &[u8; 4], kind, media_type: &str| {
        let told = told(&film(brand, &[mvhd(CREATED, 1_000), trak(handler, b"mp4a", UPRIGHT)]));
        assert_eq!(
            (told.kind, told.media_type.as_str()),
            (Some(kind), media_type),
            "{}",
            brand.escape_ascii()
        );
    };
    check(b"isom", b"soun", Kind::Audio, "audio/mp4");
    check(b"M4A ", b"soun", Kind::Audio, "audio/mp4");
    check(b"3gp4", b"soun", Kind::Audio, "audio/3gpp");
    check(b"isom", b"vide", Kind::Video, "video/mp4");
    check(b"M4A ", b"vide", Kind::Video, "video/mp4");
    check(b"odd!", b"text", Kind::Video, "video/mp4");
}

#[test]
fn a_film_in_fragments_says_its_length_elsewhere() {
    let mehd = atom(b"mvex", &full(b"mehd", &5_000u32.to_be_bytes()));
    let mut bytes = film(b"iso5", &[mvhd(CREATED, 0), mehd, trak(b"vide", b"avc1", UPRIGHT)]);
    (0..3).for_each(|_| bytes.extend(atom(b"moof", b"")));
    told(&bytes).is(&[("media.Duration", "5.000 s"), ("mp4.Fragments", "3")]);
}

#[test]
fn a_clock_that_was_never_set() {
    // Cameras that lost their power begin in 1970, 66 years after the films' own beginning.
    let told = told(&film(b"isom", &[mvhd(2_082_844_810, 1_000), trak(b"vide", b"avc1", UPRIGHT)]));
    assert_eq!(told.codes(), ["clock-default"]);
}

fn matroska(doctype: &[u8], parts: &[Vec<u8>]) -> Vec<u8> {
    [
        element(&[0x1A, 0x45, 0xDF, 0xA3], &element(&[0x42, 0x82], doctype)),
        element(&[0x18, 0x53, 0x80, 0x67], &parts.concat()),
    ]
    .concat()
}

fn info(duration: Option<f64>) -> Vec<u8> {
    let mut fields = [
        element(&[0x2A, 0xD7, 0xB1], &1_000_000u32.to_be_bytes()),
        element(&[0x44, 0x61], &(389_172_030i64 * 1_000_000_000).to_be_bytes()),
        element(&[0x4D, 0x80], b"Acme muxer"),
    ]
    .concat();
    fields.extend(duration.into_iter().flat_map(|d| element(&[0x44, 0x89], &d.to_be_bytes())));
    element(&[0x15, 0x49, 0xA9, 0x66], &fields)
}

fn track(kind: u8, codec: &[u8]) -> Vec<u8> {
    let size = [element(&[0xB0], &640u16.to_be_bytes()), element(&[0xBA], &480u16.to_be_bytes())].concat();
    let fields = [element(&[0x83], &[kind]), element(&[0x86], codec), element(&[0xE0], &size)].concat();
    element(&[0x16, 0x54, 0xAE, 0x6B], &element(&[0xAE], &fields))
}

fn cluster(at: u16) -> Vec<u8> {
    element(
        &[0x1F, 0x43, 0xB6, 0x75],
        &[element(&[0xE7], &at.to_be_bytes()), element(&[0xA3], &[0; 50])].concat(),
    )
}

#[test]
fn matroska_and_webm() {
    let simple =
        [element(&[0x45, 0xA3], b"LOCATION"), element(&[0x44, 0x87], b"+33.5130+036.2920/")].concat();
    let tags = element(&[0x12, 0x54, 0xC3, 0x67], &element(&[0x73, 0x73], &element(&[0x67, 0xC8], &simple)));
    let told = told(&matroska(b"matroska", &[info(Some(2_500.0)), track(1, b"V_VP9"), cluster(0), tags]));
    assert_eq!((told.kind, told.media_type.as_str()), (Some(Kind::Video), "video/matroska"));
    told.is(&[
        ("media.Duration", "2.500 s"),
        ("matroska.DateUTC", "2013-05-02T07:20:30Z"),
        ("matroska.MuxingApp", "Acme muxer"),
        ("matroska.LOCATION", "+33.5130+036.2920/"),
        ("media.GPSPosition", "33.513000, 36.292000"),
        ("media.Track", "video V_VP9, 640 × 480"),
        ("media.Width", "640"),
    ]);
    let sound = crate::formats::make::told(&matroska(
        b"webm",
        &[info(None), track(2, b"A_OPUS"), cluster(0), cluster(7_000)],
    ));
    assert_eq!((sound.kind, sound.media_type.as_str()), (Some(Kind::Audio), "audio/webm"));
    sound.is(&[("media.Duration", "7.000 s"), ("media.DurationBy", "start of the last cluster")]);
}

#[test]
fn a_recording_that_does_not_know_its_size() {
    let unknown = [0x01, 255, 255, 255, 255, 255, 255, 255];
    let open = |id: &[u8], content: &[u8]| [id, &unknown, content].concat();
    let inside = |at: u16| [element(&[0xE7], &at.to_be_bytes()), element(&[0xA3], &[0; 50])].concat();
    let clusters =
        [open(&[0x1F, 0x43, 0xB6, 0x75], &inside(0)), open(&[0x1F, 0x43, 0xB6, 0x75], &inside(9_000))]
            .concat();
    let parts = [info(None), track(1, b"V_VP8"), clusters].concat();
    let header = element(&[0x1A, 0x45, 0xDF, 0xA3], &element(&[0x42, 0x82], b"webm"));
    told(&[header, open(&[0x18, 0x53, 0x80, 0x67], &parts)].concat()).is(&[("media.Duration", "9.000 s")]);
}

fn wave(data: usize, more: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let format =
        [&[1, 0, 2, 0][..], &44_100u32.to_le_bytes(), &176_400u32.to_le_bytes(), &[4, 0, 16, 0]].concat();
    let mut chunks: Vec<(&[u8; 4], Vec<u8>)> = vec![(b"fmt ", format)];
    chunks.extend(more.iter().cloned());
    chunks.push((b"data", vec![0; data]));
    riff(b"WAVE", &chunks)
}

#[test]
fn waves() {
    let mut bext = vec![0; 602];
    bext[..6].copy_from_slice(b"a call");
    bext[256..260].copy_from_slice(b"Acme");
    bext[320..338].copy_from_slice(b"2013-05-0110:20:30");
    let info = [b"INFO", &chunk(b"ICRD", b"2013-05-01\0")[..], &chunk(b"ISFT", b"Acme 1\0")].concat();
    let told = told(&wave(352_800, &[(b"bext", bext), (b"LIST", info)]));
    assert_eq!((told.kind, told.media_type.as_str()), (Some(Kind::Audio), "audio/vnd.wave"));
    told.is(&[
        ("media.Duration", "2.000 s"),
        ("media.Track", "sound PCM, 44100 Hz, 2 channels"),
        ("bext.Description", "a call"),
        ("bext.OriginationDate", "2013-05-01"),
        ("riff.ICRD", "2013-05-01"),
        ("riff.ISFT", "Acme 1"),
        ("time.zone", "unknown"),
    ]);
    // A recorder that lost its power never wrote how long it was.
    let mut lost = wave(176_400, &[]);
    let at = lost.len() - 176_400 - 4;
    lost[at..at + 4].fill(0);
    let lost = crate::formats::make::told(&lost);
    assert_eq!((lost.value("media.Duration"), lost.codes()), ("1.000 s", vec!["media-damaged"]));
}

#[test]
fn films_in_riff() {
    let avih = [33_333u32, 0, 0, 0, 90, 0, 1, 0, 640, 480].map(u32::to_le_bytes).concat();
    let mut strh = vec![0; 48];
    strh[..8].copy_from_slice(b"vidsMJPG");
    strh[20..24].copy_from_slice(&1u32.to_le_bytes());
    strh[24..28].copy_from_slice(&30u32.to_le_bytes());
    strh[32..36].copy_from_slice(&90u32.to_le_bytes());
    let strf = [40u32, 640, 480, 0, u32::from_le_bytes(*b"MJPG")].map(u32::to_le_bytes).concat();
    let strl = [b"strl", &chunk(b"strh", &strh)[..], &chunk(b"strf", &strf)].concat();
    let hdrl = [
        b"hdrl",
        &chunk(b"avih", &avih)[..],
        &chunk(b"LIST", &strl),
        &chunk(b"IDIT", b"Wed May 01 10:20:30 2013\n\0"),
    ]
    .concat();
    let avi = riff(b"AVI ", &[(b"LIST", hdrl), (b"LIST", b"movi".to_vec())]);
    let told = told(&avi);
    assert_eq!((told.kind, told.media_type.as_str()), (Some(Kind::Video), "video/x-msvideo"));
    told.is(&[
        ("media.Width", "640"),
        ("media.Height", "480"),
        ("media.Duration", "3.000 s"),
        ("media.Track", "video MJPG, 640 × 480"),
        ("avi.IDIT", "Wed May 01 10:20:30 2013"),
        ("time.zone", "unknown"),
    ]);
}

/// Frames of MPEG-1 layer 3, 128 kbit/s, 44.1 kHz: 417 bytes and 1,152 samples each.
fn mp3(frames: usize) -> Vec<u8> {
    [&[0xFF, 0xFB, 0x90, 0x00][..], &[0; 413]].concat().repeat(frames)
}

fn id3(version: u8, frames: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let safe = |n: usize| [n >> 21 & 127, n >> 14 & 127, n >> 7 & 127, n & 127].map(|n| n as u8);
    let size = |n: usize| if version == 4 { safe(n) } else { (n as u32).to_be_bytes() };
    let inside: Vec<u8> = frames
        .iter()
        .flat_map(|(id, content)| [id.as_slice(), &size(content.len()), &[0, 0], content].concat())
        .collect();
    let inside = [inside, vec![0; 200]].concat();
    [b"ID3", &[version, 0, 0][..], &safe(inside.len()), &inside].concat()
}

#[test]
fn songs_and_calls() {
    for version in [3, 4] {
        let title: Vec<u8> =
            [1, 0xFF, 0xFE].into_iter().chain("نشيد".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let tag = id3(
            version,
            &[
                (b"TIT2", title),
                (b"TXXX", b"\x03place\0Paris".to_vec()),
                (b"COMM", b"\x00engshort\0a comment".to_vec()),
                (b"TDRC", b"\x002013-05-01T10:20:30".to_vec()),
                (b"APIC", vec![0; 3_000]),
            ],
        );
        let mut old = [b"TAG".as_slice(), b"old title"].concat();
        old.resize(128, 0);
        let told = told(&[tag, mp3(100), old].concat());
        assert_eq!((told.kind, told.media_type.as_str()), (Some(Kind::Audio), "audio/mpeg"));
        told.is(&[
            ("id3.TIT2", "نشيد"),
            ("id3.TXXX:place", "Paris"),
            ("id3.COMM", "a comment"),
            ("id3.APIC", "(3000 bytes)"),
            ("id3v1.title", "old title"),
            ("media.Duration", "2.612 s"),
            ("media.DurationBy", "count of frames"),
            ("media.Track", "sound MPEG layer 3, 44100 Hz, 2 channels"),
        ]);
    }
}

#[test]
fn a_table_of_frames_is_believed() {
    let mut first = mp3(1);
    first[36..48].copy_from_slice(b"Xing\0\0\0\x01\0\0\x27\x10");
    told(&[first, mp3(3)].concat())
        .is(&[("media.Duration", "261.224 s"), ("media.DurationBy", "table of frames")]);
}

#[test]
fn other_sounds() {
    let check = |bytes: Vec<u8>, media_type: &str, expect: &[(&str, &str)]| {
        let told = told(&bytes);
        assert_eq!((told.kind, told.media_type.as_str()), (Some(Kind::Audio), media_type));
        told.is(expect);
    };
    let speech = [&[0x3C][..], &[0; 31]].concat().repeat(100);
    let amr = [b"#!AMR\n", &speech[..], &[0x7C]].concat();
    check(amr, "audio/amr", &[("media.Duration", "2.020 s")]);
    let adts = [&[0xFF, 0xF1, 0x50, 0x80, 0x02, 0x1F, 0xFC][..], &[0; 9]].concat().repeat(43);
    check(
        adts,
        "audio/aac",
        &[("media.Duration", "0.998 s"), ("media.Track", "sound AAC, 44100 Hz, 2 channels")],
    );
    let comments = |text: &str| {
        let length = (text.len() as u32).to_le_bytes();
        [&4u32.to_le_bytes(), &b"Acme"[..], &1u32.to_le_bytes(), &length, text.as_bytes()].concat()
    };
    let comment = comments("TITLE=شهادة");
    let mut info = vec![0; 34];
    // 48,000 Hz, 2 channels, 16 bits, 96,000 samples.
    info[10..18].copy_from_slice(&(48_000u64 << 44 | 1 << 41 | 15 << 36 | 96_000).to_be_bytes());
    let flac = [
        b"fLaC",
        &[0, 0, 0, 34][..],
        &info,
        &[0x84, 0, 0, comment.len() as u8],
        &comment,
        &[0xFF, 0xF8, 0, 0],
    ]
    .concat();
    check(flac, "audio/flac", &[("media.Duration", "2.000 s"), ("vorbis.TITLE", "شهادة")]);
    let page = |flags: u8, granule: u64, content: &[u8]| {
        let head = [
            b"OggS",
            &[0, flags][..],
            &granule.to_le_bytes(),
            &7u32.to_le_bytes(),
            &[0; 8],
            &[1, content.len() as u8],
        ]
        .concat();
        [head, content.to_vec()].concat()
    };
    let head = [b"OpusHead", &[1, 2][..], &312u16.to_le_bytes(), &16_000u32.to_le_bytes(), &[0; 3]].concat();
    let tags = [b"OpusTags", &comment[..]].concat();
    let ogg = [page(2, 0, &head), page(0, 0, &tags), page(4, 144_312, &[0; 20])].concat();
    check(
        ogg,
        "audio/ogg",
        &[
            ("media.Duration", "3.000 s"),
            ("vorbis.TITLE", "شهادة"),
            ("media.Track", "sound Opus, 16000 Hz, 2 channels"),
        ],
    );
}

#[test]
fn lies_about_lengths_are_said_and_end() {
    let check = |bytes: Vec<u8>, what: &str| {
        let told = told(&bytes);
        let codes = told.codes();
        assert!(
            codes == ["media-damaged"] || codes == ["metadata-damaged"] || codes.contains(&"media-damaged"),
            "{what}: {codes:?}"
        );
    };
    let ftyp = atom(b"ftyp", b"isom\0\0\0\0");
    let with = |rest: &[u8]| [&ftyp[..], rest].concat();
    check(
        with(&[0, 0, 0, 1, b'm', b'o', b'o', b'v', 255, 255, 255, 255, 255, 255, 255, 255]),
        "a box of all bytes there are",
    );
    check(with(&[0, 0, 0, 1, b'm', b'o', b'o', b'v', 0, 0, 0, 0, 0, 0, 0, 3]), "a box smaller than its head");
    check(with(&[0, 0, 0, 4, b'm', b'o', b'o', b'v']), "a box smaller than its name");
    check(with(&atom(b"mdat", &[0; 50])), "no list of tracks");
    check(film(b"isom", &[mvhd(CREATED, 1)])[..100].to_vec(), "cut off");
    let header = element(&[0x1A, 0x45, 0xDF, 0xA3], b"");
    check(
        [header.clone(), vec![0x18, 0x53, 0x80, 0x67, 0x01, 0, 0, 0, 0, 0, 0, 50]].concat(),
        "a segment that ends outside",
    );
    check([header, vec![0; 40]].concat(), "no segment");
    check(wave(1_000, &[])[..300].to_vec(), "sound that is cut off");
    let mut avi = riff(b"AVI ", &[(b"LIST", b"movi".to_vec())]);
    avi[16..20].copy_from_slice(&u32::MAX.to_le_bytes());
    check(avi, "a list that ends outside");
    check(mp3(10)[..417 * 9 + 20].to_vec(), "half a frame");
    check(b"#!AMR\n\x3C\0\0".to_vec(), "half a frame of speech");
    check(b"fLaC\x00\0\0\x22".to_vec(), "no stream");
    check(b"OggS\0\x02".to_vec(), "half a page");
}

#[test]
fn kinds_that_are_not_described_are_said() {
    let flv = [b"FLV\x01\x05\0\0\0\x09\0\0\0\0".as_slice(), &[0xFF; 40]].concat();
    let told = told(&flv);
    assert_eq!((told.kind, told.codes()), (Some(Kind::Video), vec!["media-not-described"]));
}

#[test]
fn texts_are_no_sound() {
    for text in [
        "ID3 is how this note begins",
        "OggS and fLaC",
        "RIFF, AVI, WAVE",
        "FLV is a word",
        "#!AMR is no script",
    ] {
        assert_eq!(told(text.as_bytes()).kind, Some(Kind::Text), "{text}");
    }
    let utf16: Vec<u8> = "\u{FEFF}وصل أحمد".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(told(&utf16).kind, Some(Kind::Text));
}
