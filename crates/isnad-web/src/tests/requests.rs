//! Whole requests through the router, against a real archive in a folder of its own.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use isnad_access::Role;
use isnad_crypto::passphrase::Cost;
use isnad_engine::{Archive, NewArchive, World};
use isnad_model::{Millis, Sensitive};
use tower::ServiceExt;

use crate::{AppState, Clock, Options, app, view::encode};

mod documents;
mod pictures;
mod records;

pub(super) const NAME: &str = "ليلى";
pub(super) const PASSPHRASE: &str = "خمس كلمات عشوائية تكفي هنا";

/// An archive with its pages, and a clock that stands still until it is told.
pub(super) struct Place {
    _folder: tempfile::TempDir,
    app: Router,
    seconds: Arc<AtomicU64>,
}

impl Place {
    pub fn new() -> Self {
        Self::with(|_, _| ())
    }

    /// One with something in it, put there before it is served.
    fn with(fill: impl FnOnce(&Archive, &isnad_access::Grant)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let dir = folder.path().join("archive");
        let world =
            || World { now: || Millis(1_725_876_120_000), reader: None, cost: Cost::TEST, ..World::real() };
        let new = NewArchive {
            name: "أرشيف للتجربة".to_owned(),
            keeper: NAME.to_owned(),
            passphrase: Sensitive::new(PASSPHRASE.to_owned()),
        };
        let (archive, grant) = Archive::create(&dir, new, world()).expect("an archive");
        let reader = Sensitive::new("reader".to_owned());
        archive.add_principal(&grant, "قارئ", Role::Reader, &reader).expect("somebody");
        fill(&archive, &grant);
        drop(archive);
        let seconds = Arc::new(AtomicU64::new(0));
        let hand = seconds.clone();
        let clock = Clock::new(move || Duration::from_secs(hand.load(Ordering::SeqCst)));
        let options = Options {
            clock,
            world: world(),
            hosts: vec!["archive.example".to_owned()],
            ..Options::default()
        };
        Self { app: app(AppState::new(dir, options)), _folder: folder, seconds }
    }

    pub fn wait(&self, seconds: u64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }

    pub fn browser(&self) -> Browser {
        Browser {
            app: self.app.clone(),
            cookies: BTreeMap::new(),
            headers: vec![("host", "127.0.0.1:7077".to_owned())],
        }
    }

    pub async fn keeper(&self) -> Browser {
        let mut browser = self.browser();
        assert_eq!(browser.sign_in(NAME, PASSPHRASE).await.status, StatusCode::SEE_OTHER);
        browser
    }
}

/// Somebody at a browser: it keeps cookies, and that is all.
#[derive(Clone)]
pub(super) struct Browser {
    app: Router,
    cookies: BTreeMap<String, String>,
    headers: Vec<(&'static str, String)>,
}

pub(super) struct Answer {
    pub status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The value of the first hidden field of a name.
    pub fn hidden(&self, name: &str) -> String {
        let text = self.text();
        let at = format!("name=\"{name}\" value=\"");
        text.split(&at)
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default()
            .replace("&#38;", "&")
    }
}

impl Browser {
    fn with(&self, name: &'static str, value: &str) -> Self {
        let mut other = self.clone();
        other.headers.retain(|(known, _)| *known != name);
        other.headers.push((name, value.to_owned()));
        other
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, "", Body::empty()).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        self.send(Method::POST, path, "application/x-www-form-urlencoded", Body::from(body.join("&"))).await
    }

    /// Sends a form with files: texts first, as the page has them.
    pub async fn upload(&mut self, texts: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
        self.upload_to("/intake", texts, files).await
    }

    pub async fn upload_to(&mut self, path: &str, texts: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
        let mut body = Vec::new();
        for (name, text) in texts {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
                    .bytes(),
            );
        }
        for (name, bytes) in files {
            let head = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend(head.bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--edge--\r\n");
        self.send(Method::POST, path, "multipart/form-data; boundary=edge", Body::from(body)).await
    }

    pub async fn send(&mut self, method: Method, path: &str, media_type: &str, body: Body) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        if !media_type.is_empty() {
            request = request.header(header::CONTENT_TYPE, media_type);
        }
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let response =
            self.app.clone().oneshot(request.body(body).expect("a request")).await.expect("an answer");
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let pair = set.to_str().expect("text").split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a cookie");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let body = to_bytes(body, usize::MAX).await.expect("a whole body");
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn sign_in(&mut self, name: &str, passphrase: &str) -> Answer {
        let visit = self.get("/sign-in").await.hidden("visit");
        let fields =
            [("visit", visit.as_str()), ("name", name), ("passphrase", passphrase), ("to", "/search?q=x")];
        self.post("/sign-in", &fields).await
    }

    pub async fn form(&mut self) -> String {
        self.get("/settings").await.hidden("form")
    }
}

#[tokio::test]
async fn every_answer_carries_the_strict_headers() {
    let world = Place::new();
    let mut browser = world.browser();
    for path in ["/sign-in", "/", "/no-such-page", "/healthz", "/assets/absent"] {
        let answer = browser.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'") && !policy.contains("unsafe"),
            "{path}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
    }
}

#[tokio::test]
async fn only_known_hosts_are_answered() {
    let world = Place::new();
    let check = async |host: &str, expect| {
        let answer = world.browser().with("host", host).get("/healthz").await;
        assert_eq!(answer.status, expect, "{host}");
    };
    check("localhost:7077", StatusCode::OK).await;
    check("127.0.0.1", StatusCode::OK).await;
    check("[::1]:7077", StatusCode::OK).await;
    check("archive.example", StatusCode::OK).await;
    check("evil.example", StatusCode::MISDIRECTED_REQUEST).await;
    check("127.0.0.1.evil.example:7077", StatusCode::MISDIRECTED_REQUEST).await;
}

#[tokio::test]
async fn strangers_see_the_sign_in_page_and_nothing_else() {
    let world = Place::new();
    let mut browser = world.browser();
    for path in [
        "/",
        "/intake",
        "/search?q=x",
        "/item/I-0000000000000000",
        "/ledger/0",
        "/verify",
        "/people",
        "/help",
    ] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        assert!(answer.header("location").starts_with("/sign-in"), "{path}");
    }
    assert_eq!(browser.get("/search?q=x").await.header("location"), "/sign-in?to=/search%3Fq%3Dx");
}

#[tokio::test]
async fn sign_in_opens_the_archive_and_sets_a_strict_cookie() {
    let world = Place::new();
    let mut browser = world.browser();
    let answer = browser.sign_in(NAME, PASSPHRASE).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/search?q=x"));
    let set = answer.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    let session = set.into_iter().find(|set| set.starts_with("isnad_session=")).expect("a session");
    assert!(session.contains("; HttpOnly; SameSite=Strict; Path=/") && !session.contains("Secure"));
    assert_eq!(browser.cookies["isnad_session"].len(), 64);
    let home = browser.get("/").await;
    assert_eq!(home.status, StatusCode::OK);
    assert!(home.text().contains("أرشيف للتجربة") && home.text().contains(NAME));
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_passphrase_look_the_same() {
    let world = Place::new();
    let strip = |text: String| text.replace(NAME, "").replace("سامي", "");
    let wrong = world.browser().sign_in(NAME, "خطأ").await;
    let unknown = world.browser().sign_in("سامي", PASSPHRASE).await;
    assert_eq!((wrong.status, unknown.status), (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN));
    let (a, b) = (strip(wrong.text()), strip(unknown.text()));
    let blank = |text: &str, answer: &Answer| text.replace(&answer.hidden("visit"), "");
    assert_eq!(blank(&a, &wrong), blank(&b, &unknown));
    // The same once the archive is open.
    let _keeper = world.keeper().await;
    assert_eq!(world.browser().sign_in("سامي", PASSPHRASE).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn guessing_is_slowed_down_and_forgiven_with_time() {
    let world = Place::new();
    let mut browser = world.browser();
    for _ in 0..8 {
        assert_eq!(browser.sign_in(NAME, "خطأ").await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(browser.sign_in(NAME, PASSPHRASE).await.status, StatusCode::TOO_MANY_REQUESTS);
    world.wait(30);
    assert_eq!(browser.sign_in(NAME, PASSPHRASE).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn forms_that_are_not_ours_change_nothing() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    let form = keeper.form().await;
    fn digits(form: &str) -> [(&str, &str); 2] {
        [("form", form), ("digits", "latn")]
    }
    assert_eq!(keeper.post("/settings", &digits("")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(keeper.post("/settings", &digits(&"0".repeat(64))).await.status, StatusCode::FORBIDDEN);
    let mut elsewhere = keeper.with("origin", "https://evil.example");
    assert_eq!(elsewhere.post("/settings", &digits(&form)).await.status, StatusCode::FORBIDDEN);
    let mut cross = keeper.with("sec-fetch-site", "cross-site");
    assert_eq!(cross.post("/settings", &digits(&form)).await.status, StatusCode::FORBIDDEN);
    assert!(!keeper.cookies.contains_key("isnad_digits"));

    let mut ours = keeper.with("origin", "null").with("sec-fetch-site", "same-origin");
    assert_eq!(ours.post("/settings", &digits(&form)).await.status, StatusCode::SEE_OTHER);
    assert_eq!(ours.cookies["isnad_digits"], "latn");

    // The sign-in form has a token too.
    let mut stranger = world.browser();
    let fields = [("visit", "x"), ("name", NAME), ("passphrase", PASSPHRASE)];
    assert_eq!(stranger.post("/sign-in", &fields).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn sessions_end_by_sign_out_and_by_idleness() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    let mut stolen = keeper.clone();
    let form = keeper.form().await;
    assert_eq!(keeper.post("/sign-out", &[("form", &form)]).await.header("location"), "/sign-in");
    assert_eq!(stolen.get("/").await.status, StatusCode::SEE_OTHER);

    let mut keeper = world.keeper().await;
    world.wait(15 * 60);
    assert_eq!(keeper.get("/alive").await.status, StatusCode::NO_CONTENT);
    world.wait(15 * 60 + 1);
    assert_eq!(keeper.get("/alive").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_language_is_a_link_and_leads_nowhere_else() {
    let world = Place::new();
    let mut browser = world.browser();
    assert!(browser.get("/sign-in").await.text().contains("<html lang=\"ar\" dir=\"rtl\">"));
    // Tor Browser asks for English whoever sits before it.
    let mut tor = browser.with("accept-language", "en-US, en;q=0.5");
    assert!(tor.get("/sign-in").await.text().contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert_eq!(browser.get("/language/en?to=/sign-in").await.header("location"), "/sign-in");
    assert!(browser.get("/sign-in").await.text().contains("<html lang=\"en\" dir=\"ltr\">"));
    assert_eq!(browser.get("/language/fr?to=//evil.example").await.header("location"), "/");
    assert_eq!(browser.get("/language/xx").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn denied_and_absent_are_one_answer() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    assert_eq!(keeper.get("/people").await.status, StatusCode::OK);
    let mut reader = world.browser();
    assert_eq!(reader.sign_in("قارئ", "reader").await.status, StatusCode::SEE_OTHER);
    let denied = reader.get("/people").await;
    let absent = reader.get("/no-such-page").await;
    assert_eq!((denied.status, absent.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(denied.text(), absent.text());
    assert_eq!(reader.get("/intake").await.text(), absent.text());
    assert_eq!(reader.get("/item/I-0000000000000000").await.text(), absent.text());
}

#[tokio::test]
async fn what_is_uploaded_is_counted_found_followed_and_downloaded() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    let form = keeper.get("/intake").await.hidden("form");
    let text = "قال أَحمد إنه رأى القافلة";
    let large = vec![7u8; 3_000_000];
    let texts = [("form", form.as_str()), ("from-whom", "سامي"), ("sensitivity", "restricted")];
    let files: [(&str, &[u8]); 2] = [("شهادة.txt", text.as_bytes()), ("large.bin", &large)];
    let answer = keeper.upload(&texts, &files).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let report = keeper.get(answer.header("location")).await;
    assert_eq!(report.status, StatusCode::OK);
    assert!(report.text().contains("سامي"));

    let accession = keeper.get(answer.header("location").trim_end_matches("/report")).await.text();
    assert!(accession.contains("شهادة.txt") && accession.contains("large.bin"));
    let item =
        accession.split("href=\"/item/").nth(1).and_then(|rest| rest.split('"').next()).expect("an item");
    let page = keeper.get(&format!("/item/{item}")).await;
    assert_eq!(page.status, StatusCode::OK);
    let entry = page
        .text()
        .split("href=\"/ledger/")
        .nth(1)
        .and_then(|rest| rest.split('"').next().map(str::to_owned));
    let entry = keeper.get(&format!("/ledger/{}", entry.expect("an entry"))).await;
    assert_eq!(entry.status, StatusCode::OK);
    assert!(entry.text().contains("text/plain") && !entry.text().contains("AGE-SECRET-KEY"));

    let form = keeper.form().await;
    let copy = keeper.post(&format!("/item/{item}/download"), &[("form", &form)]).await;
    assert_eq!(copy.status, StatusCode::OK);
    assert_eq!(copy.header("content-type"), "application/octet-stream");
    assert_eq!(copy.header("content-security-policy"), "default-src 'none'; sandbox");
    assert!(copy.header("content-disposition").starts_with("attachment; filename=\""));
    assert!(copy.body == text.as_bytes() || copy.body == large);
    assert_eq!(keeper.get("/").await.status, StatusCode::OK);
    assert_eq!(keeper.get("/accessions").await.status, StatusCode::OK);

    // What is restricted is not there for a reader.
    let mut reader = world.browser();
    reader.sign_in("قارئ", "reader").await;
    assert_eq!(reader.get(&format!("/item/{item}")).await.status, StatusCode::NOT_FOUND);
    let form = reader.form().await;
    let denied = reader.post(&format!("/item/{item}/download"), &[("form", &form)]).await;
    assert_eq!(denied.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_upload_without_files_or_token_takes_nothing_in() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    let form = keeper.form().await;
    let again = keeper.upload(&[("form", &form), ("from-whom", "سامي")], &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("value=\"سامي\""));
    let forged = keeper.upload(&[("from-whom", "سامي")], &[("a.txt", b"a")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    assert!(keeper.get("/accessions").await.text().contains("لم يُدخَل شيء بعد"));
}

#[tokio::test]
async fn searching_finds_what_was_taken_in_and_teaches_when_it_does_not() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    assert!(keeper.get("/search").await.text().contains("كيف تبحث"));
    let form = keeper.form().await;
    keeper.upload(&[("form", &form)], &[("محضر أحمد.txt", b"x")]).await;
    // Without a reader nothing is read, but names are found.
    let found = keeper.get(&format!("/search?q={}", encode("احمد"))).await.text();
    assert!(found.contains("نتيجة واحدة"), "{found}");
    let none = keeper.get(&format!("/search?q={}&kind=image", encode("زيتون وليمون"))).await.text();
    assert!(none.contains("لا نتائج") && none.contains("any=1"));
    assert_eq!(keeper.get("/search?q=x&page=999&kind=%22&accession=zz").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_verification_is_a_form_and_its_result_a_page() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    let form = keeper.get("/verify").await.hidden("form");
    assert_eq!(keeper.post("/verify", &[("form", &form)]).await.header("location"), "/verify");
    let page = keeper.get("/verify").await.text();
    assert!(page.contains("الأرشيف سليم"), "{page}");
}

#[tokio::test]
async fn keepers_add_people_who_then_sign_in() {
    let world = Place::new();
    let mut keeper = world.keeper().await;
    let form = keeper.form().await;
    let fields = |again| {
        [
            ("form", form.as_str()),
            ("name", "سامي"),
            ("role", "member"),
            ("passphrase", "كلمة"),
            ("again", again),
        ]
    };
    assert_eq!(keeper.post("/people", &fields("غيرها")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(keeper.post("/people", &fields("كلمة")).await.header("location"), "/people");
    let mut member = world.browser();
    assert_eq!(member.sign_in("سامي", "كلمة").await.status, StatusCode::SEE_OTHER);
    assert_eq!(member.get("/intake").await.status, StatusCode::OK);
}

#[tokio::test]
async fn assets_stay_for_ever_and_the_first_view_is_light() {
    let world = Place::new();
    let mut keeper = world.keeper().await.with("accept-encoding", "br");
    let home = keeper.get("/").await;
    assert_eq!(home.header("content-encoding"), "br");
    let plain = keeper.with("accept-encoding", "identity").get("/").await.text();
    let mut total = home.body.len();
    for address in plain.split("\"/assets/").skip(1).filter_map(|rest| rest.split('"').next()) {
        let asset = keeper.get(&format!("/assets/{address}")).await;
        assert_eq!(asset.header("cache-control"), "public, max-age=31536000, immutable");
        total += asset.body.len();
    }
    assert!(total <= 40 * 1024, "{total} bytes");
    let style = keeper.with("accept-encoding", "identity").get(&style_address(&plain)).await.text();
    for font in style.split("url(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let answer = keeper.get(&format!("/assets/{font}")).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "font/woff2"), "{font}");
        assert_eq!(answer.header("content-encoding"), "");
    }
}

fn style_address(html: &str) -> String {
    let at = html.split("stylesheet\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
    at.expect("a stylesheet").to_owned()
}
