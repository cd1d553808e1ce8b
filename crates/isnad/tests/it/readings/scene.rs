//! An archive with two drawings whose cards a machine has read.

use isnad_access::{Grant, Role, release};
use isnad_engine::{Archive, Collated, bench};
use isnad_model::{
    ItemId, Sensitive,
    reading::{Area, Method, Page, Word},
    search::Query,
    view::{PageReading, PageView},
};
use isnad_testkit::Env;

use crate::{
    browser::demo,
    support::{archive, open},
};

pub const CARD: &str = "الفرع ٩٠١\nرقم ٢١٤٧ فحص ٣١٨";

pub struct Scene {
    pub archive: Archive,
    pub keeper: Grant,
    /// A drawing that members may see.
    pub restricted: ItemId,
    /// A drawing that readers may see too.
    pub internal: ItemId,
    /// A document with text of its own.
    pub pdf: ItemId,
    /// It goes last, with the folder that the archive lies in.
    _env: Env,
}

impl Scene {
    pub fn new() -> Self {
        let env = archive();
        let photographs = demo("06-photo-dossier/2012-09").display().to_string();
        env.run(&["intake", &photographs]).expect(0);
        let later = demo("06-photo-dossier/2012-11").display().to_string();
        env.run(&["intake", &later, "--sensitivity", "internal"]).expect(0);
        let documents = demo("01-paris-visit").display().to_string();
        env.run(&["intake", &documents, "--sensitivity", "internal"]).expect(0);
        let (archive, keeper) = open(&env.archive()).expect("an archive");
        let id = |name: &str| {
            let hits = archive.search(&keeper, &Query::default()).expect("hits").hits;
            hits.iter().find(|hit| hit.name.ends_with(name)).expect("taken in").item
        };
        let (restricted, internal, pdf) = (id("DSC_0412.jpg"), id("DSC_0602.jpg"), id("الزيارة.pdf"));
        for item in [restricted, internal] {
            bench::read_by_machine(&archive, item, 1, vec![card(CARD)]).expect("read");
        }
        Self { archive, keeper, restricted, internal, pdf, _env: env }
    }

    /// Somebody with a role.
    pub fn somebody(&self, role: Role) -> Grant {
        let secret = Sensitive::new("somebody".to_owned());
        self.archive.add_principal(&self.keeper, role.code(), role, &secret).expect("added");
        self.archive.sign_in(role.code(), &secret).expect("signed in")
    }

    pub fn page(&self, item: ItemId, number: u32) -> PageView {
        let sealed = self.archive.page(item, number).expect("a page").expect("there");
        release(sealed, &self.keeper).expect("the keeper sees it")
    }

    /// The one reading of a page by a method.
    pub fn reading(&self, item: ItemId, method: Method) -> PageReading {
        self.page(item, 1).readings.into_iter().find(|reading| reading.method == method).expect("read so")
    }

    /// What somebody says of the word that was read so.
    pub fn said(&self, item: ItemId, word: &str, text: Option<&str>) -> Collated {
        let reading = self.reading(item, Method::Ocr);
        let start = CARD.find(word).expect("on the card") as u32;
        let word = (start, start + word.len() as u32);
        Collated { item, reading: reading.entry, page: 1, word, text: text.map(str::to_owned) }
    }

    /// Asserts that views and index that grew are those that the ledger alone gives.
    #[track_caller]
    pub fn is_the_same_again(&self) {
        let grown = self.archive.digests().expect("digests");
        assert_eq!(self.archive.rebuild().expect("rebuilt"), grown);
    }

    /// The items that a search finds.
    pub fn found(&self, text: &str) -> Vec<ItemId> {
        let query = Query { text: text.to_owned(), ..Query::default() };
        let hits = self.archive.search(&self.keeper, &query).expect("hits").hits;
        let mut items: Vec<ItemId> = hits.into_iter().map(|hit| hit.item).collect();
        items.sort_unstable();
        items
    }
}

/// A page with a box for each of its words, line by line from the right.
pub fn card(text: &str) -> Page {
    let mut words = Vec::new();
    let mut at = 0;
    for (line, top) in text.split('\n').zip((1000..).step_by(900)) {
        let mut end = 9000;
        for word in line.split(' ') {
            let width = word.chars().count() as u16 * 300;
            let area = Area { left: end - width, top, width, height: 500 };
            words.push(Word { start: at, end: at + word.len() as u32, area, confidence: Some(71) });
            (at, end) = (at + word.len() as u32 + 1, end - width - 300);
        }
    }
    Page { text: text.to_owned(), words }
}
