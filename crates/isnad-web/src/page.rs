//! What stands around every page: language, head, navigation; and the words inside it.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use isnad_access::Role;
use isnad_i18n::{Digits, Lang, Locale};
use isnad_model::{Arg, Millis, Problem, Sensitivity, reading::Kind, view::Knot};

use crate::{
    assets,
    fault::Fault,
    session::Session,
    state::{AppState, held},
    visitor::{Keys, Member, Visitor},
};

/// The frame of a page; every template holds one as `c`.
///
/// Its methods take whatever a template has at hand, by value or by reference.
#[derive(Debug, Clone)]
pub(crate) struct Chrome {
    pub locale: Locale,
    /// The area of the navigation that the page belongs to.
    pub area: &'static str,
    /// Where the language switch comes back to.
    pub path: String,
    /// Who is signed in.
    pub who: Option<String>,
    pub keeper: bool,
    pub takes_in: bool,
    /// The form token of the session.
    pub form: String,
    /// How the keys of one letter work.
    pub keys: Keys,
    /// What the search field holds.
    pub find: String,
    /// Whether the last recorded verification was in order.
    pub seal: Option<bool>,
    /// After how many seconds without a request the session ends.
    pub idle_seconds: u64,
}

impl Chrome {
    /// For somebody who is not signed in.
    pub fn stranger(visitor: &Visitor) -> Self {
        Self {
            locale: visitor.locale,
            area: "",
            path: visitor.path.clone(),
            who: None,
            keeper: false,
            takes_in: false,
            form: String::new(),
            keys: visitor.keys,
            find: String::new(),
            seal: None,
            idle_seconds: 0,
        }
    }

    /// For somebody who is.
    pub fn member(member: &Member, area: &'static str) -> Self {
        let mut chrome = Self::stranger(&member.visitor).signed_in(&member.session, &member.state);
        chrome.area = area;
        chrome
    }

    /// Adds what a session brings.
    #[must_use]
    pub fn signed_in(mut self, session: &Session, state: &AppState) -> Self {
        let role = session.grant.role();
        self.who = Some(session.name.clone());
        self.keeper = role == Role::Keeper;
        self.takes_in = role.may_take_in();
        self.form.clone_from(&session.form);
        self.seal = *held(&state.seal);
        self.idle_seconds = state.options.idle.as_secs();
        self
    }

    /// The words of a key.
    pub fn t(&self, key: impl AsRef<str>) -> String {
        isnad_i18n::t(self.locale, key.as_ref())
    }

    /// The words of a key about a count `$n`.
    pub fn n(&self, key: &str, n: impl Given<u64>) -> String {
        isnad_i18n::t_args(self.locale, key, &[("n", Arg::Number(n.given()))])
    }

    /// The words of a key about a text `$text`.
    pub fn s(&self, key: &str, text: impl AsRef<str>) -> String {
        isnad_i18n::t_args(self.locale, key, &[("text", Arg::Text(text.as_ref().to_owned()))])
    }

    /// The words of a key with any arguments.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        isnad_i18n::t_args(self.locale, key, args)
    }

    /// A bare number.
    pub fn num(&self, n: impl Given<u64>) -> String {
        isnad_i18n::number(self.locale, n.given())
    }

    /// A size in bytes, in words.
    pub fn size(&self, bytes: impl Given<u64>) -> String {
        isnad_i18n::size(self.locale, bytes.given())
    }

    /// An instant in words.
    pub fn date(&self, at: impl Given<Millis>) -> String {
        isnad_i18n::date_time(self.locale, at.given())
    }

    /// An instant for the `datetime` attribute.
    pub fn iso(&self, at: impl Given<Millis>) -> String {
        isnad_i18n::iso(at.given())
    }

    /// The name of a kind.
    pub fn kind(&self, kind: impl Given<Kind>) -> String {
        self.t(format!("kind-{}", kind.given().code()))
    }

    /// The name of a sensitivity.
    pub fn sensitivity(&self, sensitivity: impl Given<Sensitivity>) -> String {
        self.t(format!("sensitivity-{}", sensitivity.given().code()))
    }

    /// The name of a role.
    pub fn role(&self, role: impl Given<Role>) -> String {
        self.t(format!("role-{}", role.given().code()))
    }

    /// What happened.
    pub fn what(&self, problem: &Problem) -> String {
        isnad_i18n::problem(self.locale, problem).0
    }

    /// What to do next.
    pub fn next(&self, problem: &Problem) -> String {
        isnad_i18n::problem(self.locale, problem).1
    }

    /// Both, for a form that comes back with what was wrong.
    pub fn wrong(&self, problem: &Problem) -> (String, String) {
        isnad_i18n::problem(self.locale, problem)
    }

    /// Who or what a knot of the isnad is.
    pub fn knot(&self, knot: &Knot) -> String {
        self.with(&format!("knot-{}", knot.code), &self.said(knot))
    }

    /// How it passed through that hand, where there is something to say.
    pub fn knot_how(&self, knot: &Knot) -> String {
        isnad_i18n::lookup(self.locale, &format!("knot-{}-how", knot.code), &self.said(knot))
            .unwrap_or_default()
    }

    /// The arguments of a knot; what nobody said is said to be unsaid.
    fn said(&self, knot: &Knot) -> Vec<(&'static str, Arg)> {
        let unsaid = |arg: &Arg| matches!(arg, Arg::Text(text) if text.trim().is_empty());
        let said =
            |arg: &Arg| if unsaid(arg) { Arg::Text(self.t("provenance-not-said")) } else { arg.clone() };
        knot.args.iter().map(|(name, arg)| (*name, said(arg))).collect()
    }

    /// What kind of act a ledger entry is. An archive of a later version may hold kinds that we cannot name.
    pub fn entry_kind(&self, code: &str) -> String {
        isnad_i18n::lookup(self.locale, &format!("entry-{code}"), &[])
            .unwrap_or_else(|| self.s("ledger-unknown-kind", code))
    }

    /// The parts of a path. Each is shown in a direction of its own, or `ملف/a.txt` would change places.
    pub fn parts<'p>(&self, path: &'p str) -> std::str::Split<'p, char> {
        path.split('/')
    }

    /// The code of the language.
    pub fn lang(&self) -> &'static str {
        self.locale.lang.code()
    }

    /// Its direction.
    pub fn dir(&self) -> &'static str {
        self.locale.lang.dir()
    }

    /// All languages, for the switch: code, own name, whether it is this one, address.
    pub fn languages(&self) -> Vec<(&'static str, &'static str, bool, String)> {
        let to = crate::view::encode(&self.path);
        Lang::ALL
            .into_iter()
            .map(|lang| {
                let address = format!("/language/{}?to={to}", lang.code());
                (lang.code(), lang.name(), lang == self.locale.lang, address)
            })
            .collect()
    }

    /// Whether digits are written the Arabic way.
    pub fn arabic_digits(&self) -> bool {
        self.locale.digits == Digits::Arabic
    }

    /// The address of an asset, with its hash.
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }
}

/// A small value as a template has it at hand: itself, or behind the references of a loop or a pattern.
pub(crate) trait Given<T> {
    /// The value.
    fn given(self) -> T;
}

impl<T> Given<T> for T {
    fn given(self) -> T {
        self
    }
}

impl<T: Copy> Given<T> for &T {
    fn given(self) -> T {
        *self
    }
}

impl<T: Copy> Given<T> for &&T {
    fn given(self) -> T {
        **self
    }
}

/// A template as an answer.
pub(crate) fn html(template: &impl Template) -> Result<Response, Fault> {
    template.render().map(|html| Html(html).into_response()).map_err(|_| Fault::Broken)
}
