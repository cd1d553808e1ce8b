//! The same words through LibreOffice into every format that it writes, and back by our readers.
//!
//! Where the program is not installed the tests say so and check nothing.

use super::{pages, read, says, values};
use isnad_extract::Answer;
use std::{fs, path::Path, process::Command};

const NAMESPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" \
    xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
    xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" \
    xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\"";

fn document(kind: &str, rest: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document {NAMESPACES} office:version=\"1.3\" \
         office:mimetype=\"application/vnd.oasis.opendocument.{kind}\">{rest}</office:document>"
    )
}

/// Converts a source to each format, and gives what is read of the source itself and of each.
fn through_office(source: &str, ending: &str, formats: &[&str]) -> Vec<(String, Answer)> {
    let mut answers = vec![(ending.to_owned(), read(source.as_bytes()))];
    if Command::new("soffice").arg("--version").output().is_err() {
        skipped(ending);
        return answers;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(format!("source.{ending}"));
    fs::write(&file, source).expect("a source");
    for format in formats {
        let converted = convert(folder.path(), &file, format);
        answers.push(((*format).to_owned(), read(&converted)));
    }
    answers
}

#[expect(clippy::print_stderr, reason = "a test that checks less than it could says so")]
fn skipped(ending: &str) {
    eprintln!("SKIPPED soffice is not installed: only {ending} was read, and nothing that was converted");
}

/// Each run has a profile of its own, so that tests may run beside each other.
fn convert(folder: &Path, file: &Path, format: &str) -> Vec<u8> {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let run = Command::new("soffice")
        .args(["--headless", &profile, "--convert-to", format, "--outdir"])
        .arg(folder.join("out"))
        .arg(file)
        .output()
        .expect("soffice runs");
    fs::read(folder.join("out").join(format!("source.{format}")))
        .unwrap_or_else(|e| panic!("{format}: {e}: {}", String::from_utf8_lossy(&run.stderr)))
}

/// Asserts that every word stands in the text, in this order.
fn in_order(name: &str, text: &str, words: &[&str]) {
    let mut rest = text;
    for word in words {
        let at = rest.find(word).unwrap_or_else(|| panic!("{name}: {word} does not follow in {text}"));
        rest = &rest[at + word.len()..];
    }
}

#[test]
fn a_text_in_every_format() {
    let meta = "<office:meta><dc:title>شهادة في المطار</dc:title><meta:initial-creator>L. Writer</meta:initial-creator></office:meta>";
    let styles = "<office:automatic-styles><style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style></office:automatic-styles>\
        <office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"p\"><style:header><text:p>رأس الصفحة</text:p></style:header></style:master-page></office:master-styles>";
    let changes = "<text:tracked-changes><text:changed-region xml:id=\"c1\" text:id=\"c1\"><text:deletion><office:change-info><dc:creator>L. Writer</dc:creator>\
        <dc:date>2018-09-24T11:00:00</dc:date></office:change-info><text:p>محذوف</text:p></text:deletion></text:changed-region></text:tracked-changes>";
    let row = |cells: [&str; 3]| {
        let cells = cells
            .map(|words| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>"))
            .concat();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let body = format!(
        "<office:body><office:text>{changes}<text:h text:outline-level=\"1\">شهادة أحمد عبد الله</text:h>\
         <text:p>وصل أحمد<text:change text:change-id=\"c1\"/> إلى باريس يوم ٢٤/٩/٢٠١٨، ورقم هاتفه 00963112345678.</text:p>\
         <text:p>Les familles ont été reçues<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>\
         <text:note-body><text:p>حاشية</text:p></text:note-body></text:note> à l’hôtel.</text:p>\
         <text:p>see <text:a xlink:type=\"simple\" xlink:href=\"https://example.org/a?b=1\">this</text:a> and <text:span text:style-name=\"H\">hidden words</text:span> end.</text:p>\
         <table:table table:name=\"T\"><table:table-column table:number-columns-repeated=\"3\"/>{}{}</table:table>\
         <text:p>the last line</text:p></office:text></office:body>",
        row(["الاسم", "الرقم", "التاريخ"]),
        row(["فاطمة", "", "2013-05-01"])
    );
    let source = document("text", &format!("{meta}{styles}{body}"));
    for (name, answer) in through_office(&source, "fodt", &["odt", "docx", "rtf", "doc", "html", "epub"]) {
        let text = pages(&answer).join("\n");
        in_order(
            &name,
            &text,
            &[
                "شهادة أحمد عبد الله",
                "إلى باريس يوم ٢٤/٩/٢٠١٨، ورقم هاتفه 00963112345678.",
                "Les familles ont été reçues",
                " à l’hôtel.",
                "this <https://example.org/a?b=1> and hidden words end.",
                "الاسم\tالرقم\tالتاريخ",
                "فاطمة\t",
                "\t2013-05-01",
                "the last line",
            ],
        );
        assert!(text.contains("حاشية"), "{name}: {text}");
        assert!(answer.reading.problems.is_empty(), "{name}: {:?}", answer.reading.problems);
        // Pages of the web have neither headers nor changes.
        if !matches!(name.as_str(), "html" | "epub") {
            assert!(text.contains("رأس الصفحة") && text.contains("[-محذوف-]"), "{name}: {text}");
            let of = |what: &str| {
                let standard = answer.reading.tool.split(['/', ' ']).nth(1).unwrap_or_default();
                values(&answer, &format!("{standard}.{what}")).concat()
            };
            assert!(of("deleted").ends_with("محذوف"), "{name}: {}", of("deleted"));
            assert_eq!(of("hidden"), "hidden words", "{name}");
        }
    }
}

#[test]
fn a_table_in_every_format() {
    let styles = "<office:automatic-styles>\
        <number:number-style style:name=\"N1\"><number:number number:decimal-places=\"0\" number:min-integer-digits=\"11\"/></number:number-style>\
        <number:date-style style:name=\"N2\"><number:day/><number:text>/</number:text><number:month/><number:text>/</number:text><number:year/></number:date-style>\
        <number:date-style style:name=\"N3\"><number:day/><number:text>/</number:text><number:month/><number:text> </number:text><number:hours/><number:text>:</number:text><number:minutes/></number:date-style>\
        <style:style style:name=\"c1\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>\
        <style:style style:name=\"c2\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>\
        <style:style style:name=\"c3\" style:family=\"table-cell\" style:data-style-name=\"N3\"/>\
        <style:style style:name=\"t1\" style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style>\
        <style:style style:name=\"t2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>";
    let text = |words: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{words}</text:p></table:table-cell>")
    };
    let number = |value: &str, style: &str| {
        format!(
            "<table:table-cell {style} office:value-type=\"float\" office:value=\"{value}\"><text:p>{value}</text:p></table:table-cell>"
        )
    };
    let date = |value: &str, style: &str| {
        format!(
            "<table:table-cell table:style-name=\"{style}\" office:value-type=\"date\" office:date-value=\"{value}\"/>"
        )
    };
    let numbers = ["963911234567", "-33.513807", "0.1", "123456789012345", "1234.5", "-7", "1000000"];
    let many: String = numbers.iter().map(|value| number(value, "")).collect();
    let body = format!(
        "<office:body><office:spreadsheet><table:table table:name=\"الأسماء\" table:style-name=\"t1\">\
         <table:table-row>{}{}{}</table:table-row><table:table-row>{}{}{}{}</table:table-row>\
         <table:table-row><table:table-cell/></table:table-row><table:table-row>{many}\
         <table:table-cell table:formula=\"of:=[.E4]*2\" office:value-type=\"float\" office:value=\"2469\"/></table:table-row></table:table>\
         <table:table table:name=\"two\" table:style-name=\"t2\"><table:table-row>{}</table:table-row></table:table></office:spreadsheet></office:body>",
        text("الاسم"),
        text("الرقم الوطني"),
        text("التاريخ"),
        text("أحمد"),
        number("1020304", "table:style-name=\"c1\""),
        date("2018-09-24", "c2"),
        date("2013-05-01T10:20:30", "c3"),
        text("سرّي"),
    );
    let source = document("spreadsheet", &format!("{styles}{body}"));
    for (name, answer) in through_office(&source, "fods", &["ods", "xlsx", "xls"]) {
        // The source states no words for its number, so that its zeros are not shown.
        let padded = if name == "fods" { "1020304" } else { "00001020304" };
        let expect = format!(
            "الاسم\tالرقم الوطني\tالتاريخ\nأحمد\t{padded}\t2018-09-24\t2013-05-01T10:20:30\n\n{}\t2469\n",
            numbers.join("\t")
        );
        assert_eq!(pages(&answer), [expect.as_str(), "سرّي\n"], "{name}");
        let standard = if name == "fods" { "ods" } else { &name };
        says(
            &answer,
            &[(&format!("{standard}.hiddenSheet"), "2: two"), (&format!("{standard}.formulas"), "الأسماء: 1")],
        );
        assert!(answer.reading.problems.is_empty(), "{name}: {:?}", answer.reading.problems);
    }
}

#[test]
fn slides_in_every_format() {
    let frame = |words: &str, class: &str| {
        format!(
            "<draw:frame {class} svg:width=\"10cm\" svg:height=\"3cm\" svg:x=\"1cm\" svg:y=\"1cm\"><draw:text-box><text:p>{words}</text:p></draw:text-box></draw:frame>"
        )
    };
    let source = document(
        "presentation",
        &format!(
            "<office:automatic-styles><style:style style:name=\"d\" style:family=\"drawing-page\"><style:drawing-page-properties presentation:visibility=\"hidden\"/></style:style></office:automatic-styles>\
             <office:body><office:presentation><draw:page draw:name=\"one\">{}<presentation:notes>{}</presentation:notes></draw:page>\
             <draw:page draw:name=\"two\" draw:style-name=\"d\">{}</draw:page></office:presentation></office:body>",
            frame("الشريحة الأولى ٢٠١٢", ""),
            frame("ملاحظة", "presentation:class=\"notes\""),
            frame("hidden slide", "")
        ),
    );
    for (name, answer) in through_office(&source, "fodp", &["odp", "pptx", "ppt"]) {
        assert_eq!(pages(&answer), ["الشريحة الأولى ٢٠١٢\n\nملاحظة\n", "hidden slide\n"], "{name}");
        let hidden = answer.reading.metadata.iter().filter(|m| m.name.contains(".hidden"));
        assert_eq!(hidden.map(|m| m.value.as_str()).collect::<Vec<_>>(), ["2"], "{name}");
        assert!(answer.reading.problems.is_empty(), "{name}: {:?}", answer.reading.problems);
    }
}
