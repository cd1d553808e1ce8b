use super::*;

#[test]
fn what_the_program_says_of_itself() {
    let check = |said: &str, expect: Option<&str>| assert_eq!(version(said).as_deref(), expect);
    check("tesseract 5.3.0\n leptonica-1.82.0\n", Some("5.3.0"));
    check("tesseract v5.4.0.20240606\n", Some("5.4.0.20240606"));
    check("", None);
    let said =
        "List of available languages in \"/usr/share/tesseract-ocr/5/tessdata/\" (3):\nosd\nara\neng\n";
    assert_eq!(languages(said), ["ara", "eng", "osd"]);
    assert_eq!(folder(said), Some(PathBuf::from("/usr/share/tesseract-ocr/5/tessdata/")));
    assert_eq!(folder("List of available languages (3):\nara\n"), None);
}

struct Nowhere;

impl Run for Nowhere {
    fn run(&self, _: &Call, _: &[u8]) -> Result<Vec<u8>, Problem> {
        Err(Problem::new("reader-not-started"))
    }
}

#[test]
fn a_program_that_is_named_and_not_there_is_looked_for_in_the_usual_places() {
    let places = Places { program: Some("/nowhere/tesseract".into()), models: None };
    let code = Tesseract::find(&Nowhere, &places).expect_err("none").code;
    // Where one is installed it is found, and then does not start.
    assert!(["ocr-missing", "reader-not-started"].contains(&code), "{code}");
}
