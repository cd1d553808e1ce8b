//! `POST /verify`

use std::{sync::Arc, time::Duration};

use axum::{Form, response::Redirect};
use isnad_model::Millis;
use serde::Deserialize;

use crate::{
    fault::Fault,
    state::{AppState, Verification, held},
    visitor::Member,
};

/// A small archive is checked before the page is needed; a large one shows how far it has come.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    form: String,
}

/// Begins a verification, unless one is under way.
pub(crate) async fn submit(member: Member, Form(answer): Form<Answer>) -> Result<Redirect, Fault> {
    member.check_form(&answer.form)?;
    if begin(&member.state) {
        let running = tokio::spawn(run(member));
        // It goes on alone when patience ends.
        tokio::time::timeout(PATIENCE, running).await.ok();
    }
    Ok(Redirect::to("/verify"))
}

fn begin(state: &AppState) -> bool {
    let mut verification = held(&state.verification);
    let idle = !matches!(*verification, Verification::Running { .. });
    if idle {
        *verification = Verification::Running { done: 0, of: 0 };
    }
    idle
}

async fn run(member: Member) {
    let state = member.state.clone();
    let report = member
        .ask(move |archive, _| {
            archive.verify(&|done, of| *held(&state.verification) = Verification::Running { done, of })
        })
        .await;
    let ended = match report {
        Ok(verified) => {
            *held(&member.state.seal) = Some(verified.ok());
            Verification::Done(Arc::new(verified), Millis(jiff::Timestamp::now().as_millisecond()))
        }
        Err(Fault::Problem(problem)) => Verification::Failed(problem),
        Err(_) => Verification::Failed(isnad_model::Problem::new("internal")),
    };
    *held(&member.state.verification) = ended;
}
