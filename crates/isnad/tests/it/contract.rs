//! What scripts rely on: shapes of `--json`, exit codes, counts.

mod backup;
mod dry_run;
mod exit_codes;
mod import;
mod intake;
mod item;
mod mail;
mod record;
mod search;
mod trees;
mod unlock;
mod verify;
