//! PDF: text from where the glyphs stand, the document's own description, and pictures of pages.
//!
//! A PDF holds no words, only glyphs at places. Arabic ones are stored in the order in which they are painted,
//! and tools that trust that order reverse words and numbers. Here every page is painted onto [`paint`], which
//! notes each glyph's place; [`layout`] reads them as a person does; [`quality`] asks whether that went well.

mod attached;
mod describe;
mod fonts;
mod layout;
mod letters;
mod marked;
mod opened;
mod outline;
mod paint;
mod quality;
mod rules;

use super::{Gray, Source, whole};
use crate::wire::{Reply, Sink};
pub(crate) use attached::unpack;
use fonts::Fonts;
use hayro::{
    RenderCache, RenderSettings,
    hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page, util::TransformExt},
    hayro_syntax::{
        LoadPdfError, Pdf,
        object::{Dict, Object},
        page::Page,
    },
    kurbo::Rect,
};
use isnad_model::Problem;
pub use letters::shapes::shape_numbers;
pub(crate) use opened::opened;
use paint::{GLYPHS_MAX, Paper};
use quality::Seen;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The tallest picture of a page in pixels.
const HEIGHT_MAX: f32 = 8192.0;
/// The unit of a page (ISO 32000-2, 8.3.2.3).
const POINTS_PER_INCH: f32 = 72.0;

/// Reads the text page by page.
pub(crate) fn read(source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    sink.tool("pdf", "engine=hayro-0.9 layout=2");
    let pdf = match open(source, password) {
        Ok(pdf) => pdf,
        Err(problem) => return sink.problem(problem),
    };
    describe::describe(&pdf, sink);
    let pages = pdf.pages();
    if pages.is_empty() {
        sink.problem(Problem::new("pdf-damaged"));
    }
    let cache = InterpreterCache::new();
    let fonts = Fonts::new(&pdf);
    let (mut glyphs, mut unmapped) = (0, 0);
    for (page, number) in pages.iter().zip(1u64..) {
        // One page that breaks the reader must not cost the others.
        let read = catch_unwind(AssertUnwindSafe(|| read_page(page, &cache, &fonts)))
            .unwrap_or_else(|_| PageRead::damaged());
        glyphs += read.seen.glyphs;
        unmapped += read.seen.unmapped;
        sink.placed_page(&read.page);
        let problems = read.problems.into_iter();
        problems.for_each(|problem| sink.problem(problem.number("page", number)));
    }
    let attached = attached::attached(&pdf);
    attached::describe_all(&attached, sink);
    if !attached.is_empty() {
        sink.send(Reply::HasMembers);
    }
    // A few signs without a letter are ornaments; many are a font whose letters nobody can know from the file.
    if unmapped * 20 > glyphs {
        sink.problem(Problem::new("pdf-text-unmapped").number("count", unmapped));
    }
}

/// A page as it was read.
struct PageRead {
    page: isnad_model::reading::Page,
    seen: Seen,
    /// What is to be said of it, but for its number.
    problems: Vec<Problem>,
}

impl PageRead {
    fn damaged() -> Self {
        let problems = vec![Problem::new("pdf-page-damaged")];
        Self { page: "".into(), seen: Seen::default(), problems }
    }
}

fn read_page<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>, fonts: &Fonts<'_>) -> PageRead {
    let mut paper = paint(page, cache, fonts);
    let (width, height) = page.render_dimensions();
    let size = (f64::from(width), f64::from(height));
    let sheet = Rect::new(0.0, 0.0, size.0, size.1);
    let mut seen = Seen {
        glyphs: paper.found.len() as u64,
        unmapped: paper.unmapped,
        invisible: paper.invisible,
        covered: covered(&paper.pictures, sheet),
        digits_differ: paper.digits_differ + paper.marked.digits_differ,
        outside: 0,
    };
    let laid = layout::page(std::mem::take(&mut paper.found), &paper.rules.take(), size);
    seen.outside = laid.outside;
    let doubts = quality::doubts(&laid.page.text, seen);
    let doubt = |reason| Problem::new("pdf-page-doubtful").text("reason", reason);
    let mut problems: Vec<Problem> = doubts.into_iter().map(doubt).collect();
    // A page on which much is lost was said to be doubtful; a page on which a sign or two is lost is still read.
    if paper.unmapped > 0 && problems.is_empty() {
        problems.push(Problem::new("pdf-letters-lost").number("count", paper.unmapped));
    }
    if paper.letters_differ > 0 {
        problems.push(Problem::new("pdf-letters-differ").number("count", paper.letters_differ));
    }
    if paper.too_many > 0 {
        problems.push(
            Problem::new("pdf-page-too-full")
                .number("count", paper.too_many)
                .number("count_max", GLYPHS_MAX as u64),
        );
    }
    PageRead { page: laid.page, seen, problems }
}

/// The part of a page under pictures. They seldom overlap, so their areas are added up.
fn covered(pictures: &[Rect], sheet: Rect) -> f64 {
    let visible = |picture: &Rect| picture.intersect(sheet).area().max(0.0);
    pictures.iter().map(visible).sum::<f64>() / sheet.area().max(1.0)
}

/// Draws one page, from 1.
pub(crate) fn draw(source: &mut dyn Source, number: u32, width_max: u32) -> Result<Vec<u8>, Problem> {
    let scale = |width: f32, height: f32| (width_max as f32 / width).min(HEIGHT_MAX / height);
    drawn(source, number, scale)?.into_png().map_err(|_| Problem::new("page-not-drawable"))
}

/// Draws one page, from 1, in shades of gray, so many pixels to the inch or with at most so many pixels.
pub(crate) fn gray(source: &mut dyn Source, number: u32, dpi: u32, pixels_max: u64) -> Result<Gray, Problem> {
    let scale = |width: f32, height: f32| {
        let most = (pixels_max as f32 / (width * height)).sqrt();
        let side = f32::from(u16::MAX) / width.max(height);
        (dpi as f32 / POINTS_PER_INCH).min(most).min(side)
    };
    let pixmap = drawn(source, number, scale)?;
    // The page is white where nothing is painted, so no pixel is see-through.
    let shade = |pixel: &hayro::vello_cpu::color::PremulRgba8| {
        // The weights of ITU-R BT.601, in parts of 256.
        ((77 * u32::from(pixel.r) + 150 * u32::from(pixel.g) + 29 * u32::from(pixel.b)) >> 8) as u8
    };
    let pixels = pixmap.data().iter().map(shade).collect();
    Ok(Gray { width: pixmap.width().into(), height: pixmap.height().into(), pixels })
}

fn drawn(
    source: &mut dyn Source,
    number: u32,
    scale: impl Fn(f32, f32) -> f32,
) -> Result<hayro::vello_cpu::Pixmap, Problem> {
    let pdf = open(source, None)?;
    let pages = pdf.pages();
    let page = number.checked_sub(1).and_then(|index| pages.get(index as usize)).ok_or_else(|| {
        Problem::new("page-absent").number("page", number.into()).number("pages", pages.len() as u64)
    })?;
    let (width, height) = page.render_dimensions();
    let scale = scale(width, height);
    let undrawable = || Problem::new("page-not-drawable");
    if !(scale.is_finite() && width * scale >= 1.0 && height * scale >= 1.0) {
        return Err(undrawable());
    }
    let cache = RenderCache::new();
    let white = hayro::vello_cpu::color::palette::css::WHITE;
    Ok(hayro::render(
        page,
        &cache,
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &hayro::PixmapSettings { x_scale: scale, y_scale: scale, bg_color: white },
    ))
}

/// Opens a document. The empty password opens what is encrypted only against changes.
fn open(source: &mut dyn Source, password: Option<&str>) -> Result<Pdf, Problem> {
    let damaged = || Problem::new("pdf-damaged");
    let bytes = whole(source).map_err(|_| damaged())?;
    Pdf::new_with_password(bytes, password.unwrap_or_default()).map_err(|e| match e {
        LoadPdfError::Decryption(_) if password.is_some() => Problem::new("password-wrong"),
        LoadPdfError::Decryption(_) => Problem::new("document-encrypted"),
        LoadPdfError::Invalid => damaged(),
    })
}

fn paint<'a, 'p>(page: &'a Page<'a>, cache: &InterpreterCache<'a>, fonts: &'p Fonts<'p>) -> Paper<'p> {
    let (width, height) = page.render_dimensions();
    let mut paper = Paper::new(fonts, (width.into(), height.into()));
    // Infinite edges would turn places into no numbers.
    let far = f64::from(f32::MAX);
    let everything = Rect::new(-far, -far, far, far);
    let upright = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(upright, everything, cache, page.xref(), InterpreterSettings::default());
    interpret_page(page, &mut context, &mut paper);
    paper.finish();
    paper
}

/// The dictionaries among a document's objects.
fn objects(pdf: &Pdf) -> impl Iterator<Item = Dict<'_>> {
    pdf.objects().into_iter().filter_map(|object| match object {
        Object::Dict(dictionary) => Some(dictionary),
        _ => None,
    })
}

/// A text string of ISO 32000-2, 7.9.2.2: UTF-16 or UTF-8 with a mark, otherwise nearly Latin-1.
fn text_string(bytes: &[u8]) -> String {
    let without_mark = || match std::str::from_utf8(bytes) {
        Ok(utf8) => utf8.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    };
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0.into_owned(),
        None => without_mark(),
    }
}
