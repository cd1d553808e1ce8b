//! The program, serving an archive with a part of the demo in it.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Stdio},
};

use isnad_testkit::{Env, PASSPHRASE};

use super::driver::Browser;
use crate::support::{archive, open, text};

/// A running server; it ends with this value.
pub struct Served {
    pub env: Env,
    pub port: u16,
    /// Its address, without a slash at the end.
    pub base: String,
    /// An Arabic text, a photograph that is restricted, a PDF, and the accession of the photographs.
    pub text: String,
    pub photograph: String,
    pub pdf: String,
    pub accession: String,
    program: Child,
}

impl Served {
    /// Makes an archive, takes something in and serves it on a free port.
    pub fn start() -> Self {
        let env = archive();
        let visit = ["--from", "سلمى القمري", "--when", "أيلول/سبتمبر ٢٠١٨", "--sensitivity", "internal"];
        let photographs = ["--from", "أبو سامر (اسم مستعار)", "--how", "قرص صلب سُلّم باليد"];
        take_in(&env, "01-paris-visit", &visit, 0);
        take_in(&env, "06-photo-dossier", &photographs, 0);
        // One file of a damaged zip is refused, and others are kept without being read to their end.
        take_in(&env, "08-archive", &[], 4);
        let hits = env.run(&["search", "--json", ""]).expect(0).lines();
        let find = |name: &str| {
            hits[1..].iter().find(|hit| text(hit, "path").ends_with(name)).unwrap_or_else(|| panic!("{name}"))
        };
        let id = |name: &str| text(find(name), "id").to_owned();
        let accession = text(find("DSC_0412.jpg"), "accession").to_owned();
        let (text, photograph, pdf) = (id("2018-09-10-fidh.txt"), id("DSC_0412.jpg"), id("الزيارة.pdf"));
        read_by_machine(&env, &photograph);
        let mut program = env
            .command(&["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut said = String::new();
        let output = program.stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut said).expect("the link comes first");
        let base = said.trim().trim_end_matches('/').to_owned();
        let port = base.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port in the link");
        Self { env, port, base, text, photograph, pdf, accession, program }
    }

    /// The whole address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Fills in the sign-in form that the browser shows.
    pub fn sign_in(&self, browser: &Browser) {
        browser.find("#name").write("keeper");
        browser.find("#passphrase").write(PASSPHRASE);
        browser.find("form[action='/sign-in'] button").click();
        browser.find("nav.main");
    }

    /// The largest object of the vault.
    pub fn object(&self) -> PathBuf {
        let objects = self.env.path("archive/vault/objects");
        let sealed = isnad_testkit::folder::files(&objects);
        let largest = sealed.iter().max_by_key(|(_, bytes)| bytes.len()).expect("an object").0;
        objects.join(largest)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        _ = self.program.kill();
        _ = self.program.wait();
    }
}

/// Gives the photograph a reading with a box for each word, as a machine that reads pictures does.
fn read_by_machine(env: &Env, photograph: &str) {
    let (archive, _) = open(&env.archive()).expect("an archive");
    let item = photograph.parse().expect("an id");
    let page = crate::readings::card("الفرع ٩٠١\nرقم ٢١٤٧ فحص ٣١٨");
    isnad_engine::bench::read_by_machine(&archive, item, 1, vec![page]).expect("read");
}

/// A folder of the demo's sources.
pub fn demo(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/sources").join(folder)
}

fn take_in(env: &Env, folder: &str, provenance: &[&str], code: i32) {
    let folder = demo(folder).display().to_string();
    env.run(&[&["intake", &folder][..], provenance].concat()).expect(code);
}
