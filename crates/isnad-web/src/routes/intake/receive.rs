//! `POST /intake`

use axum::{
    extract::{Multipart, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use isnad_engine::{IntakeRequest, PicturesRequest, Source};
use isnad_model::intake::{Provenance, Report};
use tokio::sync::oneshot;

use super::ask::IntakePage;
use crate::{
    draft::{note, text},
    fault::Fault,
    page::{Chrome, html},
    routes::{pictures::begin::start, sign::lock::Left},
    state::AppState,
    upload::{Files, Intake, bridge, is_file},
    visitor::{Member, Visitor},
};

/// Takes in what the form brings, while it is still arriving. Where the session has ended, the texts are carried
/// through the sign-in; files are not, and must be chosen again.
pub(crate) async fn submit(
    member: Result<Member, Fault>,
    visitor: Visitor,
    State(state): State<AppState>,
    mut form: Multipart,
) -> Result<Response, Fault> {
    let member = match member {
        Ok(member) => member,
        Err(Fault::SignIn { .. }) => return Left::read(&mut form).await?.sign_in(&visitor, &state),
        Err(fault) => return Err(fault),
    };
    member.must_take_in()?;
    let (intake, files) = bridge();
    let (begin, begun) = oneshot::channel::<Given>();
    let engine = async {
        match begun.await {
            Ok(given) => Some((take_in(&member, given.provenance.clone(), files).await, given)),
            // The form ended, or was refused, before its first file.
            Err(_) => None,
        }
    };
    // Both sides run at the same pace.
    let (read, taken) = tokio::join!(read(&member, &mut form, intake, begin), engine);
    match taken {
        Some((report, given)) => answer(&member, given, report),
        None => no_files(&member, read?),
    }
}

/// What the form says before its first file.
#[derive(Debug, Clone, Default)]
struct Given {
    provenance: Provenance,
    /// Pages without text are to be read from their pictures.
    pictures: bool,
}

/// Reads the form: its token and its texts stand before its files, and browsers send parts in that order. The
/// first file begins the taking-in.
async fn read(
    member: &Member,
    form: &mut Multipart,
    intake: Intake,
    begin: oneshot::Sender<Given>,
) -> Result<Given, Fault> {
    let mut given = Given::default();
    let mut token = String::new();
    let mut begin = Some(begin);
    while let Some(field) = form.next_field().await.map_err(|_| Fault::Forged)? {
        if !is_file(&field) {
            let name = field.name().unwrap_or_default().to_owned();
            let text = text(field).await?;
            match name.as_str() {
                "form" => token = text,
                "pictures" => given.pictures = true,
                name => note(&mut given.provenance, name, text),
            }
            continue;
        }
        if let Some(begin) = begin.take() {
            member.check_form(&token)?;
            begin.send(given.clone()).ok();
        }
        if intake.file(field).await.is_err() {
            // Where the engine stops early its own answer says why.
            return Ok(given);
        }
    }
    member.check_form(&token)?;
    intake.end().await;
    Ok(given)
}

async fn take_in(member: &Member, provenance: Provenance, files: Files) -> Result<Report, Fault> {
    member
        .ask(move |archive, grant| {
            let request = IntakeRequest { provenance, sources: vec![Source::Streams(Box::new(files))] };
            archive.intake(grant, request, &|_| {})
        })
        .await
}

fn answer(member: &Member, given: Given, report: Result<Report, Fault>) -> Result<Response, Fault> {
    match report {
        Ok(report) => {
            member.state.sessions.forget_draft(&member.session.form);
            if given.pictures {
                let accession = Some(report.accession);
                // It goes on behind the report, which says how many pages still wait.
                drop(start(member, PicturesRequest { accession, ..PicturesRequest::default() }));
            }
            Ok(Redirect::to(&format!("/accession/{}/report", report.accession)).into_response())
        }
        Err(Fault::Problem(problem)) => {
            let c = Chrome::member(member, "intake");
            again(member, given, c.wrong(&problem))
        }
        Err(fault) => Err(fault),
    }
}

fn no_files(member: &Member, given: Given) -> Result<Response, Fault> {
    let c = Chrome::member(member, "intake");
    again(member, given, (c.t("intake-no-files"), c.t("intake-no-files-next")))
}

/// The form as it was, with what was wrong.
fn again(member: &Member, given: Given, wrong: (String, String)) -> Result<Response, Fault> {
    let page =
        IntakePage { pictures: given.pictures, ..IntakePage::new(member, given.provenance, Some(wrong)) };
    let page = html(&page)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
