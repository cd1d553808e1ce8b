//! `GET` and `POST /record/new`: a record begins, with what one source says of it.

use askama::Template;
use axum::{
    Form,
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use isnad_engine::NewRecord;
use isnad_model::{Problem, RecordId, Sensitivity};

use super::{
    fields::{Group, groups, typed},
    header::{Doubtful, Header},
};
use crate::{
    fault::Fault,
    page::{Chrome, html},
    visitor::Member,
};

#[derive(Template)]
#[template(path = "record/form.html")]
pub(crate) struct FormPage {
    pub c: Chrome,
    /// Where the form goes.
    pub action: String,
    pub title: String,
    pub help: String,
    /// The kind that begins; nothing where something is added to a record.
    pub kind: String,
    /// The record that it is added to.
    pub to: Option<(RecordId, String)>,
    pub property: String,
    pub groups: Vec<Group>,
    pub header: Header,
    pub label: Sensitivity,
    pub wrong: Option<(String, String)>,
    /// What a person should look at before it is sealed.
    pub doubtful: Vec<Doubtful>,
}

impl FormPage {
    /// Labels to choose from.
    pub fn labels(&self) -> [Sensitivity; 4] {
        Sensitivity::ALL
    }

    /// What a field is called.
    pub fn label_of(&self, name: &str) -> String {
        let mut fields = self.groups.iter().flat_map(|group| &group.fields);
        match (fields.find(|field| field.name == name), name) {
            (Some(field), _) => field.label.clone(),
            (None, "said_on") => self.c.t("form-said-on"),
            (None, "first") => self.c.t("form-first"),
            (None, "last") => self.c.t("form-last"),
            (None, _) => name.to_owned(),
        }
    }

    /// The label that is chosen.
    pub fn chosen(&self) -> Sensitivity {
        self.header.label(self.label)
    }
}

pub(crate) async fn page(
    member: Member,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    member.must_take_in()?;
    html(&drawn(&member, &asked, None).await?)
}

async fn drawn(
    member: &Member,
    form: &[(String, String)],
    wrong: Option<(String, String)>,
) -> Result<FormPage, Fault> {
    let schema = member.ask(|archive, _| Ok(archive.schema())).await?;
    let c = Chrome::member(member, "records");
    let kind = schema.kind(typed(form, "kind")).ok_or(Fault::Absent)?;
    let lang = c.lang();
    Ok(FormPage {
        action: "/record/new".to_owned(),
        title: kind.label.get(lang).to_owned(),
        help: kind.help.as_ref().map(|help| help.get(lang).to_owned()).unwrap_or_default(),
        kind: kind.id.clone(),
        to: None,
        property: String::new(),
        groups: groups(&schema, kind, lang, form, None),
        header: Header::of(form),
        label: Sensitivity::from_code(&kind.sensitivity).unwrap_or_default(),
        wrong,
        doubtful: Vec::new(),
        c,
    })
}

pub(crate) async fn submit(
    member: Member,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    member.must_take_in_by(typed(&form, "form"))?;
    let sent = form.clone();
    let said = member
        .ask(move |archive, grant| {
            let schema = archive.schema();
            let id = typed(&sent, "kind");
            let kind = schema.kind(id).ok_or_else(|| Problem::new("kind-unknown").text("kind", id))?;
            let header = Header::of(&sent);
            let record = archive.new_record();
            let label = Sensitivity::from_code(&kind.sensitivity).unwrap_or_default();
            let claims = match header.claims(archive, grant, (kind, record), &sent, label)? {
                Ok(claims) => claims,
                Err(doubtful) => return Ok(Err(doubtful)),
            };
            let begun = NewRecord { id: record, kind: kind.id.clone(), sensitivity: header.label(label) };
            archive.say(grant, vec![begun], claims)?;
            Ok(Ok(record))
        })
        .await;
    match said {
        Ok(Ok(record)) => Ok(Redirect::to(&format!("/record/{record}")).into_response()),
        Ok(Err(doubtful)) => {
            let page = drawn(&member, &form, None).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&FormPage { doubtful, ..page })?).into_response())
        }
        Err(Fault::Problem(problem)) => {
            let wrong = Chrome::member(&member, "records").wrong(&problem);
            let page = html(&drawn(&member, &form, Some(wrong)).await?)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(fault) => Err(fault),
    }
}
