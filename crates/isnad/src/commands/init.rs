//! `isnad init`: makes an archive.

use isnad_crypto::passphrase::Cost;
use isnad_engine::{Archive, NewArchive, World};
use isnad_model::Arg;

use super::Outcome;
use crate::{
    cli::{Call, Init},
    exit,
    ui::Ui,
};

pub fn run(ui: &Ui, call: &Call, args: &Init) -> Outcome {
    let passphrase = ui.passphrase()?;
    let new = NewArchive { name: args.name.clone(), keeper: args.keeper.clone(), passphrase };
    let mut world = World::real();
    if args.weak_passphrase_cost {
        ui.say("cli-init-weak", &[]);
        world.cost = Cost::TEST;
    }
    if Archive::is_begun_in(&call.archive)? {
        ui.say("cli-unfinished-cleared", &[("folder", Arg::Text(call.archive.display().to_string()))]);
    }
    let (archive, _) = Archive::create(&call.archive, new, world)?;
    let origin = archive.status()?.origin;
    let folder = call.archive.display().to_string();
    ui.say("cli-init-done", &[("folder", Arg::Text(folder)), ("origin", Arg::Text(origin))]);
    ui.say("cli-init-next", &[("keeper", Arg::Text(args.keeper.clone()))]);
    Ok(exit::OK)
}
