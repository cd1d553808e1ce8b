//! One test binary: the index as its callers see it.
#![expect(clippy::unwrap_used, reason = "what a test cannot set up is a failure of the test")]

mod damage;
mod equality;
mod finds;
mod permission;
mod relevance;
mod support;
mod told;
mod within;
