//! `isnad demo`: makes the demo archive from its sources, accounts for it, verifies it and serves it.

use std::path::{Path, PathBuf};

use isnad_access::Grant;
use isnad_engine::{Archive, IntakeRequest, Layout, NewArchive, Source, World, verify_folder};
use isnad_model::{Arg, Problem, Sensitive, Sensitivity, intake::Provenance};
use rand::{RngCore, rngs::OsRng};

use super::{Outcome, intake, serve, verify};
use crate::{
    cli::{Call, Demo},
    ui::Ui,
};

/// The name of the demo's keeper: synthetic, like everyone in it.
const KEEPER: &str = "ليلى";

pub fn run(ui: &Ui, call: &Call, args: &Demo) -> Outcome {
    let folder = match call.archive.as_path() {
        path if path == Path::new("archive") => PathBuf::from("demo-archive"),
        path => path.to_owned(),
    };
    let note = folder.with_extension("passphrase");
    let passphrase = if folder.join("isnad.toml").exists() {
        ui.say("cli-demo-there", &[("folder", Arg::Text(folder.display().to_string()))]);
        std::fs::read_to_string(&note).map_err(|_| Problem::new("passphrase-needed"))?
    } else {
        make(ui, &folder, &note, &args.sources)?
    };
    let secret = Sensitive::new(passphrase.clone());
    let report = verify_folder(&Layout::new(&folder), Some(("", &secret)), &|_, _| ())?;
    verify::print(ui, &report);
    let text = |name, value: &str| (name, Arg::Text(value.to_owned()));
    ui.say("cli-demo-sign-in", &[text("name", KEEPER), text("passphrase", &passphrase)]);
    if args.no_serve {
        return Ok(crate::exit::OK);
    }
    serve::run(ui, &folder, args.listen)
}

/// Makes the archive and gives its passphrase, which lies beside it: what is in a demo is no secret.
fn make(ui: &Ui, folder: &Path, note: &Path, sources: &Path) -> Result<String, Problem> {
    let missing = |path: &Path| Problem::new("file-missing").text("file", path.display().to_string());
    let list = sources.join("provenance.toml");
    let text = std::fs::read_to_string(&list).map_err(|_| missing(&list))?;
    let accessions = read_provenance(&text).ok_or_else(|| missing(&list))?;
    let passphrase = fresh_passphrase();
    let new = NewArchive {
        // Named in the language of what is in it.
        name: isnad_i18n::t(isnad_i18n::Lang::Ar, "cli-demo-name"),
        keeper: KEEPER.to_owned(),
        passphrase: Sensitive::new(passphrase.clone()),
    };
    let (archive, grant) = Archive::create(folder, new, World::real())?;
    write_private(note, &passphrase).map_err(|_| missing(note))?;
    for (inside, provenance) in accessions {
        take_in(ui, &archive, &grant, &sources.join("sources").join(inside), provenance)?;
    }
    Ok(passphrase)
}

fn take_in(
    ui: &Ui,
    archive: &Archive,
    grant: &Grant,
    path: &Path,
    provenance: Provenance,
) -> Result<(), Problem> {
    ui.result(&format!("— {}", path.file_name().unwrap_or_default().to_string_lossy()));
    let request = IntakeRequest { provenance, sources: vec![Source::Path(path.to_owned())] };
    let report = intake::take_in(ui, archive, grant, request)?;
    intake::print(ui, &report);
    archive.reported()?;
    Ok(())
}

fn read_provenance(text: &str) -> Option<Vec<(String, Provenance)>> {
    let table: isnad_schema::toml::Table = text.parse().ok()?;
    let accessions = table.get("accession")?.as_array()?;
    let read = accessions.iter().map(|accession| {
        let field = |name: &str| accession.get(name).and_then(|v| v.as_str()).unwrap_or_default().to_owned();
        let provenance = Provenance {
            from_whom: field("from_whom"),
            when: field("when"),
            where_: field("where"),
            how: field("how"),
            authority: field("authority"),
            notes: field("notes"),
            sensitivity: Sensitivity::from_code(&field("sensitivity")).unwrap_or_default(),
        };
        (field("folder"), provenance)
    });
    Some(read.collect())
}

/// Sixteen letters and digits that cannot be confused, in groups of four: 80 bits.
fn fresh_passphrase() -> String {
    let mut id = [0; 10];
    OsRng.fill_bytes(&mut id);
    let printed = isnad_model::ItemId(id).to_string().to_lowercase();
    let letters: Vec<char> = printed.chars().skip(2).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    let mut file =
        std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())
}
