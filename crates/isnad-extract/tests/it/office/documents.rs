//! DOCX, PPTX, ODT, ODP, DOC and PPT.

use super::{codes, compound, pages, read, says, sheets::odf, values};
use crate::make;
use isnad_model::reading::Kind;

#[test]
fn a_docx_tells_who_changed_what() {
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let document = format!(
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs><w:rPr><w:vanish/></w:rPr></w:pPr>{}\
         <w:del w:author=\"L. Writer\" w:date=\"2018-09-24T10:00:00Z\"><w:r><w:delText>خمسة </w:delText></w:r>\
         <w:r><w:delText>رجال</w:delText></w:r></w:del>\
         <w:ins w:author=\"S. Editor\" w:date=\"2018-09-25T10:00:00Z\">{}</w:ins>{}</w:p>\
         <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> seen</w:t></w:r></w:p>",
        run("وصل "),
        run("رجل"),
        run(" إلى المطار")
    );
    let answer = read(&make::docx(&document, &[]));
    assert_eq!(pages(&answer), ["وصل رجل إلى المطار\n[-خمسة رجال-]\nhidden seen\n"]);
    says(
        &answer,
        &[
            ("docx.deleted", "L. Writer, 2018-09-24T10:00:00Z: خمسة رجال"),
            ("docx.inserted", "S. Editor, 2018-09-25T10:00:00Z: رجل"),
            ("docx.hidden", "hidden"),
        ],
    );
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn a_docx_keeps_columns_links_boxes_and_properties() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let document = format!(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p>\
         <w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>\
         <w:p><w:hyperlink r:id=\"rId1\"><w:r><w:t>words</w:t></w:r></w:hyperlink>\
         <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"mailto:a@example.org\" </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t> write</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
         <w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r>\
         <w:r><w:t> on</w:t></w:r></w:p>",
        cell("c"),
        cell("1"),
        cell(""),
        cell("3")
    );
    let relations = "<Relationships><Relationship Id=\"rId1\" Type=\"x/hyperlink\" Target=\"https://example.org/\" \
        TargetMode=\"External\"/></Relationships>";
    let app = "<Properties><Application>Word</Application><TitlesOfParts><vt:vector><vt:lpstr>x</vt:lpstr>\
        </vt:vector></TitlesOfParts></Properties>";
    let custom = "<Properties><property name=\"Case\"><vt:lpwstr>17</vt:lpwstr></property></Properties>";
    let core = "<cp:coreProperties><cp:lastModifiedBy>S. Editor</cp:lastModifiedBy></cp:coreProperties>";
    let comments = "<w:comments><w:comment w:author=\"R. Reader\" w:date=\"2018-09-26T09:00:00Z\"><w:p><w:r>\
        <w:t>تعليق</w:t></w:r></w:p></w:comment></w:comments>";
    let answer = read(&make::docx(
        &document,
        &[
            ("word/_rels/document.xml.rels", relations),
            ("word/comments.xml", comments),
            ("docProps/core.xml", core),
            ("docProps/app.xml", app),
            ("docProps/custom.xml", custom),
            ("word/vbaProject.bin", ""),
        ],
    ));
    let expect =
        "a b\t\tc\n1\t\t3\nwords <https://example.org/> write <mailto:a@example.org> on\nin a box\n\nتعليق\n";
    assert_eq!(pages(&answer), [expect]);
    says(
        &answer,
        &[
            ("cp.lastModifiedBy", "S. Editor"),
            ("app.Application", "Word"),
            ("custom.Case", "17"),
            ("docx.comment", "R. Reader, 2018-09-26T09:00:00Z: تعليق"),
            ("ooxml.macros", "word/vbaProject.bin"),
        ],
    );
    assert!(values(&answer, "app.TitlesOfParts").is_empty());
}

#[test]
fn a_pptx_has_a_page_a_slide() {
    let slide = |words: &str, more: &str| {
        format!(
            "<p:sld {more}><p:sp><a:p><a:r><a:t>{words}</a:t></a:r><a:fld type=\"slidenum\"><a:t>9</a:t></a:fld></a:p></p:sp></p:sld>"
        )
    };
    let presentation = "<p:presentation><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId2\"/><p:sldId id=\"257\" r:id=\"rId1\"/>\
        </p:sldIdLst></p:presentation>";
    let relations = "<Relationships><Relationship Id=\"rId1\" Type=\"x/slide\" Target=\"slides/slide1.xml\"/>\
        <Relationship Id=\"rId2\" Type=\"x/slide\" Target=\"slides/slide2.xml\"/></Relationships>";
    let of_slide = "<Relationships><Relationship Id=\"n\" Type=\"x/notesSlide\" Target=\"../notesSlides/notesSlide1.xml\"/>\
        <Relationship Id=\"c\" Type=\"x/comments\" Target=\"../comments/comment1.xml\"/></Relationships>";
    let bytes = make::zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("ppt/presentation.xml", presentation.as_bytes()),
        ("ppt/_rels/presentation.xml.rels", relations.as_bytes()),
        ("ppt/slides/slide1.xml", slide("الأولى في الملف", "show=\"0\"").as_bytes()),
        ("ppt/slides/slide2.xml", slide("shown first", "").as_bytes()),
        ("ppt/slides/_rels/slide2.xml.rels", of_slide.as_bytes()),
        ("ppt/notesSlides/notesSlide1.xml", b"<p:notes><a:p><a:r><a:t>notes</a:t></a:r></a:p></p:notes>"),
        ("ppt/commentAuthors.xml", b"<l><p:cmAuthor id=\"0\" name=\"R. Reader\"/></l>"),
        (
            "ppt/comments/comment1.xml",
            b"<l><p:cm authorId=\"0\" dt=\"2018-09-26T09:00:00\"><p:text>remark</p:text></p:cm></l>",
        ),
    ]);
    let answer = read(&bytes);
    assert_eq!(answer.kind, Kind::Document);
    assert_eq!(pages(&answer), ["shown first\n\nnotes\n\nremark\n", "الأولى في الملف\n"]);
    says(
        &answer,
        &[("pptx.hiddenSlide", "2"), ("pptx.comment", "1: R. Reader, 2018-09-26T09:00:00: remark")],
    );
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn an_odt_is_read_with_its_changes_notes_and_tables() {
    let changes = "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><office:change-info>\
        <dc:creator>L. Writer</dc:creator><dc:date>2018-09-24T11:00:00</dc:date></office:change-info>\
        <text:p>محذوف</text:p></text:deletion></text:changed-region></text:tracked-changes>";
    let content = format!(
        "<office:text>{changes}<text:p>وصل<text:note><text:note-citation>1</text:note-citation><text:note-body>\
         <text:p>حاشية</text:p></text:note-body></text:note> أحمد<text:change text:change-id=\"c1\"/>\n  <text:s text:c=\"2\"/>\
         <text:span text:style-name=\"H\">hidden</text:span> <text:a xlink:href=\"https://example.org/\">here</text:a>\
         <text:date>24.9.</text:date></text:p>\
         <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>\
         <table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell><text:p>d</text:p></table:table-cell>\
         </table:table-row></table:table></office:text>"
    );
    let styles = "<style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>";
    let answer = read(&odf("text", styles, &content));
    assert_eq!(
        pages(&answer),
        ["وصل أحمد   hidden here <https://example.org/>24.9.\nحاشية\n[-محذوف-]\na\t\t\td\n"]
    );
    says(
        &answer,
        &[
            ("dc.title", "شهادة"),
            ("meta.generator", "G/1"),
            ("meta.user-defined.Case", "17"),
            ("odf.deleted", "L. Writer, 2018-09-24T11:00:00: محذوف"),
            ("odf.hidden", "hidden"),
        ],
    );
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn an_odp_has_a_page_a_slide() {
    let page = |words: &str, more: &str| {
        format!(
            "<draw:page {more}><draw:frame><draw:text-box><text:p>{words}</text:p></draw:text-box></draw:frame></draw:page>"
        )
    };
    let styles = "<style:style style:name=\"dp\"><style:drawing-page-properties presentation:visibility=\"hidden\"/></style:style>";
    let content = format!(
        "<office:presentation>{}{}</office:presentation>",
        page("الأولى", ""),
        page("second", "draw:style-name=\"dp\"")
    );
    let answer = read(&odf("presentation", styles, &content));
    assert_eq!(pages(&answer), ["الأولى\n", "second\n"]);
    says(&answer, &[("odf.hiddenPage", "2")]);
}

#[test]
fn an_old_doc_is_read_through_its_pieces() {
    let wide = "شهادة أحمد عبد الله\rالاسم\u{7}الرقم\u{7}\r\u{13} HYPERLINK \"https://example.org/\" \u{14}words\u{15}\r";
    let answer = read(&compound::doc(wide, "R\u{e9}union \u{201C}ici\u{201D}\r"));
    assert_eq!((answer.kind, answer.media_type.as_str()), (Kind::Document, "application/msword"));
    let text = "شهادة أحمد عبد الله\nالاسم\tالرقم \nwords <https://example.org/>\nRéunion “ici”\n";
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(flat(pages(&answer)[0]), flat(text));
    says(
        &answer,
        &[
            ("summary.Title", "شهادة"),
            ("summary.Author", "L. Writer"),
            ("summary.CreateDtm", "2018-09-24T13:00:00Z"),
        ],
    );
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn an_old_ppt_shows_its_last_version() {
    let answer = read(&compound::ppt());
    assert_eq!(answer.media_type, "application/vnd.ms-powerpoint");
    assert_eq!(pages(&answer), ["a shape\ntwo lines\nالشريحة الأولى\nslide one\n"]);
    assert!(codes(&answer).is_empty(), "{:?}", answer.reading.problems);
}

#[test]
fn what_is_locked_says_so() {
    let check_for = |code: &str, bytes: Vec<u8>| {
        let answer = read(&bytes);
        assert_eq!(codes(&answer), [code], "{}", answer.media_type);
        assert_eq!(isnad_extract::takes_password(&answer.media_type), code == "document-encrypted");
        assert!(pages(&answer).is_empty());
    };
    let check = |bytes| check_for("document-encrypted-unopened", bytes);
    check_for(
        "document-encrypted",
        compound::compound(&[("EncryptedPackage", &[7; 5_000]), ("EncryptionInfo", &[4; 100])]),
    );
    let mut doc = compound::doc("x\r", "y\r");
    // The flag for encryption in the first sector of the stream that begins with the mark of Word.
    let at = doc.windows(4).position(|w| w == [0xEC, 0xA5, 0xC1, 0]).expect("a document");
    doc[at + 11] |= 1;
    check(doc);
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    check(make::zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"\x01\x02\x03"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ]));
}

#[test]
fn types_are_known_by_content() {
    let check = |bytes: Vec<u8>, kind, media_type: &str| {
        let answer = read(&bytes);
        assert_eq!((answer.kind, answer.media_type.as_str()), (kind, media_type));
    };
    let types = |main: &str, part: &str| {
        let types =
            format!("<Types><Override PartName=\"/x\" ContentType=\"application/{main}+xml\"/></Types>");
        make::zip(&[("[Content_Types].xml", types.as_bytes()), (part, b"<x/>")])
    };
    check(
        types("vnd.ms-word.document.macroEnabled.main", "word/document.xml"),
        Kind::Document,
        "application/vnd.ms-word.document.macroEnabled.12",
    );
    check(
        types("vnd.ms-excel.sheet.macroEnabled.main", "xl/workbook.xml"),
        Kind::Table,
        "application/vnd.ms-excel.sheet.macroEnabled.12",
    );
    check(
        types("vnd.openxmlformats-officedocument.presentationml.slideshow.main", "ppt/presentation.xml"),
        Kind::Document,
        "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
    );
    check(compound::compound(&[("Something", b"else")]), Kind::Document, "application/x-ole-storage");
    let manifest = "<m><e manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/></m>";
    check(
        make::zip(&[("content.xml", b"<x/>"), ("META-INF/manifest.xml", manifest.as_bytes())]),
        Kind::Document,
        "application/vnd.oasis.opendocument.text",
    );
}
