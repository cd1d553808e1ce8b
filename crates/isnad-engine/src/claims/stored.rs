//! Claims as the ledger stores them, and back.
//!
//! What a code of a later version says is not guessed: it is read as the least that it can be, and the stored bytes
//! stay as they are.

use isnad_ledger::body::{
    StoredClaim, StoredLocator, StoredMeaning, StoredQuantity, StoredRelation, StoredSource, StoredSubject,
    StoredValid,
};
use isnad_model::{
    BatchId, ItemId, RecordId, Sensitivity,
    claim::{
        ClaimId, Grade, Locator, Meaning, Origin, Polarity, Quantity, Relation, Said, Source, Subject, Valid,
        Value, Wording,
    },
    reading::Area,
};

/// The stored form of a claim.
pub fn store(said: &Said) -> StoredClaim {
    StoredClaim {
        subject: match said.subject {
            Subject::Record(id) => StoredSubject::Record(id.0.into()),
            Subject::Claim(id) => StoredSubject::Claim(id.batch.0.into(), id.n),
        },
        property: said.property.clone(),
        raw: said.value.raw.clone(),
        lang: said.value.lang.clone(),
        meaning: store_meaning(&said.value.meaning),
        polarity: said.polarity.code().into(),
        source: match &said.source {
            Source::Item(id, locator) => StoredSource::Item(id.0.into(), store_locator(locator)),
            Source::Claim(id) => StoredSource::Claim(id.batch.0.into(), id.n),
            Source::Own => StoredSource::Own,
        },
        speaker: said.speaker.map(|id| id.0.into()),
        wording: said.wording.code().into(),
        said_on: said.said_on.clone(),
        valid: (said.valid != Valid::default()).then(|| StoredValid {
            first: said.valid.first.clone(),
            first_precise: said.valid.first_precise,
            last: said.valid.last.clone(),
            last_precise: said.valid.last_precise,
            starting: said.valid.starting,
            ending: said.valid.ending,
        }),
        grade_source: said.grade.source.map(String::from),
        grade_information: said.grade.information,
        sensitivity: said.sensitivity.code().into(),
        relation: said.relation.map(|(how, id)| StoredRelation {
            how: how.code().into(),
            batch: id.batch.0.into(),
            n: id.n,
        }),
        origin: said.origin.code().into(),
        note: said.note.clone(),
    }
}

fn store_meaning(meaning: &Meaning) -> StoredMeaning {
    match meaning {
        Meaning::Text => StoredMeaning::Text,
        Meaning::Name(parts) => StoredMeaning::Name(parts.clone()),
        Meaning::Date(edtf) => StoredMeaning::Date(edtf.clone()),
        Meaning::Quantity(quantity) => StoredMeaning::Quantity(quantity.as_ref().map(|it| StoredQuantity {
            min: it.min.clone(),
            max: it.max.clone(),
            unit: it.unit.clone(),
        })),
        Meaning::Place(record) => StoredMeaning::Place(record.map(|id| id.0.into())),
        Meaning::Identifier(scheme) => StoredMeaning::Identifier(scheme.clone()),
        Meaning::Record(id) => StoredMeaning::Record(id.0.into()),
        Meaning::Claim(id) => StoredMeaning::Claim(id.batch.0.into(), id.n),
        Meaning::Item(id) => StoredMeaning::Item(id.0.into()),
        Meaning::Term(code) => StoredMeaning::Term(code.clone()),
        Meaning::Flag(is) => StoredMeaning::Flag(*is),
        Meaning::Point(latitude, longitude) => StoredMeaning::Point(*latitude, *longitude),
        Meaning::Url => StoredMeaning::Url,
    }
}

fn store_locator(locator: &Locator) -> StoredLocator {
    StoredLocator {
        page: locator.page,
        line: locator.line,
        reading: locator.reading,
        words: locator.words,
        area: locator.area.map(|area| (area.left, area.top, area.width, area.height)),
        time_ms: locator.time_ms,
        sheet: locator.sheet.clone(),
        row: locator.row,
        column: locator.column,
        quote: locator.quote.clone(),
    }
}

/// What a stored claim says.
pub fn read(stored: &StoredClaim) -> Said {
    let valid = stored.valid.clone().unwrap_or_default();
    Said {
        subject: match &stored.subject {
            StoredSubject::Record(id) => Subject::Record(RecordId(**id)),
            StoredSubject::Claim(batch, n) => Subject::Claim(claim_id(batch, *n)),
        },
        property: stored.property.clone(),
        value: Value {
            raw: stored.raw.clone(),
            lang: stored.lang.clone(),
            meaning: read_meaning(&stored.meaning),
        },
        polarity: Polarity::from_code(&stored.polarity).unwrap_or_default(),
        source: match &stored.source {
            StoredSource::Item(id, locator) => Source::Item(ItemId(**id), Box::new(read_locator(locator))),
            StoredSource::Claim(batch, n) => Source::Claim(claim_id(batch, *n)),
            StoredSource::Own => Source::Own,
        },
        speaker: stored.speaker.map(|id| RecordId(*id)),
        wording: Wording::from_code(&stored.wording).unwrap_or_default(),
        said_on: stored.said_on.clone(),
        valid: Valid {
            first: valid.first,
            first_precise: valid.first_precise,
            last: valid.last,
            last_precise: valid.last_precise,
            starting: valid.starting,
            ending: valid.ending,
        },
        grade: Grade {
            source: stored.grade_source.as_ref().and_then(|grade| grade.chars().next()),
            information: stored.grade_information,
        },
        sensitivity: Sensitivity::from_code(&stored.sensitivity).unwrap_or(Sensitivity::Sealed),
        relation: stored.relation.as_ref().and_then(|relation| {
            Some((Relation::from_code(&relation.how)?, claim_id(&relation.batch, relation.n)))
        }),
        origin: Origin::from_code(&stored.origin).unwrap_or_default(),
        note: stored.note.clone(),
    }
}

fn claim_id(batch: &[u8; 10], n: u64) -> ClaimId {
    ClaimId { batch: BatchId(*batch), n }
}

fn read_meaning(meaning: &StoredMeaning) -> Meaning {
    match meaning {
        StoredMeaning::Text => Meaning::Text,
        StoredMeaning::Name(parts) => Meaning::Name(parts.clone()),
        StoredMeaning::Date(edtf) => Meaning::Date(edtf.clone()),
        StoredMeaning::Quantity(quantity) => Meaning::Quantity(quantity.as_ref().map(|it| Quantity {
            min: it.min.clone(),
            max: it.max.clone(),
            unit: it.unit.clone(),
        })),
        StoredMeaning::Place(record) => Meaning::Place(record.map(|id| RecordId(*id))),
        StoredMeaning::Identifier(scheme) => Meaning::Identifier(scheme.clone()),
        StoredMeaning::Record(id) => Meaning::Record(RecordId(**id)),
        StoredMeaning::Claim(batch, n) => Meaning::Claim(claim_id(batch, *n)),
        StoredMeaning::Item(id) => Meaning::Item(ItemId(**id)),
        StoredMeaning::Term(code) => Meaning::Term(code.clone()),
        StoredMeaning::Flag(is) => Meaning::Flag(*is),
        StoredMeaning::Point(latitude, longitude) => Meaning::Point(*latitude, *longitude),
        StoredMeaning::Url => Meaning::Url,
    }
}

fn read_locator(locator: &StoredLocator) -> Locator {
    Locator {
        page: locator.page,
        line: locator.line,
        reading: locator.reading,
        words: locator.words,
        area: locator.area.map(|(left, top, width, height)| Area { left, top, width, height }),
        time_ms: locator.time_ms,
        sheet: locator.sheet.clone(),
        row: locator.row,
        column: locator.column,
        quote: locator.quote.clone(),
    }
}

#[cfg(test)]
mod tests;
