//! Archives inside archives, with doubles and damage: what an old disk brings.

use super::documents::zip_of;
use super::{Demo, Made};

/// An old disk as one zip file, and a zip file whose copying was cut short.
pub fn make(demo: &Demo, made: &[Made]) -> Result<Vec<Made>, String> {
    let notes = demo.source("01-paris-visit/2018-09-10-fidh.txt")?;
    let report = demo.source("01-paris-visit/تقرير-الزيارة.pdf")?;
    let freezes = demo.source("05-incidents-freezes/gel-des-avoirs.pdf")?;
    let photograph = made_bytes(made, "06-photo-dossier/2012-09/DSC_0413.jpg")?;
    let left = demo.text("what-was-left.txt")?;
    let bundle = bundle(demo)?;

    let disk = zip_of([
        ("نسخة/2018-09-10-fidh.txt", notes.as_slice()),
        ("نسخة/تقرير-الزيارة.pdf", &report),
        ("نسخة/DSC_0413.jpg", photograph),
        ("ملاحظات/ما-بقي.txt", left.as_bytes()),
        ("تالف/تقرير-ناقص.pdf", first_part(&freezes)),
        ("inner/ملفات.tar", &bundle),
    ])?;
    let cut_short = zip_of([("report.pdf", freezes.as_slice()), ("notes.txt", notes.as_slice())])?;
    Ok(vec![
        Made::new("08-archive/قرص-قديم.zip", disk),
        Made::new("08-archive/مقطوع.zip", first_part(&cut_short).to_vec()),
    ])
}

/// A tar file with a double, a letter, and one more zip file inside.
fn bundle(demo: &Demo) -> Result<Vec<u8>, String> {
    let protocol = demo.source("02-protocol/draft-protocol-ar.txt")?;
    let pledges = demo.source("03-pledges/متابعة-التعهدات.csv")?;
    let labels = demo.text("box-labels.txt")?;
    let letter = demo.text("letter.txt")?;
    let deepest = zip_of([("pledges.csv", pledges.as_slice()), ("ملصقات-العلب.txt", labels.as_bytes())])?;
    tar_of([
        ("draft-protocol-ar.txt", protocol.as_slice()),
        ("رسالة-أم-نزار.txt", letter.as_bytes()),
        ("deeper.zip", &deepest),
    ])
}

/// A tar file whose members all have the same date and owner.
fn tar_of<'a>(members: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, String> {
    const NOON_19_SEPTEMBER_2018: u64 = 1_537_358_400;
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(NOON_19_SEPTEMBER_2018);
        builder.append_data(&mut header, name, bytes).map_err(|error| error.to_string())?;
    }
    builder.into_inner().map_err(|error| error.to_string())
}

/// Three fifths of a file: the beginning is right, the end, where such formats keep their table, is gone.
fn first_part(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len() * 3 / 5]
}

fn made_bytes<'a>(made: &'a [Made], path: &str) -> Result<&'a [u8], String> {
    made.iter()
        .find(|file| file.path == path)
        .map(|file| file.bytes.as_slice())
        .ok_or_else(|| format!("{path} was not made"))
}
