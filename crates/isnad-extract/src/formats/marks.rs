//! What a document says about its own words: who deleted or inserted them, who remarked on them, which are hidden.

use crate::wire::Sink;

/// Marks on their way to the metadata. A word processor cuts one deletion into many runs, which are joined again.
#[derive(Default)]
pub(super) struct Marks {
    last: Option<Mark>,
}

#[derive(PartialEq, Eq)]
struct Mark {
    field: &'static str,
    who: String,
    when: String,
    words: String,
}

impl Marks {
    /// Words that somebody marked. `field` is the name of the metadatum: `docx.deleted`.
    pub(super) fn add(
        &mut self,
        field: &'static str,
        who: &str,
        when: &str,
        words: &str,
        sink: &mut Sink<'_>,
    ) {
        if words.trim().is_empty() {
            return;
        }
        if let Some(last) = self.last.as_mut().filter(|m| m.field == field && m.who == who && m.when == when)
        {
            last.words.push_str(words);
            return;
        }
        self.end(sink);
        let (who, when, words) = (who.to_owned(), when.to_owned(), words.to_owned());
        self.last = Some(Mark { field, who, when, words });
    }

    /// Something else came in between.
    pub(super) fn end(&mut self, sink: &mut Sink<'_>) {
        if let Some(mark) = self.last.take() {
            sink.metadatum(mark.field, &said(&mark.who, &mark.when, mark.words.trim()));
        }
    }
}

/// `who, when: words`, as far as the document says who and when.
pub(super) fn said(who: &str, when: &str, words: &str) -> String {
    match (who.trim(), when.trim()) {
        ("", "") => words.to_owned(),
        ("", one) | (one, "") => format!("{one}: {words}"),
        (who, when) => format!("{who}, {when}: {words}"),
    }
}
