use minicbor::bytes::ByteVec;
use proptest::prelude::*;

use super::*;
use crate::golden::{freeze, frozen};

fn id(last: u8) -> StoredId {
    [0, 0, 0, 0, 0, 0, 0, 0, 0, last].into()
}

fn object(byte: u8) -> Object {
    // An age identity of fixed bytes would be a real key, so a word stands for it.
    Object { address: [byte; 32].into(), key: "AGE-SECRET-KEY-SAMPLE".into() }
}

/// One body of every kind, and more where a field may be absent.
fn samples() -> Vec<(&'static str, Body)> {
    let kept = ItemKept {
        id: id(4),
        accession: id(3),
        path: "صور/DSC_0412.jpg".as_bytes().to_vec(),
        size: 70_000,
        sha256: [0x5a; 32].into(),
        blake3: [0xb3; 32].into(),
        object: object(0x0b),
        kind: "image".into(),
        media_type: "image/jpeg".into(),
        modified: Some(-1),
        parent: Some(id(2)),
        sensitivity: "restricted".into(),
        duplicate: false,
    };
    let problem = StoredProblem {
        code: "zip-too-deep".into(),
        args: vec![
            StoredArg { name: "depth".into(), text: None, number: Some(9) },
            StoredArg { name: "file".into(), text: Some("تالف.zip".into()), number: None },
        ],
    };
    let read = Reading {
        item: id(4),
        tool: "isnad-extract/text 0.1.0".into(),
        settings: "encoding=windows-1256".into(),
        n_pages: 1,
        pages: Some(vec!["أحمد".into()]),
        object: None,
        metadata: vec![StoredMetadatum { name: "exif.Model".into(), value: "X100".into() }],
        problems: vec![problem.clone()],
    };
    let derived = Derivation {
        item: id(4),
        method: "ocr".into(),
        tool: "tesseract 5.3.0".into(),
        settings: "models=ara,Arabic".into(),
        first_page: 7,
        n_pages: 1,
        pages: Some(vec![StoredPage {
            text: "أحمد ٣٤٥".into(),
            words: (0..34).collect(),
            doubtful: vec![9],
        }]),
        object: None,
        unread: vec![7],
        metadata: vec![StoredMetadatum { name: "ocr.Skew".into(), value: "1.2".into() }],
        problems: vec![problem.clone()],
        by: None,
    };
    vec![
        (
            "archive-created",
            Body::ArchiveCreated(ArchiveCreated { name: "ذاكرة".into(), public: [0x11; 32].into() }),
        ),
        (
            "principal-added-first",
            Body::PrincipalAdded(PrincipalAdded {
                id: id(1),
                name: "ليلى".into(),
                role: "keeper".into(),
                by: None,
            }),
        ),
        (
            "principal-added",
            Body::PrincipalAdded(PrincipalAdded {
                id: id(2),
                name: "Sami".into(),
                role: "reader".into(),
                by: Some(id(1)),
            }),
        ),
        (
            "device-epoch",
            Body::DeviceEpoch(DeviceEpoch { epoch: 2, public: [0x22; 32].into(), reason: "restored".into() }),
        ),
        (
            "accession-opened",
            Body::AccessionOpened(AccessionOpened {
                id: id(3),
                from_whom: "رابطة".into(),
                when: "2018-09-15".into(),
                where_: "Paris".into(),
                how: "by hand".into(),
                authority: "".into(),
                notes: "ثلاثة أقراص".into(),
                sensitivity: "restricted".into(),
                by: id(1),
                sources: vec![ByteVec::from(b"/media/disk \xff".to_vec())],
            }),
        ),
        ("item-kept", Body::ItemKept(kept.clone())),
        (
            "item-kept-bare",
            Body::ItemKept(ItemKept { modified: None, parent: None, duplicate: true, ..kept }),
        ),
        (
            "item-refused",
            Body::ItemRefused(ItemRefused { accession: id(3), path: b"bad\xfe.zip".to_vec(), problem }),
        ),
        ("reading", Body::Reading(read.clone())),
        ("reading-long", Body::Reading(Reading { pages: None, object: Some(object(0x0c)), ..read })),
        (
            "accession-closed",
            Body::AccessionClosed(AccessionClosed {
                id: id(3),
                received: 300,
                kept: 299,
                duplicates: 24,
                refused: 1,
            }),
        ),
        ("custody", Body::Custody(Custody { item: id(4), event: "dissemination".into(), by: id(1) })),
        (
            "fixity-check",
            Body::FixityCheck(FixityCheck { ok: true, entries: 65_536, objects: 300, altered: 0 }),
        ),
        ("derivation", Body::Derivation(derived.clone())),
        (
            "derivation-person",
            Body::Derivation(Derivation {
                method: "person".into(),
                tool: "".into(),
                settings: "".into(),
                unread: vec![],
                by: Some(id(1)),
                ..derived.clone()
            }),
        ),
        (
            "derivation-long",
            Body::Derivation(Derivation { pages: None, object: Some(object(0x0d)), n_pages: 500, ..derived }),
        ),
        (
            "collation",
            Body::Collation(Collation {
                item: id(4),
                reading: 70_000,
                page: 500,
                start: 9,
                end: 15,
                text: Some("٣٤٥".into()),
                by: id(1),
            }),
        ),
        (
            "collation-unreadable",
            Body::Collation(Collation {
                item: id(4),
                reading: 70_000,
                page: 500,
                start: 9,
                end: 15,
                text: None,
                by: id(1),
            }),
        ),
        (
            "opened",
            Body::Opened(Opened {
                item: id(4),
                tool: "isnad-extract/opened 0.1.0".into(),
                size: 70_000,
                sha256: [0x5b; 32].into(),
                object: object(0x0e),
                by: id(1),
            }),
        ),
        (
            "claims",
            Body::Claims(Claims {
                batch: id(20),
                by: id(1),
                records: vec![StoredRecord {
                    id: id(21),
                    kind: "person".into(),
                    sensitivity: "restricted".into(),
                }],
                claims: claims(),
            }),
        ),
        (
            "register",
            Body::Register(Register {
                batch: id(30),
                by: id(1),
                item: id(4),
                sheet: Some("ورقة ١".into()),
                dataset: "سجل العائلات".into(),
                kind: "person".into(),
                sensitivity: "restricted".into(),
                map: "key = [\"رقم\"]\n".into(),
                columns: vec!["رقم".into(), "الاسم".into()],
                received: 70_000,
                kept: 69_990,
                known: 7,
                refused: 3,
                id_salt: [0x31; 32].into(),
                row_salt: [0x32; 32].into(),
                root: [0x33; 32].into(),
                blocks: vec![
                    RegisterBlock { object: object(0x0f), n_rows: 4_096 },
                    RegisterBlock { object: object(0x10), n_rows: 2 },
                ],
            }),
        ),
        (
            "rows-refused",
            Body::RowsRefused(RowsRefused {
                batch: id(30),
                rows: vec![RefusedRow {
                    number: 12,
                    problem: StoredProblem { code: "row-width".into(), args: vec![] },
                    cells: vec!["٣٠/٢/٢٠١٢".into(), "".into()],
                }],
            }),
        ),
        (
            "schema-adopted",
            Body::SchemaAdopted(SchemaAdopted {
                by: id(1),
                files: vec![("kinds/tent.toml".into(), "[kind]\nid = \"tent\"\n".into())],
            }),
        ),
    ]
}

/// A claim with everything, and one of every meaning with as little as possible.
fn claims() -> Vec<StoredClaim> {
    let bare = StoredClaim {
        subject: StoredSubject::Claim(id(20), 70_000),
        property: "comment".into(),
        raw: "".into(),
        lang: None,
        meaning: StoredMeaning::Text,
        polarity: "asserts".into(),
        source: StoredSource::Own,
        speaker: None,
        wording: "paraphrased".into(),
        said_on: None,
        valid: None,
        grade_source: None,
        grade_information: None,
        sensitivity: "restricted".into(),
        relation: None,
        origin: "person".into(),
        note: None,
    };
    let full = StoredClaim {
        subject: StoredSubject::Record(id(21)),
        property: "death-date".into(),
        raw: "توفي في ٣ آذار".into(),
        lang: Some("ar".into()),
        meaning: StoredMeaning::Date(Some("XXXX-03-03".into())),
        polarity: "denies".into(),
        source: StoredSource::Item(
            id(4),
            StoredLocator {
                page: Some(7),
                line: Some(12),
                reading: Some(70_000),
                words: Some((9, 15)),
                area: Some((100, 200, 3_000, 10_000)),
                time_ms: Some((0, 90_000)),
                sheet: Some("ورقة ١".into()),
                row: Some(12),
                column: Some(3),
                quote: Some("توفي".into()),
            },
        ),
        speaker: Some(id(22)),
        wording: "quoted".into(),
        said_on: Some("2018-09-15".into()),
        valid: Some(StoredValid {
            first: Some("2012".into()),
            first_precise: true,
            last: Some("2013-XX".into()),
            last_precise: false,
            starting: true,
            ending: false,
        }),
        grade_source: Some("B".into()),
        grade_information: Some(2),
        relation: Some(StoredRelation { how: "corrects".into(), batch: id(20), n: 1 }),
        origin: "suggestion".into(),
        note: Some("من السجل".into()),
        ..bare.clone()
    };
    let meanings = [
        StoredMeaning::Text,
        StoredMeaning::Name(vec![("given".into(), "سليم".into())]),
        StoredMeaning::Date(None),
        StoredMeaning::Quantity(Some(StoredQuantity {
            min: Some("34".into()),
            max: None,
            unit: Some("person".into()),
        })),
        StoredMeaning::Quantity(None),
        StoredMeaning::Place(Some(id(23))),
        StoredMeaning::Identifier(Some("branch-number".into())),
        StoredMeaning::Record(id(21)),
        StoredMeaning::Claim(id(20), 0),
        StoredMeaning::Item(id(4)),
        StoredMeaning::Term("detained".into()),
        StoredMeaning::Flag(true),
        StoredMeaning::Point(33_513_800, -36_276_500),
        StoredMeaning::Url,
    ];
    let each = meanings.into_iter().map(|meaning| StoredClaim { meaning, ..bare.clone() });
    let from_claim = StoredClaim { source: StoredSource::Claim(id(20), 3), ..bare.clone() };
    [full, from_claim].into_iter().chain(each).collect()
}

#[test]
fn every_kind_is_frozen() {
    let mut kinds: Vec<u8> = Vec::new();
    for (name, body) in samples() {
        let golden = frozen(&format!("v1/body/{name}.hex"));
        assert_eq!(Body::decode(&golden).as_ref(), Ok(&body), "{name}");
        assert_eq!(body.encode(), golden, "{name}");
        assert!(name.starts_with(kind_code(body.kind())), "{name}");
        kinds.push(body.kind());
    }
    kinds.dedup();
    // Kind codes are 0, 1, 2 … without a gap, and the first one unknown has no sample.
    assert_eq!(kinds, (0..kinds.len() as u8).collect::<Vec<_>>());
    assert_eq!(kind_code(kinds.len() as u8), "unknown");
}

#[test]
fn another_spelling_of_a_body_is_refused() {
    let golden = frozen("v1/body/fixity-check.hex");
    let check = |what: &str, bytes: &[u8]| assert!(Body::decode(bytes).is_err(), "{what}");
    check("nothing", &[]);
    check("a byte behind it", &[golden.as_slice(), &[0]].concat());
    check("cut", &golden[..golden.len() - 1]);
    // 0x82 is an array of two; 0x98 0x02 says the same in two bytes, 0x9f … 0xff without a length.
    assert_eq!(golden[0], 0x82);
    check("a longer head", &[&[0x98, 2], &golden[1..]].concat());
    check("no length", &[&[0x9f], &golden[1..], &[0xff]].concat());
    let unknown: Vec<u8> = golden.iter().enumerate().map(|(at, b)| if at == 1 { 23 } else { *b }).collect();
    check("a kind that nobody knows", &unknown);
}

proptest! {
    #[test]
    fn any_bytes_are_a_body_in_one_spelling_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(body) = Body::decode(&bytes) {
            prop_assert_eq!(body.encode(), bytes);
        }
    }

    /// Near misses reach deeper than chance does.
    #[test]
    fn a_changed_body_is_another_body_or_none(which in 0usize..22, at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let body = samples()[which].1.clone();
        let mut bytes = body.encode();
        let at = at.index(bytes.len());
        let same = bytes[at] == byte;
        bytes[at] = byte;
        match Body::decode(&bytes) {
            Ok(changed) => {
                prop_assert_eq!(changed == body, same);
                prop_assert_eq!(changed.encode(), bytes);
            }
            Err(_) => prop_assert!(!same),
        }
    }
}

/// Makes the files of a new kind. It never changes one that is there.
#[test]
#[ignore = "run by hand when a kind is added"]
fn write_golden() {
    for (name, body) in samples() {
        freeze(&format!("v1/body/{name}.hex"), &body.encode());
    }
}
