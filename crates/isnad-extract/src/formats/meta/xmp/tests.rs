//! XMP as programs write it, and as nobody should.

use crate::formats::{
    make::{Told, jpeg, packet, told},
    meta::xmp::FIELDS_MAX,
};

fn read(packet: &str) -> Told {
    told(&jpeg(&[(0xE1, [b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat())]))
}

/// The values of XMP in their order.
fn check(properties: &str, expect: &[(&str, &str)]) {
    let told = read(&packet(properties));
    let said: Vec<_> = told.metadata.iter().filter(|(name, _)| name.starts_with("xmp.")).collect();
    let said: Vec<_> = said.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(said, expect, "{properties}");
    assert_eq!(told.codes(), [""; 0], "{properties}");
}

#[test]
fn simple_properties_in_both_spellings() {
    check("<dc:format>image/jpeg</dc:format>", &[("xmp.dc:format", "image/jpeg")]);
    check("<dc:source rdf:resource='urn:1'/>", &[("xmp.dc:source", "urn:1")]);
    check("<dc:format>a &amp; &#1593;<![CDATA[ < b]]></dc:format>", &[("xmp.dc:format", "a & ع < b")]);
    check("<dc:format/><dc:type>  </dc:type>", &[]);
    let told = read(
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
         <r:Description r:about='' xmlns:q='http://ns.adobe.com/xap/1.0/' q:CreatorTool='Acme 1.0'/></r:RDF>",
    );
    assert_eq!(told.value("xmp.xmp:CreatorTool"), "Acme 1.0", "a prefix is whatever its writer liked");
}

#[test]
fn arrays_and_languages() {
    check(
        "<dc:subject><rdf:Bag><rdf:li>شهادة</rdf:li><rdf:li>Paris</rdf:li></rdf:Bag></dc:subject>",
        &[("xmp.dc:subject", "شهادة"), ("xmp.dc:subject", "Paris")],
    );
    check(
        "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>A</rdf:li><rdf:li xml:lang='ar'>أ</rdf:li></rdf:Alt></dc:title>",
        &[("xmp.dc:title", "A"), ("xmp.dc:title[ar]", "أ")],
    );
}

#[test]
fn structures_in_every_spelling() {
    let expect =
        [("xmp.xmpMM:History[1]/stEvt:action", "saved"), ("xmp.xmpMM:History[1]/stEvt:when", "2013-05-01")];
    let check = |item: &str| {
        self::check(&format!("<xmpMM:History><rdf:Seq>{item}</rdf:Seq></xmpMM:History>"), &expect);
    };
    let fields = "<stEvt:action>saved</stEvt:action><stEvt:when>2013-05-01</stEvt:when>";
    check(&format!("<rdf:li rdf:parseType='Resource'>{fields}</rdf:li>"));
    check(&format!("<rdf:li><rdf:Description>{fields}</rdf:Description></rdf:li>"));
    check("<rdf:li stEvt:action='saved' stEvt:when='2013-05-01'/>");
    check("<rdf:li><rdf:Description stEvt:action='saved' stEvt:when='2013-05-01'/></rdf:li>");
    self::check(
        "<dc:source rdf:parseType='Resource'><rdf:value>urn:1</rdf:value><dc:type>t</dc:type></dc:source>",
        &[("xmp.dc:source", "urn:1"), ("xmp.dc:source/dc:type", "t")],
    );
}

#[test]
fn names_that_pretend_to_be_others_are_written_whole() {
    check(
        "<own:a xmlns:own='http://example.org/'>1</own:a><tiff:Make xmlns:tiff='http://example.org/2'>x</tiff:Make>",
        &[("xmp.own:a", "1"), ("xmp.{http://example.org/2}Make", "x")],
    );
}

#[test]
fn pictures_within_are_told_by_their_size() {
    let base64 = "QUJD".repeat(1_000);
    check(&format!("<dc:relation>{base64}</dc:relation>"), &[("xmp.dc:relation", "(4000 signs of base 64)")]);
}

#[test]
fn its_times_are_compared_too() {
    let told = read(&packet("<exif:DateTimeOriginal>1980-01-01T00:00:00+03:00</exif:DateTimeOriginal>"));
    assert_eq!((told.codes(), told.value("time.zone")), (vec!["clock-default"], "+03:00"));
}

#[test]
fn entities_do_not_unfold() {
    let bomb = format!(
        "<!DOCTYPE x [<!ENTITY a \"{}\"><!ENTITY b \"{}\">]>{}",
        "x".repeat(1_000),
        "&a;".repeat(1_000),
        packet("<dc:format>&b;</dc:format>")
    );
    assert_eq!(read(&bomb).value("xmp.dc:format"), "&b;");
}

#[test]
fn a_packet_that_is_cut_off_gives_what_it_has() {
    let whole = packet("<dc:format>image/jpeg</dc:format><dc:type>t</dc:type>");
    let told = read(&whole[..whole.find("<dc:type>").expect("there")]);
    assert_eq!((told.value("xmp.dc:format"), told.codes()), ("image/jpeg", vec!["metadata-damaged"]));
}

#[test]
fn depth_and_number_are_bounded() {
    let deep = "<dc:a rdf:parseType='Resource'>".repeat(1_000);
    assert_eq!(read(&packet(&deep)).codes(), ["metadata-too-much"]);
    let many = "<dc:a>1</dc:a>".repeat(FIELDS_MAX);
    // The packet is longer than one segment may be, so it comes in a PNG.
    let text = [b"XML:com.adobe.xmp\0\0\0\0\0", packet(&many).as_bytes()].concat();
    let told = told(&crate::formats::make::png(&[(b"iTXt", text)]));
    assert_eq!(told.codes(), ["metadata-too-much"]);
    assert_eq!(told.all("xmp.dc:a").len(), FIELDS_MAX);
}

#[test]
fn an_extended_packet_is_put_together_by_its_name() {
    let name = "0123456789ABCDEF0123456789ABCDEF";
    let more = packet("<dc:description>the long part</dc:description>");
    let (first, second) = more.as_bytes().split_at(200);
    let piece = |name: &str, at: usize, piece: &[u8]| {
        let numbers = [(more.len() as u32).to_be_bytes(), (at as u32).to_be_bytes()].concat();
        (0xE1, [b"http://ns.adobe.com/xmp/extension/\0", name.as_bytes(), &numbers, piece].concat())
    };
    let main = packet(&format!("<xmpNote:HasExtendedXMP>{name}</xmpNote:HasExtendedXMP>"));
    let main = (0xE1, [b"http://ns.adobe.com/xap/1.0/\0", main.as_bytes()].concat());
    let other = piece("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", 0, b"<not this>");
    // Pieces may come in any order, and from several packets.
    let told = told(&jpeg(&[main, piece(name, 200, second), other, piece(name, 0, first)]));
    told.is(&[("xmp.dc:description", "the long part")]);
}

#[test]
fn utf_16_is_read() {
    let raw: Vec<u8> =
        packet("<dc:format>شهادة</dc:format>").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let told = told(&jpeg(&[(0xE1, [b"http://ns.adobe.com/xap/1.0/\0", &raw[..]].concat())]));
    told.is(&[("xmp.dc:format", "شهادة")]);
}
