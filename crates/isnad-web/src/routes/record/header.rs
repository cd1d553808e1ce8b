//! Where something is said, by whom, how well, and who may see it: the part that every form of claims has.

use isnad_access::Grant;
use isnad_engine::Archive;
use isnad_model::{
    Problem, RecordId, Sensitivity,
    claim::{ClaimId, Grade, Locator, Origin, Relation, Said, Source, Subject, Value, Wording},
};
use isnad_schema::Kind;

use super::fields::{PREFIX, Typed, named, typed, values};

/// What the fields of the source hold.
#[derive(Debug, Clone, Default)]
pub(crate) struct Header {
    pub item: String,
    pub page: String,
    pub line: String,
    pub quote: String,
    pub speaker: String,
    pub wording: String,
    pub said_on: String,
    pub grade_source: String,
    pub grade_information: String,
    pub sensitivity: String,
    pub note: String,
    pub denies: String,
    pub first: String,
    pub last: String,
    /// The words in the text of a reading, and that reading: where they were selected in a document.
    pub reading: String,
    pub start: String,
    pub end: String,
    /// An earlier claim, and what this one does to it.
    pub relation: String,
    pub about: String,
}

/// Something in a form that a person should look at before it is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Doubtful {
    /// The name of the field.
    pub field: String,
    pub words: String,
    /// Words are `doubt-CODE`.
    pub code: String,
    /// The other reading, where there is one.
    pub about: String,
}

/// Names of the fields.
macro_rules! read {
    ($form:expr, $($name:ident),+) => { Header { $($name: typed($form, stringify!($name)).to_owned()),+ } };
}

impl Header {
    /// Reads the fields, of a form or of an address.
    pub fn of(form: &Typed) -> Self {
        read!(
            form,
            item,
            page,
            line,
            quote,
            speaker,
            wording,
            said_on,
            grade_source,
            grade_information,
            sensitivity,
            note,
            denies,
            first,
            last,
            reading,
            start,
            end,
            relation,
            about
        )
    }

    /// The label that is chosen.
    pub fn label(&self, otherwise: Sensitivity) -> Sensitivity {
        Sensitivity::from_code(&self.sensitivity).unwrap_or(otherwise)
    }

    /// What a form says of a record: a claim for each value. What is doubtful is told once, and written down when
    /// somebody has looked at it.
    pub fn claims(
        &self,
        archive: &Archive,
        grant: &Grant,
        (kind, record): (&Kind, RecordId),
        form: &Typed,
        otherwise: Sensitivity,
    ) -> Result<Result<Vec<Said>, Vec<Doubtful>>, Problem> {
        let values = values(archive, grant, kind, form)?;
        if values.is_empty() {
            return Err(Problem::new("claims-none"));
        }
        let of_values = values.iter().flat_map(|(property, value, doubts)| {
            doubts.iter().map(move |doubt| Doubtful {
                field: format!("{PREFIX}{property}"),
                words: value.raw.clone(),
                code: doubt.code.clone(),
                about: doubt.about.clone(),
            })
        });
        let doubtful: Vec<Doubtful> = of_values.chain(self.doubtful_dates()).collect();
        if !doubtful.is_empty() && typed(form, "sure").is_empty() {
            return Ok(Err(doubtful));
        }
        let claims = values.into_iter().map(|(property, value, _)| {
            self.claim(archive, grant, Subject::Record(record), (property, value), otherwise)
        });
        claims.collect::<Result<_, _>>().map(Ok)
    }

    /// A claim under this header.
    fn claim(
        &self,
        archive: &Archive,
        grant: &Grant,
        subject: Subject,
        (property, value): (String, Value),
        otherwise: Sensitivity,
    ) -> Result<Said, Problem> {
        let mut said = Said::new(subject, property, value, self.source()?);
        said.sensitivity = self.label(otherwise);
        said.wording = Wording::from_code(&self.wording).unwrap_or_default();
        said.grade = Grade {
            source: self.grade_source.chars().next().filter(|grade| ('A'..='F').contains(grade)),
            information: self.grade_information.parse().ok().filter(|grade| (1..=6).contains(grade)),
        };
        said.said_on = self.date(&self.said_on, "said-on")?;
        said.valid.first = self.date(&self.first, "valid-first")?;
        said.valid.last = self.date(&self.last, "valid-last")?;
        said.valid.first_precise = said.valid.first.is_some();
        said.valid.last_precise = said.valid.last.is_some();
        if !self.denies.is_empty() {
            said.polarity = isnad_model::claim::Polarity::Denies;
        }
        said.origin = Origin::Person;
        said.note = self.noted();
        if let Some(speaker) = named(&self.speaker) {
            if archive.record_line(grant, speaker)?.is_none() {
                return Err(Problem::new("record-absent").text("record", speaker.to_string()));
            }
            said.speaker = Some(speaker);
        }
        if let (Some(how), Ok(about)) = (Relation::from_code(&self.relation), self.about.parse::<ClaimId>()) {
            said.relation = Some((how, about));
        }
        Ok(said)
    }

    /// What is doubtful about the dates of the source and of the claim.
    fn doubtful_dates(&self) -> Vec<Doubtful> {
        let fields = [("said_on", &self.said_on), ("first", &self.first), ("last", &self.last)];
        let doubts = fields.into_iter().flat_map(|(field, words)| {
            let read = isnad_text::date::read(words, isnad_text::date::Order::DayFirst);
            let doubts = read.map(|read| read.doubts).unwrap_or_default().into_iter();
            doubts.map(move |doubt| Doubtful {
                field: field.to_owned(),
                words: words.clone(),
                code: doubt.code().to_owned(),
                about: doubt.about().to_owned(),
            })
        });
        doubts.collect()
    }

    /// A speaker who has no record is named in the note, so that the name is not lost.
    fn noted(&self) -> Option<String> {
        let who =
            (named(&self.speaker).is_none() && !self.speaker.is_empty()).then_some(self.speaker.as_str());
        let parts: Vec<&str> =
            who.into_iter().chain(Some(self.note.as_str())).filter(|it| !it.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join("\n"))
    }

    fn source(&self) -> Result<Source, Problem> {
        if self.item.is_empty() {
            return Ok(Source::Own);
        }
        let words = self.item.rsplit([' ', '/', '(']).next().unwrap_or_default().trim_end_matches(')');
        let item = words.parse().map_err(|_| Problem::new("item-absent").text("id", &*self.item))?;
        let number = |text: &str| text.parse::<u32>().ok();
        let locator = Locator {
            page: number(&isnad_text::digits::to_ascii(&self.page)),
            line: number(&isnad_text::digits::to_ascii(&self.line)),
            quote: (!self.quote.is_empty()).then(|| self.quote.clone()),
            reading: self.reading.parse().ok(),
            words: number(&self.start).zip(number(&self.end)),
            ..Locator::default()
        };
        Ok(Source::Item(item, Box::new(locator)))
    }

    fn date(&self, words: &str, property: &str) -> Result<Option<String>, Problem> {
        if words.is_empty() {
            return Ok(None);
        }
        let read = isnad_text::date::read(words, isnad_text::date::Order::DayFirst);
        let unreadable = || Problem::new("date-unreadable").text("property", property).text("value", words);
        read.map(|read| Some(read.edtf.to_string())).map_err(|_| unreadable())
    }
}

impl Header {
    /// Fields that nobody types: where words were selected in a document, and an earlier claim.
    pub fn hidden(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("reading", &self.reading),
            ("start", &self.start),
            ("end", &self.end),
            ("relation", &self.relation),
            ("about", &self.about),
        ];
        all.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name, value.as_str()))
            .collect()
    }

    /// The key of the words for what this does to an earlier claim.
    pub fn how(&self) -> Option<&'static str> {
        match Relation::from_code(&self.relation)? {
            Relation::Supersedes => Some("form-supersedes"),
            Relation::Corrects => Some("form-corrects"),
            Relation::Withdraws => Some("form-withdraws"),
            Relation::RepliesTo => Some("form-replies-to"),
        }
    }
}
