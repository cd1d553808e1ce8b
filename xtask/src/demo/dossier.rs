//! The photo dossier: twelve small drawings with number cards, and the register of what the cards say.
//!
//! Real dossiers of this kind show people who were killed. Here there are circles and bars on grey paper, the
//! branch numbers do not exist, and every sheet says «drawing». What is kept is what the work is about: three
//! numbers on a card, digits in two scripts, wrong clocks, doubles, and two readers who disagree.

use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;

use super::Made;
use super::canvas::Canvas;
use super::digits::{Script, write_drawing, write_number};
use super::documents::csv_with_bom;
use super::exif::{Exif, with_exif};

#[derive(Clone, Copy)]
enum Pose {
    Standing,
    Lying,
}

/// One drawing, with what is on its card and what the camera noted.
struct Sheet {
    path: &'static str,
    pose: Pose,
    /// Taller or nearer: the figure's size in tenths.
    size: i64,
    branch: u32,
    number: u32,
    exam: u32,
    script: Script,
    /// None: the file has no EXIF at all.
    taken: Option<&'static str>,
    form: Form,
    /// What the second reader read instead of the number, where the readers disagree.
    misread: Option<u32>,
}

/// How the sheet reached the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Plain,
    /// Stored on its side, with a note to turn it.
    OnItsSide,
    /// A smaller and darker copy: near to another file, but not the same bytes.
    SmallCopy,
}

const fn sheet(
    path: &'static str,
    (pose, size): (Pose, i64),
    (branch, number, exam): (u32, u32, u32),
    script: Script,
    taken: Option<&'static str>,
) -> Sheet {
    Sheet { path, pose, size, branch, number, exam, script, taken, form: Form::Plain, misread: None }
}

/// The dossier. The tenth is byte for byte the second, under another name in another month.
fn sheets() -> [Sheet; 12] {
    use Pose::{Lying, Standing};
    use Script::{ArabicIndic, Western};
    let first = (901, 2147, 318);
    let third = (902, 88, 319);
    let again = Some("2012:09:14 10:32:41");
    [
        sheet("2012-09/DSC_0412.jpg", (Standing, 9), first, ArabicIndic, Some("2012:09:14 10:32:05")),
        sheet("2012-09/DSC_0413.jpg", (Standing, 12), first, ArabicIndic, again),
        sheet("2012-09/DSC_0414.jpg", (Lying, 10), third, Western, Some("2012:09:14 10:40:12")),
        Sheet {
            misread: Some(61),
            ..sheet(
                "2012-09/DSC_0415.jpg",
                (Lying, 9),
                (902, 91, 320),
                ArabicIndic,
                Some("2012:09:14 10:44:30"),
            )
        },
        sheet("2012-09/DSC_0416.jpg", (Standing, 10), (901, 2150, 321), Western, None),
        Sheet {
            misread: Some(207),
            ..sheet(
                "2012-10/DSC_0510.jpg",
                (Lying, 11),
                (903, 307, 355),
                ArabicIndic,
                Some("2012:10:02 08:15:00"),
            )
        },
        sheet(
            "2012-10/DSC_0511.jpg",
            (Standing, 8),
            (903, 311, 356),
            ArabicIndic,
            Some("2012:10:02 08:21:47"),
        ),
        // A clock that was never set: the folder says October 2012.
        sheet("2012-10/DSC_0512.jpg", (Lying, 8), (903, 312, 357), Western, Some("2005:01:01 00:07:19")),
        Sheet {
            form: Form::OnItsSide,
            ..sheet(
                "2012-10/DSC_0513.jpg",
                (Standing, 11),
                (901, 2163, 358),
                Western,
                Some("2012:10:03 09:02:10"),
            )
        },
        sheet("2012-10/DSC_0413 (1).jpg", (Standing, 12), first, ArabicIndic, again),
        Sheet {
            form: Form::SmallCopy,
            ..sheet("صور-مختارة/صورة-٠٠٣.jpg", (Lying, 10), third, Western, None)
        },
        sheet("2012-11/DSC_0602.jpg", (Lying, 12), (902, 96, 401), ArabicIndic, Some("2012:11:05 11:30:00")),
    ]
}

/// The drawings and the register of their cards.
pub fn make() -> Result<Vec<Made>, String> {
    let sheets = sheets();
    let mut made = Vec::new();
    for sheet in &sheets {
        made.push(Made::new(format!("06-photo-dossier/{}", sheet.path), picture(sheet)?));
    }
    made.push(Made::new("06-photo-dossier/سجل-البطاقات.csv", csv_with_bom(&register(&sheets))));
    Ok(made)
}

fn picture(sheet: &Sheet) -> Result<Vec<u8>, String> {
    let upright = draw(sheet);
    let (canvas, orientation) = match sheet.form {
        Form::Plain => (upright, 1),
        Form::OnItsSide => (upright.turned_left(), 6),
        Form::SmallCopy => (upright.small_dark_copy(), 1),
    };
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 72)
        .encode(canvas.pixels(), canvas.width as u32, canvas.height as u32, ExtendedColorType::L8)
        .map_err(|error| format!("cannot encode {}: {error}", sheet.path))?;
    Ok(match sheet.taken {
        Some(taken) => with_exif(&jpeg, &Exif { taken, orientation }),
        None => jpeg,
    })
}

fn draw(sheet: &Sheet) -> Canvas {
    let mut canvas = Canvas::new(480, 360, 226);
    match sheet.pose {
        Pose::Standing => standing(&mut canvas, sheet.size),
        Pose::Lying => lying(&mut canvas, sheet.size),
    }
    card(&mut canvas, sheet);
    write_drawing(&mut canvas, (384, 336));
    canvas
}

const INK: u8 = 128;
const LINE: i64 = 4;

/// A circle above bars: a person the way a child draws one, without a face.
fn standing(canvas: &mut Canvas, size: i64) {
    let at = |x: i64, y: i64| (330 + x * size / 10, 180 + y * size / 10);
    canvas.outline(at(0, -105), at(0, -105), 22 * size / 10, LINE, INK);
    canvas.outline(at(0, -50), at(0, 10), 30 * size / 10, LINE, INK);
    for side in [-1, 1] {
        canvas.stroke(at(side * 34, -60), at(side * 48, 15), LINE, INK);
        canvas.stroke(at(side * 14, 42), at(side * 18, 120), LINE, INK);
    }
    canvas.stroke((20, 330), (460, 330), 1, INK);
}

/// The same circle, and one long bar for a cover.
fn lying(canvas: &mut Canvas, size: i64) {
    let at = |x: i64, y: i64| (320 + x * size / 10, 230 + y * size / 10);
    canvas.outline(at(-95, 0), at(-95, 0), 20 * size / 10, LINE, INK);
    canvas.outline(at(-35, 4), at(90, 4), 28 * size / 10, LINE, INK);
    canvas.stroke((20, 290), (460, 290), 1, INK);
}

/// The card: branch, number, examination, one below the other.
fn card(canvas: &mut Canvas, sheet: &Sheet) {
    canvas.rectangle((22, 22), (190, 178), 90);
    canvas.rectangle((24, 24), (188, 176), 252);
    for (row, number) in [sheet.branch, sheet.number, sheet.exam].into_iter().enumerate() {
        let top = 34 + row as i64 * 48;
        write_number(canvas, (40, top), number, sheet.script, 2);
        if row > 0 {
            canvas.rectangle((32, top - 8), (180, top - 7), 160);
        }
    }
}

/// What two readers read on each card, apart from each other.
fn register(sheets: &[Sheet]) -> Vec<Vec<String>> {
    let header =
        ["الملف", "رقم الفرع", "الرقم", "رقم الفحص", "القارئ الأول", "القارئ الثاني", "النتيجة", "ملاحظة"];
    let mut rows = vec![header.map(String::from).to_vec()];
    for sheet in sheets {
        let text = |number| sheet.script.text(number);
        let second = sheet.misread.unwrap_or(sheet.number);
        let verdict =
            if second == sheet.number { "اتفاق" } else { "اختلاف – إلى قارئ ثالث" };
        rows.push(vec![
            sheet.path.into(),
            text(sheet.branch),
            text(sheet.number),
            text(sheet.exam),
            text(sheet.number),
            text(second),
            verdict.into(),
            "رسم – لا شخص حقيقياً، ورقم الفرع مختلق".into(),
        ]);
    }
    rows
}
