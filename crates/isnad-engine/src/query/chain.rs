//! The isnad of a claim: who said it, where it stands, every hand that the item passed through, and the seals.

use isnad_access::{Grant, release};
use isnad_model::{
    Arg,
    claim::{Claim, ClaimId, Locator, Source},
    view::{ClaimView, Knot},
};

use super::item::{With, knot};
use crate::{Archive, Result};

impl Archive {
    /// The isnad of a claim; nothing where there is no such claim for this grant.
    ///
    /// Where the source is an item that the asker may not see, its chain is left out: the claim is theirs to see, the
    /// item is not.
    pub fn claim_isnad(&self, grant: &Grant, id: ClaimId) -> Result<Vec<Knot>> {
        let Some(view) = self.claim(grant, id)? else { return Ok(Vec::new()) };
        let mut knots = vec![self.said(&view)];
        match &view.claim.said.source {
            Source::Item(item, locator) => {
                knots.extend(place(&view, locator));
                let item = self.item(*item)?.and_then(|sealed| release(sealed, grant));
                // The seal of the item comes in the middle here: the chain goes on to the claim's own.
                knots.extend(item.into_iter().flat_map(|item| item.isnad).map(|mut knot| {
                    knot.seal = false;
                    knot
                }));
            }
            Source::Claim(other) => knots.push(knot("claim-in-claim").mono(other.to_string())),
            Source::Own => {}
        }
        knots.extend(self.written(&view.claim, &view.by)?);
        Ok(knots)
    }

    fn said(&self, view: &ClaimView) -> Knot {
        match &view.speaker {
            Some(speaker) => knot("claim-said").with("who", Arg::Text(speaker.title.clone())),
            None => knot("claim-own").with("who", Arg::Text(view.by.clone())),
        }
    }

    fn written(&self, claim: &Claim, by: &str) -> Result<Vec<Knot>> {
        let mut knots = vec![knot("claim-written").with("by", Arg::Text(by.to_owned())).at(claim.at)];
        knots.extend(self.sealed_in(claim.entry)?);
        Ok(knots)
    }
}

/// The place in the item, where it is known.
fn place(view: &ClaimView, at: &Locator) -> Option<Knot> {
    let (_, path, _) = view.item.as_ref()?;
    let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    let text = |value: String| Arg::Text(value);
    let place = match (at.page, at.row) {
        (Some(page), _) => knot("claim-page").with("page", text(page.to_string())),
        (None, Some(row)) => knot("claim-cell")
            .with("row", text(row.to_string()))
            .with("column", text(number(at.column.map(u64::from)))),
        (None, None) => knot("claim-item"),
    };
    Some(place.with("name", text(path.clone())).with("quote", text(at.quote.clone().unwrap_or_default())))
}
