//! One file a command: look up, decide, do, answer.

mod backup;
mod demo;
mod doctor;
mod import;
mod init;
mod intake;
mod item;
mod meta;
mod ocr;
mod rebuild;
mod record;
mod schema;
mod search;
mod serve;
mod status;
mod verify;

use std::process::ExitCode;

use isnad_model::Problem;

use crate::{
    cli::{Call, Item, Record, Schema, Verb},
    exit,
    settings::Settings,
    ui::Ui,
};

/// What a command comes to: an exit code, or the problem that stopped it.
type Outcome = Result<u8, Problem>;

/// Does what was asked.
pub fn run(call: Call, settings: Settings) -> ExitCode {
    let ui = Ui::new(&call, settings);
    let outcome = match &call.verb {
        Verb::Init(args) => init::run(&ui, &call, args),
        Verb::Intake(args) => intake::run(&ui, &call, args),
        Verb::Ocr(args) => ocr::run(&ui, &call, args),
        Verb::Status(args) => status::run(&ui, &call, args.json),
        Verb::Search(args) => search::run(&ui, &call, args),
        Verb::Item(Item::Show(args)) => item::show(&ui, &call, args),
        Verb::Item(Item::Export(args)) => item::export(&ui, &call, args),
        Verb::Item(Item::Unlock(args)) => item::unlock(&ui, &call, args),
        Verb::Import(args) => import::run(&ui, &call, args),
        Verb::Record(Record::List(args)) => record::list(&ui, &call, args),
        Verb::Record(Record::Show(args)) => record::show(&ui, &call, args),
        Verb::Schema(Schema::List(args)) => schema::list(&ui, args.json),
        Verb::Schema(Schema::Check(args)) => schema::check(&ui, args),
        Verb::Schema(Schema::Adopt(args)) => schema::adopt(&ui, &call, args),
        Verb::Verify(args) => verify::run(&ui, &call, args),
        Verb::Rebuild(args) => rebuild::run(&ui, &call, args.json),
        Verb::Backup(args) => backup::backup(&ui, &call, args),
        Verb::Restore(args) => backup::restore(&ui, &call, args),
        Verb::Serve(args) => serve::run(&ui, &call.archive, args.listen),
        Verb::Demo(args) => demo::run(&ui, &call, args),
        Verb::Doctor(args) => doctor::run(&ui, &call, args.json),
        Verb::Completions(args) => meta::completions(args.shell),
        Verb::Man(args) => meta::man(&ui, &args.folder),
    };
    let code = outcome.unwrap_or_else(|problem| ui.fail(&problem));
    debug_assert!(code <= exit::LOCKED, "exit codes are a contract");
    ExitCode::from(code)
}
