use super::*;
use isnad_model::reading::Area;
use proptest::prelude::*;

fn there_and_back(reply: Reply<'_>) {
    let mut bytes = Vec::new();
    reply.write(&mut bytes, &mut Vec::new()).expect("memory");
    let mut payload = Vec::new();
    let mut input = bytes.as_slice();
    assert_eq!(Reply::read(&mut input, &mut payload).expect("a frame"), reply);
    assert!(input.is_empty());
}

#[test]
fn every_frame_goes_there_and_back() {
    let head =
        Head { name: b"\xFF\0a", label: "أحمد", size: Some(u64::MAX), modified: "2018-09-24T13:00:00" };
    let problem = Problem::new("image-too-large").number("width", 9).text("reason", "قصة");
    let replies = [
        Reply::Sandbox("no landlock"),
        Reply::Kind(Kind::Document, "application/pdf"),
        Reply::Tool("isnad-extract/pdf 0.1.0", ""),
        Reply::Page,
        Reply::Text("أحمد"),
        Reply::Words(&[7; Word::BYTES]),
        Reply::Metadatum("pdf.Title", "شهادة"),
        Reply::Problem(problem),
        Reply::Problem(Problem::new("pdf-damaged")),
        Reply::HasMembers,
        Reply::Member(Head { size: None, ..head }),
        Reply::Member(head),
        Reply::Size(u32::MAX, 7),
        Reply::Data(&[0, 1, 2]),
        Reply::Sheet(3, true, "الأسماء"),
        Reply::Rows(&[4, 5]),
        Reply::End,
        Reply::Done,
    ];
    replies.into_iter().for_each(there_and_back);
}

#[test]
fn every_task_goes_there_and_back() {
    let area = Area { left: 1, top: 20, width: 300, height: 10_000 };
    let cut = Cut { page: 2, width_max: 3000, turn: 3, areas: vec![area, Area::default()] };
    let page = Task::Page { page: 7, width: 800 };
    let settings =
        RowSettings { delimiter: Some(b';'), sheet: Some("الأسماء".into()), ..RowSettings::default() };
    let rows = Task::Rows(Wanted(settings));
    for task in [
        rows,
        Task::Read,
        page,
        Task::Pixels { page: 7, dpi: 250 },
        Task::Unpack,
        Task::Cut(cut),
        Task::Opened,
    ] {
        let mut bytes = Vec::new();
        task.write(u64::MAX, &mut bytes).expect("memory");
        assert_eq!(Task::read(&mut bytes.as_slice()).expect("a request"), Some((task, u64::MAX)));
    }
    assert_eq!(Task::read(&mut [].as_slice()).expect("the end"), None);
}

#[test]
fn words_that_are_not_listed_are_refused() {
    let mut payload = Vec::new();
    bytes(&mut payload, b"pdf-damaged");
    bytes(&mut payload, b"pdf-damaged");
    let mut frame = vec![b'P', payload.len() as u8, 0, 0, 0];
    frame.extend(payload);
    assert!(Reply::read(&mut frame.as_slice(), &mut Vec::new()).is_err());
}

#[test]
fn a_long_text_goes_in_pieces() {
    let long = "ب".repeat(PIECE_MAX);
    let mut back = String::new();
    let mut pieces = 0;
    let mut send = |reply: Reply<'_>| {
        if let Reply::Text(piece) = reply {
            assert!(piece.len() <= PIECE_MAX);
            back.push_str(piece);
            pieces += 1;
        }
    };
    Sink::new(&mut send).text(&long);
    assert_eq!((back == long, pieces), (true, 2));
}

proptest! {
    /// A parent that reads any bytes at all takes them or refuses them; it never panics or swells.
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200), tag in prop::sample::select(b"SKTNtWDMPCFE.".to_vec())) {
        let mut payload = Vec::new();
        let framed = [&[tag], &(bytes.len() as u32).to_le_bytes()[..], &bytes].concat();
        let _reply = Reply::read(&mut framed.as_slice(), &mut payload);
        let _reply = Reply::read(&mut bytes.as_slice(), &mut payload);
        prop_assert!(payload.len() <= PAYLOAD_MAX);
    }
}
