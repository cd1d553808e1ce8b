use super::{date, xmp};
use crate::wire::{Reply, Sink};

#[test]
fn dates_keep_their_zone_and_nothing_is_made_up() {
    let check =
        |said: &str, expect: Option<&str>| assert_eq!(date(said.as_bytes()).as_deref(), expect, "{said}");
    check("D:20180924130000+02'00'", Some("2018-09-24T13:00:00+02:00"));
    check("D:20180924130000-0330", Some("2018-09-24T13:00:00-03:30"));
    check("D:20180924130000+03", Some("2018-09-24T13:00:00+03:00"));
    check("D:20180924130000Z", Some("2018-09-24T13:00:00Z"));
    check("D:20180924130000Z00'00'", Some("2018-09-24T13:00:00Z"));
    check("D:20180924130000", Some("2018-09-24T13:00:00"));
    check("D:201809241300", Some("2018-09-24T13:00"));
    check("D:20180924", Some("2018-09-24"));
    check("D:2018", Some("2018"));
    check("20180924130000", Some("2018-09-24T13:00:00"));
    check("D:20180924130000 somewhere", None);
    check("Monday", None);
    check("D:20180", None);
}

#[test]
fn an_xmp_packet_is_read_by_its_properties() {
    let packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='r'>\
        <rdf:Description rdf:about='' xmp:CreateDate='2018-09-24T13:00:00+03:00' pdf:Producer='A &amp; B'>\
        <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>شهادة &#1593;</rdf:li></rdf:Alt></dc:title>\
        <dc:creator><rdf:Seq><rdf:li>one</rdf:li><rdf:li>two</rdf:li></rdf:Seq></dc:creator>\
        <xmpMM:History><rdf:Seq><rdf:li stEvt:action='created'/></rdf:Seq></xmpMM:History>\
        </rdf:Description></rdf:RDF></x:xmpmeta>";
    let mut found = Vec::new();
    let mut note = |reply: Reply<'_>| {
        if let Reply::Metadatum(name, value) = reply {
            found.push((name.to_owned(), value.to_owned()));
        }
    };
    xmp(packet.as_bytes(), &mut Sink::new(&mut note)).expect("sound");
    let expect = [
        ("xmp.CreateDate", "2018-09-24T13:00:00+03:00"),
        ("pdf.Producer", "A & B"),
        ("dc.title", "شهادة ع"),
        ("dc.creator", "one"),
        ("dc.creator", "two"),
        ("stEvt.action", "created"),
    ];
    assert_eq!(found, expect.map(|(name, value)| (name.to_owned(), value.to_owned())));
}
