//! The Fluent bundles: read once from what is embedded, one for each kind of locale.

use std::sync::{Arc, OnceLock};

use fluent_bundle::{
    FluentArgs, FluentResource, FluentValue,
    concurrent::FluentBundle,
    types::{FluentNumber, FluentNumberOptions},
};
use isnad_model::Arg;
use unic_langid::LanguageIdentifier;

use crate::{Digits, Lang, Locale, Medium, number};

type Bundle = FluentBundle<Arc<FluentResource>>;

/// Embeds a language's files, one for each area of the program.
macro_rules! embed {
    ($lang:literal: $($area:literal)*) => {
        &[$(($area, include_str!(concat!("../../../locales/", $lang, "/", $area, ".ftl")))),*]
    };
}

/// The files of a language as they are in the binary: `(area, text)`.
pub(crate) const fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Ar => {
            embed!("ar": "common" "web" "intake" "search" "item" "claims" "doubts" "schema" "pictures" "reading" "verify" "problems" "knots" "entries" "cli")
        }
        Lang::En => {
            embed!("en": "common" "web" "intake" "search" "item" "claims" "doubts" "schema" "pictures" "reading" "verify" "problems" "knots" "entries" "cli")
        }
        Lang::Fr => {
            embed!("fr": "common" "web" "intake" "search" "item" "claims" "doubts" "schema" "pictures" "reading" "verify" "problems" "knots" "entries" "cli")
        }
    }
}

/// Formats a message, or gives nothing where there is none.
pub(crate) fn format(locale: Locale, key: &str, args: &[(&str, Arg)]) -> Option<String> {
    let bundle = bundle(locale);
    let pattern = bundle.get_message(key)?.value()?;
    let args: FluentArgs<'_> = args
        .iter()
        .map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, FluentValue::from(text.as_str())),
            Arg::Number(n) => (*name, FluentValue::Number(count(locale.lang, *n))),
        })
        .collect();
    // What Fluent cannot resolve it shows as `{$name}`; the tests see to it that nothing is missing.
    let mut unresolved = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&args), &mut unresolved).into_owned())
}

fn bundle(locale: Locale) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 12] = [const { OnceLock::new() }; 12];
    let digits = usize::from(locale.digits == Digits::Latin);
    let medium = usize::from(locale.medium == Medium::Plain);
    BUNDLES[locale.lang as usize * 4 + digits * 2 + medium].get_or_init(|| build(locale))
}

fn build(locale: Locale) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language(locale.lang)]);
    bundle.set_use_isolating(locale.medium == Medium::Page);
    bundle.set_formatter(Some(formatter(locale)));
    for (_, text) in sources(locale.lang) {
        // A broken line loses its own message only; the tests refuse any.
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(Arc::new(resource));
    }
    bundle
}

/// The plural rules to follow. Our three codes are all well-formed.
fn language(lang: Lang) -> LanguageIdentifier {
    lang.code().parse().unwrap_or_default()
}

/// A count as Fluent takes it.
///
/// The Arabic plural goes by the last two digits: 103 and 3 are alike, 111 and 11. The rules in
/// `intl_pluralrules` 7.0.2 forget that and compare the whole number, so from a hundred on they are shown a small
/// number of the same class, and the number to write travels in an option that we do not use.
/// Source: <https://www.unicode.org/cldr/charts/46/supplemental/language_plural_rules.html#ar>.
fn count(lang: Lang, n: u64) -> FluentNumber {
    if lang != Lang::Ar || n < 100 {
        return FluentNumber::new(n as f64, FluentNumberOptions::default());
    }
    let alike = match n % 100 {
        0..=2 => 100,
        last_two => last_two,
    };
    let options = FluentNumberOptions {
        maximum_significant_digits: Some(n as usize),
        ..FluentNumberOptions::default()
    };
    FluentNumber::new(alike as f64, options)
}

/// How a number looks inside a sentence. Fluent takes a plain function here, so there is one for each style.
fn formatter<M>(locale: Locale) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match (locale.lang, locale.digits) {
        (Lang::Ar, Digits::Arabic) => |value, _| written(value, Lang::Ar, Digits::Arabic),
        (Lang::Ar, Digits::Latin) => |value, _| written(value, Lang::Ar, Digits::Latin),
        (Lang::En, _) => |value, _| written(value, Lang::En, Digits::Latin),
        (Lang::Fr, _) => |value, _| written(value, Lang::Fr, Digits::Latin),
    }
}

fn written(value: &FluentValue<'_>, lang: Lang, digits: Digits) -> Option<String> {
    match value {
        FluentValue::Number(n) => {
            let whole =
                n.options.maximum_significant_digits.map_or(n.value.max(0.0) as u64, |whole| whole as u64);
            Some(number::number(Locale::new(lang).with_digits(digits), whole))
        }
        _ => None,
    }
}
