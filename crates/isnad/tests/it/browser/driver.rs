//! A Chromium under WebDriver: only what these tests do with it.

use std::{
    cell::RefCell,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use serde_json::{Value, json};

use super::{eventually, wire};

/// The driver itself waits so long for an element to come, and for a script to answer.
const PATIENCE_MS: u64 = 20_000;
/// The world of the scripts that the tests bring along.
const WORLD: &str = "tests";
/// How WebDriver names the field that holds an element's id.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser with one window.
pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
    /// Every address that was asked for, as far as it has been read from the browser's log.
    asked: RefCell<Vec<String>>,
}

/// An element of a page.
pub struct Element<'b> {
    browser: &'b Browser,
    id: String,
}

impl Browser {
    /// Starts one with a fresh profile that prefers Arabic. Pages may run scripts or not; what the tests run
    /// themselves works either way.
    pub fn start(javascript: bool, profile: &Path) -> Self {
        let mut driver = Command::new("/usr/bin/chromedriver")
            .arg("--port=0")
            .env("HOME", profile)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let said = BufReader::new(driver.stdout.take().expect("its output"));
        let port = said.lines().map_while(Result::ok).find_map(|line| started_on(&line));
        let port = port.expect("chromedriver names its port");
        let mut browser = Self { driver, port, session: String::new(), asked: RefCell::default() };
        let session = browser.call("POST", "", wishes(javascript, profile));
        browser.session = format!("/{}", session["sessionId"].as_str().expect("a session"));
        browser.post("/timeouts", json!({"implicit": PATIENCE_MS, "script": PATIENCE_MS}));
        browser
    }

    fn call(&self, method: &str, path: &str, body: Value) -> Value {
        let path = format!("/session{}{path}", self.session);
        let body = if method == "GET" { String::new() } else { body.to_string() };
        let json = [("Content-Type", "application/json")];
        let answer = wire::ask(self.port, method, &path, &json, body.as_bytes());
        let mut said: Value = serde_json::from_slice(&answer.body).expect("JSON from the driver");
        assert!(answer.status == 200, "{method} {path} on {}: {}", self.place(), said["value"]["message"]);
        said["value"].take()
    }

    fn post(&self, path: &str, body: Value) -> Value {
        self.call("POST", path, body)
    }

    /// Where it is, for messages about what went wrong: asked without asserting anything.
    fn place(&self) -> String {
        let answer = wire::get(self.port, &format!("/session{}/url", self.session), &[]);
        let said: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        said["value"].as_str().unwrap_or("no page").to_owned()
    }

    /// Goes to an address and waits until it is there.
    pub fn go(&self, address: &str) {
        self.post("/url", json!({"url": address}));
    }

    /// The path and query of where it is.
    pub fn path(&self) -> String {
        let address = self.place();
        address.splitn(4, '/').nth(3).map_or_else(String::new, |path| format!("/{path}"))
    }

    /// The first element that a selector finds, waiting for it to come.
    #[track_caller]
    pub fn find(&self, selector: &str) -> Element<'_> {
        let found = self.post("/element", json!({"using": "css selector", "value": selector}));
        Element { browser: self, id: found[ELEMENT].as_str().expect("an element").to_owned() }
    }

    /// The visible words of an element.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.find(selector).text()
    }

    /// Runs a script in the page and gives what it returns.
    pub fn run(&self, script: &str) -> Value {
        self.post("/execute/sync", json!({"script": script, "args": []}))
    }

    /// Brings a script along to every page from now on, in a world of its own: it sees what is there, and the
    /// page does not see it.
    ///
    /// Where pages may run no scripts, timers never come due, not even ours; so what should be done soon is
    /// done at once, and what should be done late, never.
    pub fn bring(&self, script: &str) {
        let at_once = "window.setTimeout = (what, ms, ...given) => \
             { if (!(ms > 100)) Promise.resolve().then(() => what(...given)); return 0; };";
        let source = json!({"source": format!("{at_once}{script}"), "worldName": WORLD});
        self.devtools("Page.addScriptToEvaluateOnNewDocument", source);
    }

    /// The value of an expression, or what it promises, in that world.
    pub fn evaluate_apart(&self, expression: &str) -> Value {
        let tree = self.devtools("Page.getFrameTree", json!({}));
        let frame = json!({"frameId": tree["frameTree"]["frame"]["id"], "worldName": WORLD});
        let world = &self.devtools("Page.createIsolatedWorld", frame)["executionContextId"];
        let answer = self.devtools(
            "Runtime.evaluate",
            json!({"expression": expression, "contextId": world, "awaitPromise": true, "returnByValue": true}),
        );
        assert!(answer["exceptionDetails"].is_null(), "on {}: {}", self.place(), answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Waits until a condition in the page holds.
    #[track_caller]
    pub fn until(&self, condition: &str) {
        let script = format!("return Boolean({condition})");
        eventually(&format!("{condition} on {}", self.place()), || self.run(&script) == true);
    }

    /// Presses keys, one after the other, wherever the focus is.
    pub fn press(&self, keys: &[&str]) {
        let strokes =
            keys.iter().flat_map(|key| ["keyDown", "keyUp"].map(|it| json!({"type": it, "value": key})));
        let strokes: Vec<_> = strokes.collect();
        self.post("/actions", json!({"actions": [{"type": "key", "id": "keys", "actions": strokes}]}));
    }

    /// A command of the DevTools protocol.
    pub fn devtools(&self, command: &str, params: Value) -> Value {
        self.post("/goog/cdp/execute", json!({"cmd": command, "params": params}))
    }

    /// Makes the window so wide and so high, in CSS pixels.
    pub fn be_of_size(&self, width: u64, height: u64) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", size);
    }

    /// A picture of what the window shows, as PNG in base64.
    pub fn picture(&self) -> Value {
        self.call("GET", "/screenshot", Value::Null)
    }

    /// Asks for the light or the dark look, and for no movement between the two.
    pub fn prefer(&self, scheme: &str) {
        let look = json!({"name": "prefers-color-scheme", "value": scheme});
        let still = json!({"name": "prefers-reduced-motion", "value": "reduce"});
        self.devtools("Emulation.setEmulatedMedia", json!({"features": [look, still]}));
    }

    /// The cookies of the page, as a request would carry them.
    pub fn cookies(&self) -> String {
        let cookies = self.call("GET", "/cookie", Value::Null);
        let pair =
            |cookie: &Value| Some(format!("{}={}", cookie["name"].as_str()?, cookie["value"].as_str()?));
        cookies.as_array().into_iter().flatten().filter_map(pair).collect::<Vec<_>>().join("; ")
    }

    /// What the console has said since it was last asked.
    pub fn console(&self) -> Vec<String> {
        let log = self.post("/se/log", json!({"type": "browser"}));
        let entry = |entry: &Value| entry["message"].as_str().map(str::to_owned);
        log.as_array().into_iter().flatten().filter_map(entry).collect()
    }

    /// The addresses that were asked for since this was last called.
    pub fn requests(&self) -> Vec<String> {
        let log = self.post("/se/log", json!({"type": "performance"}));
        let address = |entry: &Value| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let event = &event["message"];
            let is_request = event["method"] == "Network.requestWillBeSent";
            is_request.then(|| event["params"]["request"]["url"].as_str().unwrap_or_default().to_owned())
        };
        let new: Vec<String> = log.as_array().into_iter().flatten().filter_map(address).collect();
        self.asked.borrow_mut().extend(new.iter().cloned());
        new
    }

    /// Asserts that no page made the browser ask anybody else for anything.
    pub fn asked_nobody_but(&self, base: &str) {
        self.requests();
        let asked = self.asked.borrow();
        // Its own first page comes from within it.
        let is_elsewhere = |address: &&String| {
            !["chrome:", "data:", "about:", base].iter().any(|known| address.starts_with(known))
        };
        let elsewhere: Vec<_> = asked.iter().filter(is_elsewhere).collect();
        assert!(asked.len() > 50, "the log of requests was read: {}", asked.len());
        assert!(elsewhere.is_empty(), "asked elsewhere: {elsewhere:?}");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Ending the session ends the browser; the driver is ours to end.
        if !self.session.is_empty() && !std::thread::panicking() {
            self.call("DELETE", "", json!({}));
        } else if !self.session.is_empty() {
            wire::ask(self.port, "DELETE", &format!("/session{}", self.session), &[], b"{}");
        }
        _ = self.driver.kill();
        _ = self.driver.wait();
    }
}

impl Element<'_> {
    fn post(&self, what: &str, body: Value) -> Value {
        self.browser.post(&format!("/element/{}/{what}", self.id), body)
    }

    /// Clicks it; where that leads to another page, the driver waits for it.
    pub fn click(&self) {
        self.post("click", json!({}));
    }

    /// Types into it.
    pub fn write(&self, text: &str) {
        self.post("value", json!({"text": text}));
    }

    /// Chooses files in a file field.
    pub fn choose(&self, files: &[PathBuf]) {
        let paths: Vec<_> = files.iter().map(|file| file.display().to_string()).collect();
        self.write(&paths.join("\n"));
    }

    /// Its visible words.
    pub fn text(&self) -> String {
        let path = format!("/element/{}/text", self.id);
        self.browser.call("GET", &path, Value::Null).as_str().unwrap_or_default().to_owned()
    }
}

fn started_on(line: &str) -> Option<u16> {
    line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

fn wishes(javascript: bool, profile: &Path) -> Value {
    let profile = format!("--user-data-dir={}", profile.display());
    let scripts = if javascript { 1 } else { 2 };
    json!({"capabilities": {"alwaysMatch": {
        "goog:chromeOptions": {
            "binary": "/usr/bin/chromium",
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--hide-scrollbars", "--window-size=1280,900", profile,
            ],
            "prefs": {
                "intl.accept_languages": "ar,en",
                "profile.managed_default_content_settings.javascript": scripts,
            },
        },
        "goog:perfLoggingPrefs": {"enableNetwork": true, "enablePage": false},
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
    }}})
}
