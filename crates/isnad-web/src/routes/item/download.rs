//! `POST /item/{id}/download`

use std::io::Write;

use axum::{
    Form,
    extract::Path,
    http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use super::show::find;
use crate::{
    fault::Fault,
    outflow::outflow,
    view::{encode_header, file_name},
    visitor::Member,
};

#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    form: String,
}

/// Hands out the bytes as received and records that a copy left; a form, because reading changes nothing and
/// this does.
pub(crate) async fn submit(
    member: Member,
    Path(id): Path<String>,
    Form(answer): Form<Answer>,
) -> Result<Response, Fault> {
    member.check_form(&answer.form)?;
    let item = find(&member, &id).await?;
    let (mut out, body) = outflow();
    let id = item.line.id;
    tokio::spawn(async move {
        let exported = member.ask(move |archive, grant| {
            match archive.export_item(grant, id, &mut out) {
                Ok(true) => {
                    out.flush().ok();
                }
                Ok(false) | Err(_) => out.fail(),
            }
            Ok(())
        });
        // What failed is told by an answer that breaks off before its length.
        exported.await.ok();
    });
    let headers = [
        (CONTENT_TYPE, "application/octet-stream".to_owned()),
        (CONTENT_LENGTH, item.line.size_bytes.to_string()),
        (CONTENT_DISPOSITION, disposition(file_name(&item.line.path))),
        // Evidence may be a page with a script; it never runs as one of ours.
        (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
    ];
    Ok((headers, body).into_response())
}

/// The file's name for the browser: plain for old ones, whole for the rest (RFC 6266 §5).
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || "-_.() ".contains(c) { c } else { '_' })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", encode_header(name))
}
