//! Completions for shells, and man pages in the language of the caller.

use std::path::Path;

use clap::CommandFactory;
use isnad_model::Problem;

use super::Outcome;
use crate::{
    cli::{self, Call},
    exit,
    ui::Ui,
};

pub fn completions(shell: clap_complete::Shell) -> Outcome {
    clap_complete::generate(shell, &mut Call::command(), "isnad", &mut std::io::stdout());
    Ok(exit::OK)
}

pub fn man(ui: &Ui, folder: &Path) -> Outcome {
    let failed = |_| Problem::new("disk-error").text("file", folder.display().to_string());
    std::fs::create_dir_all(folder).map_err(failed)?;
    clap_mangen::generate_to(cli::command(ui.locale.lang), folder).map_err(failed)?;
    Ok(exit::OK)
}
