//! `GET` and `POST /record/{id}/say`: something more is said of a record; also to correct, supersede or withdraw what
//! was said before.

use axum::{
    Form,
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use isnad_model::{Problem, RecordId};

use super::{
    fields::{groups, typed},
    header::Header,
    new::FormPage,
};
use crate::{
    fault::Fault,
    page::{Chrome, html},
    visitor::Member,
};

pub(crate) async fn page(
    member: Member,
    Path(id): Path<String>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    member.must_take_in()?;
    html(&drawn(&member, &id, &asked, None).await?)
}

async fn drawn(
    member: &Member,
    id: &str,
    form: &[(String, String)],
    wrong: Option<(String, String)>,
) -> Result<FormPage, Fault> {
    let id: RecordId = id.parse().map_err(|_| Fault::Absent)?;
    let (schema, line) =
        member.ask(move |archive, grant| Ok((archive.schema(), archive.record_line(grant, id)?))).await?;
    let line = line.ok_or(Fault::Absent)?;
    let c = Chrome::member(member, "records");
    let kind = schema.kind(&line.kind).ok_or(Fault::Absent)?;
    let property = typed(form, "property").to_owned();
    let only = (!property.is_empty()).then_some(property.as_str());
    Ok(FormPage {
        action: format!("/record/{id}/say"),
        title: c.t("say-title"),
        help: String::new(),
        kind: String::new(),
        to: Some((id, line.title)),
        groups: groups(&schema, kind, c.lang(), form, only),
        property,
        header: Header::of(form),
        label: line.sensitivity,
        wrong,
        doubtful: Vec::new(),
        c,
    })
}

pub(crate) async fn submit(
    member: Member,
    Path(id): Path<String>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    member.must_take_in_by(typed(&form, "form"))?;
    let record: RecordId = id.parse().map_err(|_| Fault::Absent)?;
    let sent = form.clone();
    let said = member
        .ask(move |archive, grant| {
            let absent = || Problem::new("record-absent").text("record", record.to_string());
            let line = archive.record_line(grant, record)?.ok_or_else(absent)?;
            let schema = archive.schema();
            let kind = schema.kind(&line.kind);
            let kind = kind.ok_or_else(|| Problem::new("kind-unknown").text("kind", &*line.kind))?;
            let header = Header::of(&sent);
            let claims = match header.claims(archive, grant, (kind, record), &sent, line.sensitivity)? {
                Ok(claims) => claims,
                Err(doubtful) => return Ok(Err(doubtful)),
            };
            archive.say(grant, Vec::new(), claims).map(Ok)
        })
        .await;
    match said {
        Ok(Ok(batch)) => Ok(Redirect::to(&format!("/record/{record}?claim={batch}.0")).into_response()),
        Ok(Err(doubtful)) => {
            let page = drawn(&member, &id, &form, None).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&FormPage { doubtful, ..page })?).into_response())
        }
        Err(Fault::Problem(problem)) => {
            let wrong = Chrome::member(&member, "records").wrong(&problem);
            let page = html(&drawn(&member, &id, &form, Some(wrong)).await?)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(fault) => Err(fault),
    }
}
