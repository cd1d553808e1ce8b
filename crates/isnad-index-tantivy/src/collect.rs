//! One pass over the hits: their number, their facets, and the best of them.

use std::{cmp::Ordering, collections::BTreeMap};

use isnad_model::search::FacetValue;
use tantivy::{
    DocAddress, DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::{Column, StrColumn},
};

use crate::schema::{ACCESSION, KEY_HIGH, KEY_LOW, KIND, Key, MEDIA_TYPE};

/// Which hits are wanted, counted from the best.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    pub offset: usize,
    pub limit: Option<usize>,
}

impl Window {
    /// How many of the best must be known; `None` is all.
    fn n_best(self) -> Option<usize> {
        self.limit.map(|limit| self.offset.saturating_add(limit))
    }
}

/// A hit, not yet looked up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub score: Score,
    pub key: Key,
    pub address: DocAddress,
}

impl Found {
    /// The better score first, and among equals the lower item and page, so that an order is never chance.
    fn order(&self, other: &Self) -> Ordering {
        other.score.total_cmp(&self.score).then(self.key.cmp(&other.key))
    }
}

/// What was found.
pub(crate) struct Answer {
    pub n_hits: u64,
    pub rows: Vec<Found>,
    pub facets: Facets<Vec<FacetValue>>,
}

/// One value for each facet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facets<T> {
    pub kinds: T,
    pub accessions: T,
    pub media_types: T,
}

/// The collector.
pub(crate) struct Collect {
    /// Whether there are words to rank by; without, hits come in the order of items and pages.
    pub has_scores: bool,
    pub window: Window,
}

/// The collector for one segment.
pub(crate) struct SegmentCollect {
    segment: SegmentOrdinal,
    n_hits: u64,
    best: Best,
    key_high: Column<u64>,
    key_low: Column<u64>,
    facets: Facets<FacetCount>,
}

impl Collector for Collect {
    type Fruit = Answer;
    type Child = SegmentCollect;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<SegmentCollect> {
        let fast = reader.fast_fields();
        Ok(SegmentCollect {
            segment,
            n_hits: 0,
            best: Best::new(self.window.n_best()),
            key_high: fast.u64(KEY_HIGH)?,
            key_low: fast.u64(KEY_LOW)?,
            facets: Facets {
                kinds: FacetCount::new(fast.str(KIND)?),
                accessions: FacetCount::new(fast.str(ACCESSION)?),
                media_types: FacetCount::new(fast.str(MEDIA_TYPE)?),
            },
        })
    }

    fn requires_scoring(&self) -> bool {
        self.has_scores
    }

    fn merge_fruits(&self, segments: Vec<tantivy::Result<SegmentAnswer>>) -> tantivy::Result<Answer> {
        let mut n_hits = 0;
        let mut rows = Vec::new();
        let mut facets = Facets::<BTreeMap<String, u64>>::default();
        for segment in segments {
            let segment = segment?;
            n_hits += segment.n_hits;
            rows.extend(segment.rows);
            add(&mut facets.kinds, segment.facets.kinds);
            add(&mut facets.accessions, segment.facets.accessions);
            add(&mut facets.media_types, segment.facets.media_types);
        }
        rows.sort_unstable_by(Found::order);
        rows.truncate(self.window.n_best().unwrap_or(usize::MAX));
        rows.drain(..self.window.offset.min(rows.len()));
        let facets = Facets {
            kinds: by_count(facets.kinds),
            accessions: by_count(facets.accessions),
            media_types: by_count(facets.media_types),
        };
        Ok(Answer { n_hits, rows, facets })
    }
}

/// What one segment gives.
pub(crate) struct SegmentAnswer {
    n_hits: u64,
    rows: Vec<Found>,
    facets: Facets<Vec<(String, u64)>>,
}

impl SegmentCollector for SegmentCollect {
    type Fruit = tantivy::Result<SegmentAnswer>;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.n_hits += 1;
        self.facets.kinds.count(doc);
        self.facets.accessions.count(doc);
        self.facets.media_types.count(doc);
        if self.best.wants(score) {
            let (high, low) = (self.key_high.first(doc), self.key_low.first(doc));
            let key = Key { high: high.unwrap_or_default(), low: low.unwrap_or_default() };
            self.best.push(Found { score, key, address: DocAddress::new(self.segment, doc) });
        }
    }

    fn harvest(self) -> Self::Fruit {
        let facets = Facets {
            kinds: self.facets.kinds.values()?,
            accessions: self.facets.accessions.values()?,
            media_types: self.facets.media_types.values()?,
        };
        Ok(SegmentAnswer { n_hits: self.n_hits, rows: self.best.rows, facets })
    }
}

/// The best hits of a segment so far. Twice as many as wanted are gathered before the worse half goes.
struct Best {
    n_best: Option<usize>,
    rows: Vec<Found>,
    /// The score that as many as are wanted have reached.
    score_min: Score,
}

impl Best {
    fn new(n_best: Option<usize>) -> Self {
        Self { n_best, rows: Vec::new(), score_min: Score::NEG_INFINITY }
    }

    /// Whether a hit with this score can still be among the best.
    fn wants(&self, score: Score) -> bool {
        score >= self.score_min && self.n_best != Some(0)
    }

    fn push(&mut self, row: Found) {
        self.rows.push(row);
        if let Some(n_best) = self.n_best
            && self.rows.len() >= n_best.saturating_mul(2).max(64)
        {
            let (_, last, _) = self.rows.select_nth_unstable_by(n_best - 1, Found::order);
            self.score_min = last.score;
            self.rows.truncate(n_best);
        }
    }
}

/// Counts the values of one facet in one segment.
struct FacetCount {
    column: Option<StrColumn>,
    n_by_ord: Vec<u64>,
}

impl FacetCount {
    fn new(column: Option<StrColumn>) -> Self {
        let n_values = column.as_ref().map_or(0, |column| column.num_terms());
        Self { column, n_by_ord: vec![0; n_values] }
    }

    fn count(&mut self, doc: DocId) {
        let ord = self.column.as_ref().and_then(|column| column.ords().first(doc));
        if let Some(n) = ord.and_then(|ord| self.n_by_ord.get_mut(ord as usize)) {
            *n += 1;
        }
    }

    fn values(self) -> tantivy::Result<Vec<(String, u64)>> {
        let Some(column) = self.column else { return Ok(Vec::new()) };
        let counted = self.n_by_ord.into_iter().enumerate().filter(|(_, n)| *n > 0);
        counted
            .map(|(ord, n)| {
                let mut value = String::new();
                column.ord_to_str(ord as u64, &mut value)?;
                Ok((value, n))
            })
            .collect()
    }
}

fn add(sum: &mut BTreeMap<String, u64>, counts: Vec<(String, u64)>) {
    for (value, n) in counts {
        *sum.entry(value).or_default() += n;
    }
}

/// The most frequent value first, equals by name.
fn by_count(counts: BTreeMap<String, u64>) -> Vec<FacetValue> {
    let mut out: Vec<_> = counts.into_iter().map(|(value, n_hits)| FacetValue { value, n_hits }).collect();
    out.sort_by_key(|facet| std::cmp::Reverse(facet.n_hits));
    out
}
