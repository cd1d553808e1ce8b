use super::Copy;
use hayro::hayro_syntax::Pdf;
use isnad_testkit::make;

fn copy(pdf: &[u8], password: &str) -> Vec<u8> {
    let pdf = Pdf::new_with_password(pdf.to_vec(), password).expect("a document that opens");
    Copy::of(pdf.xref())
}

#[test]
fn a_copy_opens_without_a_password_and_is_its_own_copy() {
    let words = b"BT /F 20 Tf 1 0 0 1 10 90 Tm (Damascus) Tj ET";
    let locked = make::locked_pdf("sesame", &make::page_with(words, Some(b"a file")));
    assert!(Pdf::new(locked.clone()).is_err());
    let opened = copy(&locked, "sesame");
    let pdf = Pdf::new(opened.clone()).expect("no lock");
    assert_eq!(pdf.pages().len(), 1);
    assert_eq!(pdf.pages()[0].page_stream().map(<[u8]>::to_vec), Some(words.to_vec()));
    assert!(!opened.windows(8).any(|part| part == b"/Encrypt"));
    assert_eq!(copy(&opened, ""), opened);
}

#[test]
fn objects_of_every_kind_stay_what_they_are() {
    let objects = [
        ("<< /Type /Catalog /Pages 2 0 R /Odd#20name#2F (\\(text\\)) /All 4 0 R >>", None),
        ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", None),
        ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>", None),
        ("[true false null -7 0.5 -.25 99999999999999999999 /N <FEFF0627> [4 0 R] << /Gone 77 0 R >>]", None),
    ];
    let opened = copy(&make::pdf(&objects), "");
    let text = String::from_utf8_lossy(&opened);
    let contains = |part: &str| assert!(text.contains(part), "{part} in {text}");
    contains("/Odd#20name#2F <287465787429>");
    contains("[ true false null -7 0.5 -0.25 ");
    contains("/N <FEFF0627> [ 2 0 R ] << /Gone ");
    contains("\nnull\nendobj");
    assert_eq!(copy(&opened, ""), opened);
}
