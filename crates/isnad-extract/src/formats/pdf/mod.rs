//! PDF: text from where the glyphs stand, the document's own description, and pictures of pages.
//!
//! A PDF holds no words, only glyphs at places. Arabic ones are stored in the order in which they are painted,
//! and tools that trust that order reverse words and numbers. Here every page is painted onto [`glyphs`], which
//! notes each glyph's place, and [`lines`] reads them as a person does.

mod glyphs;
mod lines;

use super::{Source, whole};
use crate::wire::Sink;
use glyphs::Glyphs;
use hayro::{
    RenderCache, RenderSettings,
    hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page, util::TransformExt},
    hayro_syntax::{LoadPdfError, Pdf, metadata::Metadata, object::DateTime, page::Page},
    kurbo::Rect,
};
use isnad_model::Problem;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The tallest picture of a page in pixels.
const HEIGHT_MAX: f32 = 8192.0;

/// Reads the text page by page.
pub(crate) fn read(source: &mut dyn Source, password: Option<&str>, sink: &mut Sink<'_>) {
    sink.tool("pdf", "engine=hayro-0.9");
    let pdf = match open(source, password) {
        Ok(pdf) => pdf,
        Err(problem) => return sink.problem(problem),
    };
    describe(pdf.metadata(), sink);
    let pages = pdf.pages();
    if pages.is_empty() {
        sink.problem(Problem::new("pdf-damaged"));
    }
    let cache = InterpreterCache::new();
    let (mut mapped, mut unmapped) = (0, 0);
    for (page, number) in pages.iter().zip(1u64..) {
        // One page that breaks the reader must not cost the others.
        match catch_unwind(AssertUnwindSafe(|| glyphs_of(page, &cache))) {
            Ok(glyphs) => {
                mapped += glyphs.found.len() as u64;
                unmapped += glyphs.unmapped;
                sink.page(&lines::text(glyphs.found));
            }
            Err(_) => {
                sink.page("");
                sink.problem(Problem::new("pdf-page-damaged").number("page", number));
            }
        }
    }
    // A few signs without a letter are ornaments; many are a font whose letters nobody can know from the file.
    if unmapped * 20 > mapped {
        sink.problem(Problem::new("pdf-text-unmapped").number("count", unmapped));
    }
}

/// Draws one page, from 1.
pub(crate) fn draw(source: &mut dyn Source, number: u32, width_max: u32) -> Result<Vec<u8>, Problem> {
    let pdf = open(source, None)?;
    let pages = pdf.pages();
    let page = number.checked_sub(1).and_then(|index| pages.get(index as usize)).ok_or_else(|| {
        Problem::new("page-absent").number("page", number.into()).number("pages", pages.len() as u64)
    })?;
    let (width, height) = page.render_dimensions();
    let scale = (width_max as f32 / width).min(HEIGHT_MAX / height);
    let undrawable = || Problem::new("page-not-drawable");
    if !(scale.is_finite() && width * scale >= 1.0 && height * scale >= 1.0) {
        return Err(undrawable());
    }
    let cache = RenderCache::new();
    let white = hayro::vello_cpu::color::palette::css::WHITE;
    let pixmap = hayro::render(
        page,
        &cache,
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &hayro::PixmapSettings { x_scale: scale, y_scale: scale, bg_color: white },
    );
    pixmap.into_png().map_err(|_| undrawable())
}

fn open(source: &mut dyn Source, password: Option<&str>) -> Result<Pdf, Problem> {
    let damaged = || Problem::new("pdf-damaged");
    let bytes = whole(source).map_err(|_| damaged())?;
    Pdf::new_with_password(bytes, password.unwrap_or_default()).map_err(|e| match e {
        LoadPdfError::Decryption(_) if password.is_some() => Problem::new("password-wrong"),
        LoadPdfError::Decryption(_) => Problem::new("document-encrypted"),
        LoadPdfError::Invalid => damaged(),
    })
}

fn glyphs_of<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>) -> Glyphs {
    let mut glyphs = Glyphs::default();
    let everything = Rect::new(-1e6, -1e6, 1e6, 1e6);
    let upright = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(upright, everything, cache, page.xref(), InterpreterSettings::default());
    interpret_page(page, &mut context, &mut glyphs);
    glyphs
}

fn describe(metadata: &Metadata, sink: &mut Sink<'_>) {
    let texts = [
        ("pdf.Title", &metadata.title),
        ("pdf.Author", &metadata.author),
        ("pdf.Subject", &metadata.subject),
        ("pdf.Keywords", &metadata.keywords),
        ("pdf.Creator", &metadata.creator),
        ("pdf.Producer", &metadata.producer),
    ];
    for (name, value) in texts {
        if let Some(bytes) = value {
            sink.metadatum(name, &text_string(bytes));
        }
    }
    let dates = [("pdf.CreationDate", &metadata.creation_date), ("pdf.ModDate", &metadata.modification_date)];
    for (name, value) in dates {
        if let Some(date) = value {
            sink.metadatum(name, &iso8601(date));
        }
    }
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

fn iso8601(date: &DateTime) -> String {
    let DateTime { year, month, day, hour, minute, second, .. } = date;
    let (away, sixtieths) = (date.utc_offset_hour, date.utc_offset_minute);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{away:+03}:{sixtieths:02}")
}
