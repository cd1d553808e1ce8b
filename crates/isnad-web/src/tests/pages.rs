//! Every page in every language: words, direction, structure, and what strict rules forbid.

use isnad_i18n::Lang;

use super::samples::every_page;

/// Calls a check with the name and text of every page in every language.
fn each(check: impl Fn(&str, &str, Lang)) {
    for lang in Lang::ALL {
        for (name, html) in every_page(lang) {
            check(&format!("{name} ({})", lang.code()), &html, lang);
        }
    }
}

#[test]
fn every_page_says_its_language_and_direction_and_misses_no_words() {
    each(|name, html, lang| {
        let head = format!("<html lang=\"{}\" dir=\"{}\">", lang.code(), lang.dir());
        assert!(html.contains(&head), "{name}");
        assert!(!html.contains('⟦'), "{name}: {}", around(html, "⟦"));
        assert!(!html.contains("{$") && !html.contains("{ $"), "{name}: an argument is missing");
    });
}

#[test]
fn no_page_holds_style_or_script_of_its_own() {
    each(|name, html, _| {
        let lower = html.to_ascii_lowercase();
        for forbidden in
            ["style=", "<style", "javascript:", " onclick", " onload", " onsubmit", "http://", "https://"]
        {
            assert!(!lower.contains(forbidden), "{name}: {forbidden}: {}", around(&lower, forbidden));
        }
        let scripts = lower.matches("<script").count();
        let ours = lower.matches("<script type=\"module\" src=\"/assets/").count();
        assert_eq!(scripts, ours, "{name}");
    });
}

#[test]
fn whatever_people_wrote_is_escaped() {
    each(|name, html, _| {
        for raw in ["<b>", "<script>", "<i>"] {
            assert!(
                !html.contains(raw) || name.starts_with("accession") && raw == "<b>" || counts(name, raw),
                "{name}: {raw}"
            );
        }
    });
}

/// The equation and the calendar set their own numbers in bold.
fn counts(name: &str, raw: &str) -> bool {
    raw == "<b>" && ["report", "calendar", "search", "numbers"].iter().any(|page| name.starts_with(page))
}

#[test]
fn every_page_has_one_first_heading_and_one_main_landmark() {
    each(|name, html, _| {
        assert_eq!(html.matches("<main").count(), 1, "{name}");
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        let mut before = 0;
        for (at, _) in html.match_indices("<h") {
            let Some(level) = html[at + 2..].chars().next().and_then(|c| c.to_digit(10)) else { continue };
            assert!(
                before == 0 || level <= before + 1,
                "{name}: h{level} after h{before}: {}",
                &html[at..at + 60]
            );
            before = level;
        }
    });
}

#[test]
fn every_field_has_a_label_and_every_id_is_used_once() {
    each(|name, html, _| {
        let ids: Vec<&str> = values(html, " id=\"");
        for (n, id) in ids.iter().enumerate() {
            assert!(!ids[..n].contains(id), "{name}: {id} twice");
        }
        for target in values(html, " for=\"") {
            assert!(ids.contains(&target), "{name}: label for {target}");
        }
        for list in values(html, " aria-describedby=\"") {
            assert!(list.split(' ').all(|id| ids.contains(&id)), "{name}: described by {list}");
        }
        for field in html.split("<input").skip(1).chain(html.split("<textarea").skip(1)) {
            let tag = field.split('>').next().unwrap_or_default();
            let named = tag.contains("aria-label") || tag.contains("type=\"hidden\"");
            let labeled = values(tag, " id=\"").iter().any(|id| html.contains(&format!("for=\"{id}\"")));
            assert!(named || labeled, "{name}: {tag}");
        }
    });
}

#[test]
fn every_form_that_changes_something_carries_a_token() {
    each(|name, html, _| {
        for form in html
            .split("<form")
            .skip(1)
            .filter(|form| form.split('>').next().is_some_and(|tag| tag.contains("post")))
        {
            let form = form.split("</form>").next().unwrap_or_default();
            let token =
                form.contains("name=\"form\" value=\"ffff") || form.contains("name=\"visit\" value=\"vvvv");
            assert!(token, "{name}: {form}");
        }
    });
}

#[test]
fn tables_name_their_columns_and_rows() {
    each(|name, html, _| {
        assert_eq!(
            html.matches("<th ").count() + html.matches("<th>").count(),
            html.matches("<th scope=").count(),
            "{name}"
        );
    });
}

#[test]
fn a_veiled_picture_is_not_in_the_page() {
    for (name, html) in every_page(Lang::Ar) {
        let shows = ["read", "read turned", "read by a reader", "numbers", "numbers blind", "numbers differ"];
        assert_eq!(html.contains("<img"), shows.contains(&name), "{name}");
    }
}

#[test]
fn what_a_file_says_of_itself_stands_under_its_standard() {
    for (_, html) in every_page(Lang::En).iter().filter(|(name, _)| *name == "item") {
        let order = ["<code>pdf</code>", "pdf.Title", "pdf.Author", "<code>xmp</code>", "xmp.dc:creator"];
        let places: Vec<_> = order.iter().map(|what| html.find(what)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    }
}

/// The values of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Where in a page something stands, for a failure's words.
fn around<'a>(html: &'a str, what: &str) -> &'a str {
    let at = html.find(what).unwrap_or(0);
    let start = (0..=at.saturating_sub(60)).rev().find(|n| html.is_char_boundary(*n)).unwrap_or(0);
    let end = (at..html.len()).find(|n| *n > at + 80 && html.is_char_boundary(*n)).unwrap_or(html.len());
    &html[start..end]
}
