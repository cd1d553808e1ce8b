//! One ledger entry, opened and checked before it is shown.

use isnad_access::Sealed;
use isnad_crypto::{
    hash::{Hash, hex},
    stream::ObjectKey,
};
use isnad_ledger::{
    act::Act,
    body::{Body, StoredSubject, kind_code},
    canonical,
    proof::LogProof,
    tile::TileReader,
    tree,
};
use isnad_model::{
    BatchId, Millis, Problem, Sensitivity,
    claim::ClaimId,
    view::{EntryView, Notation},
};
use isnad_store_local::{Fault, acts::Place, durable};
use isnad_store_sqlite::sql::{OptionalExtension, params};

use super::rows;
use crate::{Archive, Result, error::of_fault, writer::read_payload};

impl Archive {
    /// An entry with its proof.
    pub fn entry(&self, index: u64) -> Result<Option<Sealed<EntryView>>> {
        let Some((act, _)) = self.act_of(index)? else { return Ok(None) };
        let place = (index - act.header.first) as usize;
        let Some(leaf) = act.leaf(place) else { return Ok(None) };
        let leaf_bytes = leaf.bytes();
        let leaf_hash = tree::leaf_hash(&leaf_bytes);
        let signed = self.devices.find(&act.device()).is_some_and(|public| act.verify(public).is_ok());
        let salted = read_payload(self.vault(), self.writer().keyring(), &act);
        let is_payload_whole = salted.is_ok();
        let body = salted.ok().and_then(|mut bodies| bodies.swap_remove(place));
        let proof = self.proof(index)?;
        let proved = proof
            .verify(&leaf_hash, &self.marker.origin(), &self.devices.log_keys(&self.marker.origin()))
            .is_ok();
        let label = self.label_of_body(body.as_ref().and_then(|salted| Body::decode(&salted.body).ok()))?;
        let view = EntryView {
            index,
            kind: kind_code(leaf.kind).to_owned(),
            at: Millis(leaf.at),
            device: hex(&*leaf.device),
            signature: hex(&*act.signature),
            leaf: hex(&leaf_bytes),
            leaf_hash: hex(&leaf_hash),
            proof: proof.path.iter().map(|hash| hex(hash)).collect(),
            checkpoint: proof.checkpoint,
            body: body
                .map(|salted| canonical::diagnostic(&salted.body).into_iter().map(without_key).collect()),
            ok: signed && is_payload_whole && proved,
        };
        Ok(Some(Sealed::new(label, view)))
    }

    /// The proof that an entry is under the newest checkpoint, as C2SP writes it.
    pub(crate) fn proof(&self, index: u64) -> Result<LogProof> {
        let writer = self.writer();
        let mut tiles = TileReader::new(writer.size(), |tile| writer.edge().tile(&self.layout, tile));
        let path: Vec<Hash> = tree::inclusion_proof(index, writer.size(), |id| tiles.node(id))
            .map_err(|_| Problem::new("tile-altered"))?;
        let note = durable::read(&self.layout.checkpoint()).map_err(|fault: Fault| of_fault(fault))?;
        let checkpoint = String::from_utf8(note).map_err(|_| Problem::new("checkpoint-altered"))?;
        Ok(LogProof { extra: None, index, path, checkpoint })
    }

    /// The act that holds an entry.
    pub(crate) fn act_of(&self, index: u64) -> Result<Option<(Act, Place)>> {
        let Ok(index) = i64::try_from(index) else { return Ok(None) };
        let place: Option<Place> = self.query(|db| {
            db.query_row(
                "SELECT offset, size FROM act WHERE first <= ?1 AND ?1 < first + n ORDER BY first DESC LIMIT 1",
                params![index],
                |row| Ok(Place { offset: row.get::<_, i64>(0)? as u64, size: row.get::<_, i64>(1)? as usize }),
            )
            .optional()
        })?;
        place.map(|place| Ok((self.writer().act(place)?, place))).transpose()
    }

    /// An entry may be read by whoever may read what it is about; one about nothing in particular by members.
    fn label_of_body(&self, body: Option<Body>) -> Result<Sensitivity> {
        let item = match body {
            None => return Ok(Sensitivity::Sealed),
            Some(Body::ItemKept(kept)) => return Ok(rows::sensitivity(&kept.sensitivity)),
            Some(Body::AccessionOpened(opened)) => return Ok(rows::sensitivity(&opened.sensitivity)),
            Some(Body::ItemRefused(refused)) => {
                let view = self.accession_view(isnad_model::AccessionId(*refused.accession))?;
                return Ok(view.map_or(Sensitivity::Sealed, |view| view.provenance.sensitivity));
            }
            // Whoever may not see one of the claims must not read it in their entry.
            Some(Body::Claims(claims)) => {
                let records = claims.records.iter().map(|record| &record.sensitivity);
                let all = records.chain(claims.claims.iter().map(|claim| &claim.sensitivity));
                let own = all.map(|code| rows::sensitivity(code)).max();
                let subjects = claims.claims.iter().map(|claim| match &claim.subject {
                    StoredSubject::Record(id) => self.label_of_record(**id),
                    StoredSubject::Claim(batch, n) => {
                        self.label_of_claim(ClaimId { batch: BatchId(**batch), n: *n })
                    }
                });
                let closest = subjects.collect::<Result<Vec<_>>>()?.into_iter();
                let closest = closest.map(|label| label.unwrap_or(Sensitivity::Sealed)).max();
                return Ok(own.max(closest).unwrap_or(Sensitivity::Restricted));
            }
            Some(Body::Register(register)) => return Ok(rows::sensitivity(&register.sensitivity)),
            Some(Body::RowsRefused(refused)) => {
                let claim = ClaimId { batch: BatchId(*refused.batch), n: 0 };
                return Ok(self.label_of_claim(claim)?.unwrap_or(Sensitivity::Sealed));
            }
            Some(Body::Reading(reading)) => *reading.item,
            Some(Body::Derivation(derivation)) => *derivation.item,
            Some(Body::Collation(collation)) => *collation.item,
            Some(Body::Custody(custody)) => *custody.item,
            Some(Body::Opened(opened)) => *opened.item,
            Some(_) => return Ok(Sensitivity::Restricted),
        };
        let code: Option<String> = self.query(|db| {
            db.query_row("SELECT sensitivity FROM item WHERE id = ?", [item.as_slice()], |row| row.get(0))
                .optional()
        })?;
        Ok(code.map_or(Sensitivity::Sealed, |code| rows::sensitivity(&code)))
    }
}

/// A body holds the key of its object. Whoever copies the page, or looks over a shoulder, must not take it along.
fn without_key(piece: Notation) -> Notation {
    match piece {
        Notation::Text(text) if ObjectKey::is_printed(&text) => Notation::Withheld,
        other => other,
    }
}
