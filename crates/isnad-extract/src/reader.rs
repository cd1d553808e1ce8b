//! The parent's side: hand over a file, get an answer.

use crate::{
    Budget, Config, Cut, Member, Sandbox, identify,
    identify::HEAD_BYTES,
    member,
    process::Process,
    rows::{self, Wanted},
    wire::{PIXELS_MAX, Reply, Task, tool},
};
use isnad_model::{
    Problem,
    reading::{Kind, Metadatum, Page, Reading, Word},
    table::{RowEvent, RowSettings, RowsEnd},
};
use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
    ops::ControlFlow,
};

/// What a file is and what was read out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The kind, by content.
    pub kind: Kind,
    /// The media type, by content.
    pub media_type: String,
    /// Text, metadata and problems. There is always one, whatever the file did to its reader.
    pub reading: Reading,
    /// Whether there are members to take out: files of a container, what came with a message.
    pub has_members: bool,
}

/// A page in shades of gray.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pixels {
    /// Pixels to a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// A byte a pixel, row by row from the top; 0 is black, 255 is white.
    pub shades: Vec<u8>,
}

/// Reads files through children without rights. One reader serves one thread; start one for each.
///
/// On Linux a child dies with the *thread* that started it. A reader may move to another thread all the same:
/// when its first one ends, the next file gets a new child.
pub struct Reader {
    config: Config,
    sandbox: Sandbox,
    serving: Option<Process>,
}

impl Reader {
    /// Starts a reader and learns whether its children are without rights here.
    ///
    /// # Errors
    /// `reader-not-started` when the program does not run, `reader-crashed` when it is not a child of ours.
    pub fn start(config: Config) -> Result<Self, Problem> {
        let (process, sandbox) = Process::serving(&config)?;
        Ok(Self { config, sandbox, serving: Some(process) })
    }

    /// Whether children are without rights. If not, nothing is read unless the configuration allows it.
    pub fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }

    /// Reads a file whose bytes are in memory, through the long-lived child: the fast way for small files.
    pub fn read(&mut self, bytes: &[u8]) -> Answer {
        let mut answer = Answer::unread(bytes, bytes.len() as u64);
        let asked = self.ask(&Task::Read, bytes, |process, max| gather(process, max, &mut answer));
        answer.reading.problems.extend(asked.err());
        answer
    }

    /// Reads a large file through a child of its own, from the beginning, without copying it.
    ///
    /// The file may be a [`memfd`](crate::memfd()). Its position moves for everyone who shares it.
    pub fn read_file(&self, file: File) -> Answer {
        self.read_locked(file, None)
    }

    /// [`Reader::read_file`] with the password that opens it, which is given to no child but this file's own.
    pub fn read_locked(&self, file: File, password: Option<&str>) -> Answer {
        let (head, size) = head_of(&file);
        let mut answer = Answer::unread(&head, size);
        let asked = self
            .child_for(Task::Read, file, password)
            .and_then(|mut process| gather(&mut process, self.config.answer_max, &mut answer));
        answer.reading.problems.extend(asked.err());
        answer
    }

    /// A copy of a locked document without its lock, for drawing its pages later. The password is given to no child
    /// but this file's own, and is not in the copy.
    ///
    /// # Errors
    /// `password-wrong`, `document-encrypted`; `document-not-read` where documents of its type are not opened so, and
    /// whatever became of the child.
    pub fn opened(&self, file: File, password: &str) -> Result<Vec<u8>, Problem> {
        let mut copy = Vec::new();
        let mut process = self.child_for(Task::Opened, file, Some(password))?;
        collect(&mut process, self.config.answer_max, &mut copy)?;
        Ok(copy)
    }

    /// Draws a page, from 1, of a PDF, or a picture, as PNG without metadata, at most `width_max` pixels wide.
    ///
    /// # Errors
    /// `page-absent`, `page-not-drawable`, `image-too-large` and the like, and whatever became of the child.
    pub fn page_image(&mut self, bytes: &[u8], page: u32, width_max: u32) -> Result<Vec<u8>, Problem> {
        let mut picture = Vec::new();
        let task = Task::Page { page, width: width_max };
        self.ask(&task, bytes, |process, max| collect(process, max, &mut picture))?;
        Ok(picture)
    }

    /// [`Reader::page_image`] of a large file, through a child of its own.
    ///
    /// # Errors
    /// As there.
    pub fn page_image_of_file(&self, file: File, page: u32, width_max: u32) -> Result<Vec<u8>, Problem> {
        let mut picture = Vec::new();
        let mut process = self.child_for(Task::Page { page, width: width_max }, file, None)?;
        collect(&mut process, self.config.answer_max, &mut picture)?;
        Ok(picture)
    }

    /// Draws a page, from 1, in shades of gray: of a PDF `dpi` pixels to the inch, a picture in its own size. A page
    /// of more than 24 million pixels is drawn smaller. Nothing needs decoding here.
    ///
    /// # Errors
    /// As for [`Reader::page_image`].
    pub fn page_pixels_of_file(&self, file: File, page: u32, dpi: u32) -> Result<Pixels, Problem> {
        let mut pixels = Pixels::default();
        let mut process = self.child_for(Task::Pixels { page, dpi }, file, None)?;
        collect_pixels(&mut process, &mut pixels)?;
        Ok(pixels)
    }

    /// Draws a page and cuts pieces out of it, or turns it: as many pictures as [`Cut`] says, PNG without metadata.
    ///
    /// # Errors
    /// As [`Reader::page_image`].
    pub fn cut(&mut self, bytes: &[u8], cut: &Cut) -> Result<Vec<Vec<u8>>, Problem> {
        let mut pictures = Vec::new();
        let task = Task::Cut(cut.clone());
        self.ask(&task, bytes, |process, max| collect_all(process, max, cut.n_pictures(), &mut pictures))?;
        Ok(pictures)
    }

    /// [`Reader::cut`] of a large file, through a child of its own.
    ///
    /// # Errors
    /// As there.
    pub fn cut_of_file(&self, file: File, cut: &Cut) -> Result<Vec<Vec<u8>>, Problem> {
        let mut pictures = Vec::new();
        let mut process = self.child_for(Task::Cut(cut.clone()), file, None)?;
        collect_all(&mut process, self.config.answer_max, cut.n_pictures(), &mut pictures)?;
        Ok(pictures)
    }

    /// A budget for a container of this size that lies in no other one.
    pub fn budget(&self, size_bytes: u64) -> Budget {
        Budget::new(size_bytes, self.config.limits)
    }

    /// Streams the members of a container or a message whose bytes are in memory, one level deep, in their order,
    /// through the long-lived child.
    ///
    /// `each` may break off. What it leaves unread of a member is passed over.
    /// The answer holds what is wrong with the container as a whole; what is wrong with a member shows when that
    /// member is read. Folders are not members.
    pub fn unpack(
        &mut self,
        bytes: &[u8],
        budget: &Budget,
        each: &mut dyn FnMut(Member<'_>) -> ControlFlow<()>,
    ) -> Vec<Problem> {
        loop {
            let started = self.may_read().and_then(|()| match self.serving.take() {
                Some(process) => Ok((process, false)),
                None => Ok((self.fresh()?, true)),
            });
            let (mut process, fresh) = match started {
                Ok(started) => started,
                Err(problem) => return vec![problem],
            };
            process.request(&Task::Unpack, bytes);
            let (mut problems, mut has_begun) = (Vec::new(), false);
            let is_whole = member::deliver(&mut process, budget, &mut problems, &mut |member| {
                has_begun = true;
                each(member)
            });
            if is_whole {
                self.serving = process.rest().then_some(process);
            } else if !fresh && !has_begun && problems.last().is_some_and(is_death) {
                // What killed it may have been an earlier file.
                continue;
            }
            return problems;
        }
    }

    /// [`Reader::unpack`] of a large file, through a child of its own, without copying it.
    pub fn unpack_file(
        &self,
        file: File,
        budget: &Budget,
        each: &mut dyn FnMut(Member<'_>) -> ControlFlow<()>,
    ) -> Vec<Problem> {
        self.unpack_locked(file, None, budget, each)
    }

    /// [`Reader::unpack_file`] with the password that opens it, which is given to no child but this file's own.
    pub fn unpack_locked(
        &self,
        file: File,
        password: Option<&str>,
        budget: &Budget,
        each: &mut dyn FnMut(Member<'_>) -> ControlFlow<()>,
    ) -> Vec<Problem> {
        let mut problems = Vec::new();
        match self.child_for(Task::Unpack, file, password) {
            Ok(mut process) => _ = member::deliver(&mut process, budget, &mut problems, each),
            Err(problem) => problems.push(problem),
        }
        problems
    }

    /// Streams the rows of a table through a child of its own, in their order: of a text file with delimiters, a
    /// spreadsheet, lines of JSON, or a list in it.
    ///
    /// `take` may break off, which ends the child. What is wrong with rows comes as [`RowEvent::Problem`] among them.
    ///
    /// # Errors
    /// What became of the child, or `container-bomb` of a file that unfolds without end: then rows are missing, and
    /// what was delivered is not all there is.
    pub fn rows(
        &self,
        file: File,
        settings: &RowSettings,
        take: &mut dyn FnMut(RowEvent) -> ControlFlow<()>,
    ) -> Result<RowsEnd, Problem> {
        self.rows_locked(file, None, settings, take)
    }

    /// [`Reader::rows`] with the password that opens the file, which is given to no child but this file's own.
    ///
    /// # Errors
    /// As there, and `password-wrong` and the like come as events.
    pub fn rows_locked(
        &self,
        file: File,
        password: Option<&str>,
        settings: &RowSettings,
        take: &mut dyn FnMut(RowEvent) -> ControlFlow<()>,
    ) -> Result<RowsEnd, Problem> {
        let (_, size) = head_of(&file);
        let task = Task::Rows(Wanted(settings.clone()));
        let mut process = self.child_for(task, file, password)?;
        rows::deliver(&mut process, &self.budget(size), settings.rows_max, take)
    }

    fn child_for(&self, task: Task, file: File, password: Option<&str>) -> Result<Process, Problem> {
        self.may_read()?;
        let (process, sandbox) = Process::for_file(&self.config, task, file, password)?;
        allowed(&sandbox, &self.config)?;
        Ok(process)
    }

    /// Asks the serving child. If one that was here before dies, a fresh one gets the same file once more, since
    /// what killed it may have been an earlier file, or the end of the thread that had started it.
    fn ask(
        &mut self,
        task: &Task,
        bytes: &[u8],
        mut listen: impl FnMut(&mut Process, u64) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        self.may_read()?;
        loop {
            let (mut process, fresh) = match self.serving.take() {
                Some(process) => (process, false),
                None => (self.fresh()?, true),
            };
            process.request(task, bytes);
            match listen(&mut process, self.config.answer_max) {
                Err(problem) if is_death(&problem) => {
                    if fresh || !matches!(problem.code, "reader-crashed" | "reader-out-of-memory") {
                        return Err(problem);
                    }
                }
                answered => {
                    self.serving = process.rest().then_some(process);
                    return answered;
                }
            }
        }
    }

    fn fresh(&self) -> Result<Process, Problem> {
        let (process, sandbox) = Process::serving(&self.config)?;
        allowed(&sandbox, &self.config)?;
        Ok(process)
    }

    fn may_read(&self) -> Result<(), Problem> {
        allowed(&self.sandbox, &self.config)
    }
}

impl Answer {
    /// What can be said of a file before a child has looked at it.
    fn unread(head: &[u8], size: u64) -> Self {
        let (kind, media_type) = identify(head, size);
        let reading = Reading { tool: tool("reader"), ..Reading::default() };
        Self { kind, media_type: media_type.to_owned(), reading, has_members: false }
    }
}

fn allowed(sandbox: &Sandbox, config: &Config) -> Result<(), Problem> {
    match sandbox {
        Sandbox::Missing(reason) if !config.allow_unsandboxed => {
            Err(Problem::new("sandbox-missing").text("reason", reason))
        }
        _ => Ok(()),
    }
}

/// Whether the problem is the end of a child, and not its answer about a file.
fn is_death(problem: &Problem) -> bool {
    matches!(
        problem.code,
        "reader-crashed" | "reader-too-slow" | "reader-out-of-memory" | "reader-answer-too-long"
    )
}

/// Takes the frames of a reading into `answer`. What came before a failure stays in it.
fn gather(process: &mut Process, answer_max: u64, answer: &mut Answer) -> Result<(), Problem> {
    answer.has_members = false;
    let reading = &mut answer.reading;
    *reading = Reading { tool: std::mem::take(&mut reading.tool), ..Reading::default() };
    let mut weight = 0;
    while let Ok(reply) = process.reply() {
        weight += reply.weight();
        if weight > answer_max {
            process.cause_of_death();
            return Err(too_long(answer_max));
        }
        match reply {
            Reply::Done => return Ok(()),
            Reply::Kind(kind, media_type) => {
                answer.kind = kind;
                media_type.clone_into(&mut answer.media_type);
            }
            Reply::Tool(tool, settings) => {
                tool.clone_into(&mut reading.tool);
                settings.clone_into(&mut reading.settings);
            }
            Reply::Page => reading.pages.push(Page::default()),
            Reply::Text(text) => match reading.pages.last_mut() {
                Some(page) => page.text.push_str(text),
                None => break,
            },
            Reply::Words(packed) => match reading.pages.last_mut().map(|page| place(page, packed)) {
                Some(true) => {}
                _ => break,
            },
            Reply::Metadatum(name, value) => {
                reading.metadata.push(Metadatum { name: name.to_owned(), value: value.to_owned() });
            }
            Reply::Problem(problem) => reading.problems.push(problem),
            Reply::HasMembers => answer.has_members = true,
            _ => break,
        }
    }
    // The child is gone or talks nonsense. Either way it is ended, and the file is marked.
    Err(process.cause_of_death())
}

/// Adds words to a page; false if they do not lie within its text, in order.
fn place(page: &mut Page, packed: &[u8]) -> bool {
    let Some(words) = Word::unpack(packed, &page.text) else { return false };
    let reached = page.words.last().map_or(0, |word| word.end);
    let follow = words.first().is_none_or(|word| reached <= word.start);
    page.words.extend(words);
    follow
}

/// Takes the frames of a picture.
fn collect(process: &mut Process, answer_max: u64, picture: &mut Vec<u8>) -> Result<(), Problem> {
    picture.clear();
    let mut verdict = Err(Problem::new("page-not-drawable"));
    let mut weight = 0;
    while let Ok(reply) = process.reply() {
        weight += reply.weight();
        if weight > answer_max {
            process.cause_of_death();
            return Err(too_long(answer_max));
        }
        match reply {
            Reply::Done => return verdict,
            Reply::Data(data) => picture.extend_from_slice(data),
            Reply::End => verdict = Ok(()),
            Reply::Problem(problem) => verdict = Err(problem),
            _ => break,
        }
    }
    Err(process.cause_of_death())
}

/// Takes the frames of as many pictures as were asked for.
fn collect_all(
    process: &mut Process,
    answer_max: u64,
    n_pictures: usize,
    pictures: &mut Vec<Vec<u8>>,
) -> Result<(), Problem> {
    pictures.clear();
    let mut weight = 0;
    let mut problem = None;
    let mut picture = Vec::new();
    while let Ok(reply) = process.reply() {
        weight += reply.weight();
        if weight > answer_max {
            process.cause_of_death();
            return Err(too_long(answer_max));
        }
        match reply {
            Reply::Done => {
                let is_whole = pictures.len() == n_pictures && picture.is_empty();
                return problem
                    .map_or(if is_whole { Ok(()) } else { Err(Problem::new("page-not-drawable")) }, Err);
            }
            Reply::Data(data) => picture.extend_from_slice(data),
            Reply::End => pictures.push(std::mem::take(&mut picture)),
            Reply::Problem(said) => problem = Some(said),
            _ => break,
        }
    }
    Err(process.cause_of_death())
}

/// Takes the frames of a picture in shades of gray. It is as long as it says, and no longer than it may be.
fn collect_pixels(process: &mut Process, pixels: &mut Pixels) -> Result<(), Problem> {
    let mut verdict = Err(Problem::new("page-not-drawable"));
    let mut length = 0;
    while let Ok(reply) = process.reply() {
        match reply {
            Reply::Done => return verdict,
            Reply::Size(width, height) if length == 0 => {
                length = u64::from(width) * u64::from(height);
                if !(1..=PIXELS_MAX).contains(&length) {
                    break;
                }
                *pixels = Pixels { width, height, shades: Vec::with_capacity(length as usize) };
            }
            Reply::Data(data) if (pixels.shades.len() + data.len()) as u64 <= length => {
                pixels.shades.extend_from_slice(data);
            }
            Reply::End if length > 0 && pixels.shades.len() as u64 == length => verdict = Ok(()),
            Reply::Problem(problem) => verdict = Err(problem),
            _ => break,
        }
    }
    Err(process.cause_of_death())
}

fn too_long(answer_max: u64) -> Problem {
    Problem::new("reader-answer-too-long").number("bytes_max", answer_max)
}

/// The first bytes and the size. A file that cannot be read here fails in the child, and is reported there.
fn head_of(mut file: &File) -> (Vec<u8>, u64) {
    let mut head = Vec::new();
    let size = file.seek(SeekFrom::End(0)).unwrap_or(0);
    let _unread = file.rewind().and_then(|()| file.take(HEAD_BYTES as u64).read_to_end(&mut head));
    (head, size)
}
