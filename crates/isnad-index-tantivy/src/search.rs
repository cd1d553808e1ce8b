//! From a query that was read to tantivy's queries, and from its hits to ours.

use std::ops::Range;

use isnad_access::Grant;
use isnad_model::{
    ItemId,
    reading::Kind,
    search::{Hit, PageHits, Query, Results, Within},
};
use isnad_text::trigram::trigrams;
use tantivy::{
    Searcher, TantivyDocument, Term,
    query::{BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery, TermQuery},
    schema::{Field, IndexRecordOption},
};

use crate::{
    IndexError,
    analyze::shape_of,
    careful::Careful,
    collect::{Collect, Found, Window},
    highlight::{Explained, Highlighter},
    query::{Parsed, Unit, Way, parse, stem},
    schema::{Fields, all_stored, stored},
};

/// How much each form counts for the order of hits; chosen on the relevance set of the tests.
const TOLD_BOOST: f32 = 0.05;
const FOLD_BOOST: f32 = 0.2;
const LIGHT_BOOST: f32 = 0.5;
const TRIGRAM_BOOST: f32 = 0.5;
const CONSONANTS_BOOST: f32 = 1.0;
/// Words on more pages than this say little, and their shapes would cost more than they tell.
const RARE_PAGES_MAX: u64 = 20_000;

type Clause = (Occur, Box<dyn tantivy::query::Query>);

/// Searches what one principal may see.
pub(crate) fn search(
    searcher: &Searcher,
    fields: &Fields,
    grant: &Grant,
    query: &Query,
) -> Result<Results, IndexError> {
    let parsed = parse(&query.text);
    let plan = Plan { searcher, fields };
    let has_scores = !parsed.wanted.is_empty();
    let window = Window { offset: query.offset, limit: query.limit };
    let found = searcher.search(&plan.whole(grant, query, &parsed)?, &Collect { has_scores, window })?;
    let highlighter = Highlighter::new(&parsed.wanted);
    let hits = found.rows.iter().map(|row| hit(searcher, fields, &highlighter, row));
    Ok(Results {
        n_hits: found.n_hits,
        hits: hits.collect::<Result<_, _>>()?,
        kinds: found.facets.kinds,
        accessions: found.facets.accessions,
        media_types: found.facets.media_types,
    })
}

/// Searches the pages of one item, in their order. Only those of `window` are looked at closely.
pub(crate) fn within(
    searcher: &Searcher,
    fields: &Fields,
    grant: &Grant,
    query: &Query,
    window: Range<usize>,
) -> Result<Within, IndexError> {
    let parsed = parse(&query.text);
    let plan = Plan { searcher, fields };
    let all = Window { offset: 0, limit: None };
    // Without scores, hits come in the order of the pages.
    let collect = Collect { has_scores: false, window: all };
    let found = searcher.search(&plan.whole(grant, query, &parsed)?, &collect)?;
    let highlighter = Highlighter::new(&parsed.wanted);
    let shown = found.rows.iter().take(window.end).skip(window.start).map(|row| {
        let doc: TantivyDocument = searcher.doc(row.address)?;
        let (n_marks, snippet) = highlighter.count(stored(&doc, fields.text));
        Ok(PageHits { page: row.key.page(), n_marks, snippet })
    });
    Ok(Within {
        shown: shown.collect::<Result<_, IndexError>>()?,
        pages: found.rows.iter().map(|row| row.key.page()).collect(),
    })
}

fn hit(searcher: &Searcher, fields: &Fields, marks: &Highlighter, row: &Found) -> Result<Hit, IndexError> {
    let doc: TantivyDocument = searcher.doc(row.address)?;
    let (name, text) = (stored(&doc, fields.name), stored(&doc, fields.text));
    let told = all_stored(&doc, fields.told_name).zip(all_stored(&doc, fields.told_value));
    let Explained { snippet, why, told } = marks.explain(name, text, row.key.page(), told);
    Ok(Hit {
        item: row.key.item(),
        kind: Kind::from_code(stored(&doc, fields.kind)).unwrap_or(Kind::Other),
        name: name.to_owned(),
        path_bytes: Vec::new(),
        accession: stored(&doc, fields.accession).to_owned(),
        media_type: stored(&doc, fields.media_type).to_owned(),
        page: row.key.page(),
        score: row.score,
        snippet,
        why,
        told,
    })
}

/// Where words are looked for, and how much they count there.
#[derive(Clone, Copy)]
struct Place {
    light: Field,
    fold: Field,
    boost: f32,
}

/// Builds tantivy's queries.
struct Plan<'a> {
    searcher: &'a Searcher,
    fields: &'a Fields,
}

impl Plan<'_> {
    /// Everything in one query, the permission filter among it: what is counted was filtered.
    fn whole(
        &self,
        grant: &Grant,
        query: &Query,
        parsed: &Parsed,
    ) -> Result<Box<dyn tantivy::query::Query>, IndexError> {
        if parsed.is_wordless {
            return Ok(Box::new(EmptyQuery));
        }
        let labels = grant.labels().map(|label| (Occur::Should, self.exact(self.fields.label, label.code())));
        let mut clauses: Vec<Clause> =
            vec![(Occur::Must, silent(Box::new(BooleanQuery::new(labels.collect()))))];
        let filters = [
            (self.fields.kind, query.kind.map(Kind::code)),
            (self.fields.accession, query.accession.as_deref()),
            (self.fields.media_type, query.media_type.as_deref()),
        ];
        for (field, value) in filters {
            clauses.extend(value.map(|value| (Occur::Must, silent(self.exact(field, value)))));
        }
        clauses.extend(query.item.map(|item| (Occur::Must, silent(self.of_item(item)))));
        for unit in &parsed.excluded {
            clauses.push((Occur::MustNot, Careful::wrap(self.matching(unit)?)));
        }
        let wanted = parsed.wanted.iter().map(|unit| {
            let matching = self.matching(unit)?;
            Ok(if parsed.orders_by(unit) { matching } else { silent(matching) })
        });
        let wanted = wanted.collect::<Result<Vec<_>, IndexError>>()?;
        if query.any && !wanted.is_empty() {
            clauses.push((Occur::Must, Box::new(BooleanQuery::union(wanted))));
        } else {
            clauses.extend(wanted.into_iter().map(|matching| (Occur::Must, matching)));
        }
        for unit in parsed.wanted.iter().filter(|unit| parsed.orders_by(unit)) {
            self.ranking(unit, &mut clauses)?;
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    /// Decides whether a page has a unit: its text and its item's name, or what the file says of itself.
    fn matching(&self, unit: &Unit) -> Result<Box<dyn tantivy::query::Query>, IndexError> {
        let text = Place { light: self.fields.light, fold: self.fields.fold, boost: LIGHT_BOOST };
        let told = Place { light: self.fields.told_light, fold: self.fields.told_fold, boost: TOLD_BOOST };
        let mut ways: Vec<_> = unit.ways.iter().map(|way| self.way(way, text)).collect();
        for way in &unit.ways {
            // A union is dearer than a term, and most words stand in no field.
            if self.may_be_told(way)? {
                ways.push(self.way(way, told));
            }
        }
        Ok(match ways.len() {
            1 => ways.swap_remove(0),
            _ => Box::new(BooleanQuery::union(ways)),
        })
    }

    /// Whether all words of a way are told by some file or other.
    fn may_be_told(&self, way: &Way) -> Result<bool, IndexError> {
        let terms: Vec<Term> = match way {
            Way::Words(words) => {
                words.iter().map(|word| Term::from_field_text(self.fields.told_light, stem(word))).collect()
            }
            Way::Phrase(words) => {
                words.iter().map(|(_, word)| Term::from_field_text(self.fields.told_fold, word)).collect()
            }
        };
        for term in &terms {
            if self.searcher.doc_freq(term)? == 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn way(&self, way: &Way, place: Place) -> Box<dyn tantivy::query::Query> {
        match way {
            Way::Words(words) => {
                let mut terms: Vec<_> =
                    words.iter().map(|word| self.ranked(place.light, stem(word), place.boost)).collect();
                match terms.len() {
                    1 => terms.swap_remove(0),
                    _ => Box::new(BooleanQuery::intersection(terms)),
                }
            }
            Way::Phrase(words) => match words.as_slice() {
                [(_, one)] => self.ranked(place.fold, one, place.boost),
                _ => {
                    let term = |word: &str| Term::from_field_text(place.fold, word);
                    let words = words.iter().map(|(at, word)| (*at, term(word))).collect();
                    Box::new(PhraseQuery::new_with_offset(words))
                }
            },
        }
    }

    /// Orders pages that are hits anyway.
    fn ranking(&self, unit: &Unit, clauses: &mut Vec<Clause>) -> Result<(), IndexError> {
        for word in unit.words() {
            clauses.push((Occur::Should, self.ranked(self.fields.fold, word, FOLD_BOOST)));
            let light = Term::from_field_text(self.fields.light, stem(word));
            if self.searcher.doc_freq(&light)? > RARE_PAGES_MAX {
                continue;
            }
            let mut add = |term: &str, boost| {
                clauses.push((Occur::Should, self.ranked(self.fields.shape, term, boost)));
            };
            add(&shape_of(word), CONSONANTS_BOOST);
            for trigram in trigrams(word) {
                add(&String::from_iter(trigram), TRIGRAM_BOOST);
            }
        }
        Ok(())
    }

    fn of_item(&self, item: ItemId) -> Box<dyn tantivy::query::Query> {
        let term = Term::from_field_bytes(self.fields.item, &item.0);
        Box::new(TermQuery::new(term, IndexRecordOption::Basic))
    }

    fn exact(&self, field: Field, value: &str) -> Box<dyn tantivy::query::Query> {
        Box::new(TermQuery::new(Term::from_field_text(field, value), IndexRecordOption::Basic))
    }

    fn ranked(&self, field: Field, term: &str, boost: f32) -> Box<dyn tantivy::query::Query> {
        let term = TermQuery::new(Term::from_field_text(field, term), IndexRecordOption::WithFreqs);
        Box::new(BoostQuery::new(Box::new(term), boost))
    }
}

/// A condition that has no part in the order.
fn silent(query: Box<dyn tantivy::query::Query>) -> Box<dyn tantivy::query::Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}
