//! The power goes, the disk fails: nothing acknowledged is lost, and the same command goes on.

mod backups;
mod beginning;
mod faults;
mod kills;
mod scene;
mod whole_disk;
