//! What may be typed. The words of the help are in `locales/*/cli.ftl`, keyed by command and argument.

use std::{path::PathBuf, process::ExitCode};

use clap::{ArgMatches, Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use isnad_i18n::{Lang, Locale, Medium, lookup};

use crate::{exit, settings::Settings};

#[derive(Parser, Debug)]
#[command(name = "isnad", version, disable_help_subcommand = true)]
pub struct Call {
    #[arg(short = 'C', long = "archive", global = true, value_name = "DIR", default_value = "archive")]
    pub archive: PathBuf,
    #[arg(long, global = true, value_name = "ar|en|fr")]
    pub lang: Option<String>,
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub name: Option<String>,
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Subcommand, Debug)]
pub enum Verb {
    Init(Init),
    Intake(Intake),
    Ocr(Ocr),
    Status(Json),
    Search(Search),
    #[command(subcommand)]
    Item(Item),
    Import(Import),
    #[command(subcommand)]
    Record(Record),
    #[command(subcommand)]
    Schema(Schema),
    Verify(Verify),
    Rebuild(Rebuild),
    Backup(Backup),
    Restore(Restore),
    Serve(Serve),
    Demo(Demo),
    Doctor(Json),
    Completions(Completions),
    Man(Man),
}

#[derive(Args, Debug)]
pub struct Json {
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Init {
    #[arg(long, default_value = "")]
    pub name: String,
    #[arg(long, default_value = "keeper")]
    pub keeper: String,
    #[arg(long, hide = true)]
    pub weak_passphrase_cost: bool,
}

#[derive(Args, Debug)]
pub struct Intake {
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub provenance: ProvenanceArgs,
    #[arg(long)]
    pub ocr: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Ocr {
    #[arg(value_name = "ITEM")]
    pub items: Vec<String>,
    #[arg(long)]
    pub accession: Option<String>,
    #[arg(long)]
    pub again: bool,
    #[arg(long)]
    pub limit: Option<u64>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug, Default)]
pub struct ProvenanceArgs {
    #[arg(long, default_value = "")]
    pub from: String,
    #[arg(long, default_value = "")]
    pub when: String,
    #[arg(long = "where", default_value = "")]
    pub where_: String,
    #[arg(long, default_value = "")]
    pub how: String,
    #[arg(long, default_value = "")]
    pub authority: String,
    #[arg(long, default_value = "")]
    pub notes: String,
    #[arg(long, default_value = "restricted", value_parser = ["public", "internal", "restricted", "sealed"])]
    pub sensitivity: String,
}

#[derive(Args, Debug)]
pub struct Search {
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    #[arg(long)]
    pub any: bool,
    #[arg(long)]
    pub limit: Option<usize>,
    #[arg(long, value_parser = ["document", "text", "table", "mail", "image", "audio", "video", "container", "other", "record"])]
    pub kind: Option<String>,
    #[arg(long)]
    pub accession: Option<String>,
    #[arg(long)]
    pub media_type: Option<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Subcommand, Debug)]
pub enum Item {
    Show(ItemShow),
    Export(ItemExport),
    Unlock(ItemUnlock),
}

#[derive(Args, Debug)]
pub struct ItemUnlock {
    pub id: String,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct ItemShow {
    pub id: String,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct ItemExport {
    pub id: String,
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub output: PathBuf,
}

#[derive(Args, Debug)]
pub struct Import {
    #[arg(value_name = "ITEM")]
    pub item: String,
    #[arg(long, value_name = "FILE", required_unless_present = "propose")]
    pub map: Option<PathBuf>,
    #[arg(long, value_name = "KIND", conflicts_with = "map")]
    pub propose: Option<String>,
    #[arg(long)]
    pub encoding: Option<String>,
    #[arg(long)]
    pub delimiter: Option<char>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Subcommand, Debug)]
pub enum Record {
    List(RecordList),
    Show(RecordShow),
}

#[derive(Args, Debug)]
pub struct RecordList {
    #[arg(long)]
    pub kind: Option<String>,
    #[arg(long)]
    pub limit: Option<u64>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct RecordShow {
    pub id: String,
    #[arg(long)]
    pub json: bool,
}

#[derive(Subcommand, Debug)]
pub enum Schema {
    List(Json),
    Check(SchemaFolder),
    Adopt(SchemaFolder),
}

#[derive(Args, Debug)]
pub struct SchemaFolder {
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

#[derive(Args, Debug)]
pub struct Verify {
    #[arg(long)]
    pub seals_only: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Rebuild {
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Backup {
    #[arg(value_name = "DIR")]
    pub to: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub keyring: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Restore {
    #[arg(value_name = "DIR")]
    pub from: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub keyring: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Serve {
    #[arg(long, default_value = "127.0.0.1:7080", value_name = "ADDRESS")]
    pub listen: std::net::SocketAddr,
}

#[derive(Args, Debug)]
pub struct Demo {
    #[arg(long, default_value = "demo", value_name = "DIR")]
    pub sources: PathBuf,
    #[arg(long, default_value = "127.0.0.1:7080", value_name = "ADDRESS")]
    pub listen: std::net::SocketAddr,
    #[arg(long)]
    pub no_serve: bool,
}

#[derive(Args, Debug)]
pub struct Completions {
    pub shell: clap_complete::Shell,
}

#[derive(Args, Debug)]
pub struct Man {
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// Parses the arguments, or prints help or what is wrong with them and gives the exit code.
pub fn parse(settings: &Settings) -> Result<Call, ExitCode> {
    let lang = chosen_language().unwrap_or(settings.lang);
    let matches = command(lang).try_get_matches().map_err(|error| {
        // The library prints in its own words; a reader who closed the pipe wants no more of them.
        let _closed = error.print();
        ExitCode::from(if error.use_stderr() { exit::USAGE } else { exit::OK })
    })?;
    from_matches(&matches)
}

fn from_matches(matches: &ArgMatches) -> Result<Call, ExitCode> {
    Call::from_arg_matches(matches).map_err(|error| {
        let _closed = error.print();
        ExitCode::from(exit::USAGE)
    })
}

/// The language asked for, before anything is parsed: the help must already speak it.
fn chosen_language() -> Option<Lang> {
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            return arguments.next().as_deref().and_then(Lang::from_code);
        }
        if let Some(code) = argument.strip_prefix("--lang=") {
            return Lang::from_code(code);
        }
    }
    None
}

/// The whole command with its help in a language.
pub fn command(lang: Lang) -> Command {
    let locale = Locale { medium: Medium::Plain, ..Locale::from(lang) };
    describe(Call::command(), "cli", locale)
}

/// Gives a command, its arguments and its subcommands their words.
fn describe(command: Command, key: &str, locale: Locale) -> Command {
    let words = |key: &str| lookup(locale, key, &[]);
    let mut command = match words(&format!("{key}-about")) {
        Some(about) => command.about(about),
        None => command,
    };
    let ids: Vec<String> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    for id in ids {
        let name = id.trim_end_matches('_').replace('_', "-");
        if let Some(help) = words(&format!("{key}-arg-{name}")).or_else(|| words(&format!("cli-arg-{name}")))
        {
            command = command.mut_arg(id, |argument| argument.help(help));
        }
    }
    let verbs: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    for verb in verbs {
        command = command.mut_subcommand(&verb, |inner| describe(inner, &format!("{key}-{verb}"), locale));
    }
    command
}

#[cfg(test)]
mod tests;
