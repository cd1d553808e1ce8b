//! A worker: draws a page in one child without rights, and has its letters read in another.

use std::sync::mpsc::SyncSender;

use isnad_extract::{Config, Reader, program::Program};
use isnad_model::Problem;
use isnad_ocr::{Call, Ocr, Picture, Reading, Run};

use super::{Jobs, Waiting, plain::Plain};
use crate::{Archive, Result, World};

/// Pages of documents are drawn so many pixels to the inch: more makes reading slower and not better.
const DPI: u32 = 250;

/// What a worker brings.
pub(super) enum Outcome {
    /// What became of a page.
    Read(Waiting, Result<Reading>),
    /// Nothing can be read here; that is no fault of a page.
    Failed(Problem),
}

/// Runs foreign programs as children without rights.
pub(super) struct Confined(Config);

impl Run for Confined {
    fn run(&self, call: &Call, input: &[u8]) -> std::result::Result<Vec<u8>, Problem> {
        let program = Program {
            path: call.program.clone(),
            args: call.args.clone(),
            env: call.env.clone(),
            reads: call.reads.clone(),
            memory_max: call.memory_max,
            timeout: call.timeout,
            answer_max: call.answer_max,
        };
        program.run(&self.0, input)
    }
}

/// Gets ready to read pictures on this machine.
pub(super) fn start(world: &World) -> Result<Ocr<Confined>> {
    let reader = world.reader.clone().ok_or_else(|| Problem::new("ocr-missing"))?;
    Ocr::start(Confined(Config::new(reader)), &world.letters)
}

pub(super) struct Worker<'w> {
    pub(super) archive: &'w Archive,
    pub(super) ocr: &'w Ocr<Confined>,
    pub(super) plain: &'w Plain<'w>,
    pub(super) out: SyncSender<Outcome>,
}

impl Worker<'_> {
    /// Reads pages until there is none left, or nobody takes them.
    ///
    /// All cores are used, and all give way: reading goes on for hours, and people work meanwhile.
    pub(super) fn run(&self, jobs: &Jobs<'_>) {
        isnad_extract::step_back();
        let Some(reader) = self.archive.start_reader() else {
            let _nobody_listens = self.out.send(Outcome::Failed(Problem::new("ocr-missing")));
            return;
        };
        while let Some(waiting) = jobs.next() {
            let outcome = match self.read(&reader, waiting) {
                Err(problem) if matches!(problem.code, "reader-not-started" | "sandbox-missing") => {
                    Outcome::Failed(problem)
                }
                read => Outcome::Read(waiting, read),
            };
            if self.out.send(outcome).is_err() {
                return;
            }
        }
    }

    fn read(&self, reader: &Reader, (item, page): Waiting) -> Result<Reading> {
        let pixels = reader.page_pixels_of_file(self.plain.of(item)?, page, DPI)?;
        let picture = Picture::new(pixels.width as usize, pixels.height as usize, pixels.shades);
        let read = self.ocr.read(&picture.ok_or_else(|| Problem::new("page-not-drawable"))?);
        // Pages count from 1 within their item; whoever reads of a problem must know which it is.
        let with_page = |problem: Problem| problem.number("page", page.into());
        read.map(|reading| Reading {
            problems: reading.problems.into_iter().map(with_page).collect(),
            ..reading
        })
    }
}
