//! What is said about anyone: claims come in here, are checked against the schema, and become one entry of the ledger.

mod import;
pub(crate) mod naming;
pub(crate) mod register;
mod schema;
pub(crate) mod stored;

use std::collections::HashMap;

use isnad_access::Grant;
use isnad_ledger::body::{Body, Claims, StoredRecord};
use isnad_model::{
    BatchId, ItemId, Problem, RecordId, Sensitivity,
    claim::{ClaimId, Meaning, Said, Source, Subject},
};
use isnad_schema::{EVERY_CLAIM, Property, Schema, Type};
use isnad_store_sqlite::sql::{OptionalExtension, params};
use rand::{RngCore, rngs::OsRng};

use crate::{Archive, Result, query::rows};

pub use import::{ImportRequest, Imported, Told};

/// The longest value that a person may enter, in bytes: a testimony, not a book. Longer texts are items.
pub const VALUE_MAX: usize = 1 << 20;
/// The most claims in one batch that is not a register. More of them belong into a table, which is taken in whole.
pub const CLAIMS_MAX: usize = 20_000;

/// A record that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRecord {
    /// Its id, from [`Archive::new_record`].
    pub id: RecordId,
    /// Its kind.
    pub kind: String,
    /// Who may know of it; as the schema says, if nothing else is said.
    pub sensitivity: Sensitivity,
}

impl Archive {
    /// An id for a record that is about to begin.
    pub fn new_record(&self) -> RecordId {
        RecordId(chance())
    }

    /// Writes down what is said, as one entry: records that begin, and claims.
    ///
    /// # Errors
    /// `not-allowed`; `kind-unknown`, `property-unknown`, `value-type`, `value-empty`, `value-too-long`, `term-unknown`,
    /// `date-unreadable`, `record-absent`, `claim-absent`, `item-absent`, `claims-none`, `claims-too-many`: nothing is written then, and the problem names
    /// the property.
    pub fn say(&self, grant: &Grant, begun: Vec<NewRecord>, said: Vec<Said>) -> Result<BatchId> {
        if !grant.role().may_take_in() {
            return Err(Problem::new("not-allowed"));
        }
        if said.is_empty() && begun.is_empty() {
            return Err(Problem::new("claims-none"));
        }
        if said.len() > CLAIMS_MAX {
            return Err(Problem::new("claims-too-many").number("claims_max", CLAIMS_MAX as u64));
        }
        let schema = self.schema();
        let mut check = Check { archive: self, grant, schema: &schema, kinds: HashMap::new() };
        for record in &begun {
            check.begin(record)?;
        }
        let claims = said.into_iter().map(|said| check.claim(said)).collect::<Result<Vec<_>>>()?;
        let batch = BatchId(chance());
        let body = Claims {
            batch: batch.0.into(),
            by: grant.principal().0.into(),
            records: begun
                .into_iter()
                .map(|record| StoredRecord {
                    id: record.id.0.into(),
                    kind: record.kind,
                    sensitivity: record.sensitivity.code().into(),
                })
                .collect(),
            claims: claims.iter().map(stored::store).collect(),
        };
        self.append(vec![Body::Claims(body)], Vec::new())?;
        self.index_up_to_date()?;
        Ok(batch)
    }
}

fn chance() -> [u8; 10] {
    let mut id = [0; 10];
    OsRng.fill_bytes(&mut id);
    id
}

/// The label of a claim: the one that was chosen, or that of its property where that is closer. The national number of
/// somebody stays closed, whatever the form around it says.
pub(crate) fn closest(property: &Property, chosen: Sensitivity) -> Sensitivity {
    property.sensitivity.as_deref().map_or(chosen, |code| rows::sensitivity(code).max(chosen))
}

/// Claims are checked one after the other; what was looked up once is not looked up again.
struct Check<'a> {
    archive: &'a Archive,
    grant: &'a Grant,
    schema: &'a Schema,
    /// Kinds of the records that this grant may know of.
    kinds: HashMap<RecordId, Option<String>>,
}

impl<'a> Check<'a> {
    fn begin(&mut self, record: &NewRecord) -> Result<()> {
        if self.schema.kind(&record.kind).is_none() {
            return Err(Problem::new("kind-unknown").text("kind", &*record.kind));
        }
        self.kinds.insert(record.id, Some(record.kind.clone()));
        Ok(())
    }

    fn claim(&mut self, mut said: Said) -> Result<Said> {
        let property = match said.subject {
            Subject::Record(id) => {
                let kind = self.kind(id)?;
                self.property(&kind, &said.property)?
            }
            Subject::Claim(id) => {
                self.must_see(id)?;
                self.property(EVERY_CLAIM, &said.property)?
            }
        };
        self.value(property, &mut said)?;
        said.sensitivity = closest(property, said.sensitivity);
        match &said.source {
            Source::Item(id, _) => self.must_see_item(*id)?,
            Source::Claim(id) => self.must_see(*id)?,
            Source::Own => {}
        }
        if let Some(speaker) = said.speaker {
            self.kind(speaker)?;
        }
        if let Some((_, id)) = said.relation {
            self.must_see(id)?;
        }
        Ok(said)
    }

    fn property(&self, kind: &str, id: &str) -> Result<&'a Property> {
        self.schema
            .property(kind, id)
            .ok_or_else(|| Problem::new("property-unknown").text("property", id).text("kind", kind))
    }

    fn value(&mut self, property: &Property, said: &mut Said) -> Result<()> {
        let problem = |code| Problem::new(code).text("property", &*property.id);
        let value = &mut said.value;
        value.raw = value.raw.trim().to_owned();
        if value.raw.len() > VALUE_MAX {
            return Err(problem("value-too-long").number("bytes_max", VALUE_MAX as u64));
        }
        let fits = match (&value.meaning, property.kind) {
            (Meaning::Text, Type::Text)
            | (Meaning::Name(_), Type::Name)
            | (Meaning::Date(_), Type::Date)
            | (Meaning::Text, Type::Period)
            | (Meaning::Quantity(_), Type::Quantity)
            | (Meaning::Place(_), Type::Place)
            | (Meaning::Identifier(_), Type::Identifier)
            | (Meaning::Record(_), Type::Link)
            | (Meaning::Claim(_), Type::Claim)
            | (Meaning::Item(_), Type::Item)
            | (Meaning::Term(_), Type::Term)
            | (Meaning::Flag(_), Type::Flag)
            | (Meaning::Point(..), Type::Point)
            | (Meaning::Url, Type::Url) => true,
            // Words that name what is not a record yet: a link, or a term of no vocabulary, is kept as it was said.
            (Meaning::Text, Type::Link | Type::Term) => true,
            _ => false,
        };
        if !fits {
            return Err(problem("value-type"));
        }
        match &value.meaning {
            Meaning::Record(id) | Meaning::Place(Some(id)) => {
                let id = *id;
                let kind = self.kind(id)?;
                let wanted = &property.to;
                if !wanted.is_empty() && !wanted.contains(&kind) {
                    return Err(problem("link-kind").text("kind", kind));
                }
                if value.raw.is_empty() {
                    value.raw = self.archive.title_of(id)?;
                }
            }
            Meaning::Claim(id) => {
                self.must_see(*id)?;
                value.raw = id.to_string();
            }
            Meaning::Item(id) => self.must_see_item(*id)?,
            Meaning::Term(code) => {
                let vocabulary = property.vocabulary.as_deref().and_then(|id| self.schema.vocabulary(id));
                if vocabulary.is_none_or(|vocabulary| vocabulary.term(code).is_none()) {
                    return Err(problem("term-unknown").text("term", &**code));
                }
            }
            Meaning::Date(Some(edtf)) if edtf.parse::<isnad_text::date::Edtf>().is_err() => {
                return Err(problem("date-unreadable").text("value", &**edtf));
            }
            _ => {}
        }
        let says_itself = matches!(
            value.meaning,
            Meaning::Term(_)
                | Meaning::Flag(_)
                | Meaning::Item(_)
                | Meaning::Point(..)
                | Meaning::Record(_)
                | Meaning::Place(Some(_))
        );
        if value.raw.is_empty() && !says_itself {
            return Err(problem("value-empty"));
        }
        Ok(())
    }

    /// The kind of a record; one that this grant may not know of is absent.
    fn kind(&mut self, id: RecordId) -> Result<String> {
        if !self.kinds.contains_key(&id) {
            let found = self.archive.query(|db| {
                db.prepare_cached("SELECT kind, sensitivity FROM record WHERE id = ?")?
                    .query_row([id.0.as_slice()], |row| {
                        Ok((row.get::<_, String>(0)?, rows::sensitivity(&row.get::<_, String>(1)?)))
                    })
                    .optional()
            })?;
            let kind = found.filter(|(_, label)| self.grant.covers(*label)).map(|(kind, _)| kind);
            self.kinds.insert(id, kind);
        }
        let kind = self.kinds.get(&id).cloned().flatten();
        kind.ok_or_else(|| Problem::new("record-absent").text("record", id.to_string()))
    }

    fn must_see(&self, id: ClaimId) -> Result<()> {
        let label = self.archive.label_of_claim(id)?;
        match label.is_some_and(|label| self.grant.covers(label)) {
            true => Ok(()),
            false => Err(Problem::new("claim-absent").text("claim", id.to_string())),
        }
    }

    fn must_see_item(&self, id: ItemId) -> Result<()> {
        let label = self.archive.label_of_item(id)?;
        match label.is_some_and(|label| self.grant.covers(label)) {
            true => Ok(()),
            false => Err(Problem::new("item-absent").text("id", id.to_string())),
        }
    }
}

impl Archive {
    /// How a record is called; nothing where it has no name yet.
    pub(crate) fn title_of(&self, id: RecordId) -> Result<String> {
        let title: Option<String> = self.query(|db| {
            db.prepare_cached("SELECT title FROM record WHERE id = ?")?
                .query_row([id.0.as_slice()], |row| row.get(0))
                .optional()
        })?;
        Ok(title.unwrap_or_default())
    }

    /// The label of a record.
    pub(crate) fn label_of_record(&self, id: [u8; 10]) -> Result<Option<Sensitivity>> {
        self.query(|db| {
            db.prepare_cached("SELECT sensitivity FROM record WHERE id = ?")?
                .query_row([id.as_slice()], |row| Ok(rows::sensitivity(&row.get::<_, String>(0)?)))
                .optional()
        })
    }

    /// The label of a claim: its own, and that of the record that it is about. Cells of registers have that of the register.
    pub(crate) fn label_of_claim(&self, id: ClaimId) -> Result<Option<Sensitivity>> {
        let labels: Option<(String, Option<String>)> = self.query(|db| {
            let sql = "SELECT c.sensitivity, r.sensitivity FROM batch b \
                 JOIN claim c ON c.entry = b.entry AND c.n = ?2 JOIN record r ON r.n = c.record WHERE b.id = ?1 \
                 UNION ALL SELECT m.sensitivity, NULL FROM batch b JOIN remark m ON m.entry = b.entry AND m.n = ?2 \
                 WHERE b.id = ?1 \
                 UNION ALL SELECT sensitivity, NULL FROM register WHERE batch = ?1 LIMIT 1";
            db.prepare_cached(sql)?
                .query_row(params![id.batch.0.as_slice(), id.n as i64], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()
        })?;
        Ok(labels.map(|(own, record)| {
            let own = rows::sensitivity(&own);
            record.map_or(own, |record| own.max(rows::sensitivity(&record)))
        }))
    }
}
