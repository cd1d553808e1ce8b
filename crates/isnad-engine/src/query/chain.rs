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
        let mut knots: Vec<Knot> = said(&view).into_iter().collect();
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

    fn written(&self, claim: &Claim, by: &str) -> Result<Vec<Knot>> {
        let mut knots = vec![knot("claim-written").with("by", Arg::Text(by.to_owned())).at(claim.at)];
        knots.extend(self.sealed_in(claim.entry)?);
        Ok(knots)
    }
}

/// Who said it: a speaker, or whoever wrote it down where it is said in nothing else. An item without a named speaker
/// speaks for itself.
fn said(view: &ClaimView) -> Option<Knot> {
    match (&view.speaker, &view.claim.said.source) {
        (Some(speaker), _) => Some(knot("claim-said").with("who", Arg::Text(speaker.title.clone()))),
        (None, Source::Own) => Some(knot("claim-own").with("who", Arg::Text(view.by.clone()))),
        (None, Source::Item(..) | Source::Claim(_)) => None,
    }
}

/// The place in the item, and the words that stand there, where they are known.
fn place(view: &ClaimView, at: &Locator) -> Vec<Knot> {
    let Some((_, path, _)) = &view.item else { return Vec::new() };
    let place = match (at.page, at.row) {
        (Some(page), _) => knot("claim-page").with("page", Arg::Number(page.into())),
        (None, Some(row)) => knot("claim-cell")
            .with("row", Arg::Number(row))
            .with("column", Arg::Number(at.column.unwrap_or(0).into())),
        (None, None) => knot("claim-item"),
    };
    let quote = at.quote.clone().map(|quote| knot("claim-quote").with("quote", Arg::Text(quote)));
    [Some(place.with("name", Arg::Text(path.clone()))), quote].into_iter().flatten().collect()
}
