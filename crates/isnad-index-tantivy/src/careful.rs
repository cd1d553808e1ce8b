//! A guard for queries that are excluded.
//!
//! tantivy asks an excluded set for any later document without minding where the set stands, and a phrase
//! that has come to its end takes that for a fault of the asker. Behind this guard it is asked for nothing
//! that it has already passed.

use tantivy::{
    DocId, DocSet, Score, SegmentReader, Term,
    query::{EnableScoring, Explanation, Query, Scorer, Weight},
};

/// A query whose documents are only ever sought forwards.
#[derive(Debug)]
pub(crate) struct Careful(Box<dyn Query>);

struct CarefulWeight(Box<dyn Weight>);

struct CarefulScorer(Box<dyn Scorer>);

impl Careful {
    pub(crate) fn wrap(query: Box<dyn Query>) -> Box<dyn Query> {
        Box::new(Self(query))
    }
}

impl Clone for Careful {
    fn clone(&self) -> Self {
        Self(self.0.box_clone())
    }
}

impl Query for Careful {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(CarefulWeight(self.0.weight(scoring)?)))
    }

    fn query_terms<'a>(&'a self, visitor: &mut dyn FnMut(&'a Term, bool)) {
        self.0.query_terms(visitor);
    }
}

impl Weight for CarefulWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(CarefulScorer(self.0.scorer(reader, boost)?)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        self.0.explain(reader, doc)
    }
}

/// `seek_danger` is left at its default, which looks where the set stands before it seeks.
impl DocSet for CarefulScorer {
    fn advance(&mut self) -> DocId {
        self.0.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.0.seek(target)
    }

    fn doc(&self) -> DocId {
        self.0.doc()
    }

    fn size_hint(&self) -> u32 {
        self.0.size_hint()
    }
}

impl Scorer for CarefulScorer {
    fn score(&mut self) -> Score {
        self.0.score()
    }
}
