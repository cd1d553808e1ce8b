//! A real disk that is really full.

use isnad_testkit::{folder, skip, special::SmallDisk};

use super::scene::{INTAKE, Scene};
use crate::support::is_clean_failure;

#[test]
fn a_full_disk_is_said_and_room_lets_it_go_on() {
    let scene = Scene::set();
    let mount = scene.env.path("disk");
    let Some(disk) = SmallDisk::mount(&mount, 64 << 10) else {
        return skip(
            "a disk that is really full",
            "we may not mount one here; the fault library stands in for it",
        );
    };
    let archive = mount.join("archive");
    folder::copy(&scene.fresh("small"), &archive);
    // As much ballast as leaves room for the beginning only.
    disk.resize(600);
    let mut ballast = Vec::new();
    while std::fs::write(mount.join(format!("ballast-{}", ballast.len())), [7; 4096]).is_ok() {
        ballast.push(mount.join(format!("ballast-{}", ballast.len())));
    }
    for (room, page) in ballast.iter().enumerate() {
        let output = scene.env.run_on(&archive, &INTAKE);
        let after = format!("{room} pages of room");
        scene.nothing_is_lost(&archive, scene.acknowledged(), &after);
        if output.code == Some(4) {
            assert!(room > 0, "the disk was full at first");
            return scene.is_as_if_undisturbed(&archive, &output.last(), &after);
        }
        is_clean_failure(&output, &after);
        std::fs::remove_file(page).unwrap();
    }
    disk.resize(64 << 10);
    scene.goes_on_to_the_same_end(&archive, "a full disk");
}
