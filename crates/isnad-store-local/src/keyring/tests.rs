use rand::SeedableRng;

use super::*;

fn made() -> (tempfile::TempDir, Layout) {
    let folder = tempfile::tempdir().expect("a folder");
    let layout = Layout::new(folder.path());
    let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(7);
    let mut keyring = Keyring::create(&layout, Cost::TEST, &mut rng).expect("makes");
    keyring.add_slot("", "كلمة مرور", [1; 10]).expect("adds");
    keyring.add_slot("ليلى", "كلمة مرور", [1; 10]).expect("adds");
    keyring.add_slot("سامر", "أخرى", [2; 10]).expect("adds");
    keyring.put_act(0, "AGE-SECRET-KEY-TEST").expect("puts");
    keyring.put_head(3).expect("puts");
    (folder, layout)
}

#[test]
fn each_principal_opens_with_name_and_passphrase_and_nobody_else_does() {
    let (_folder, layout) = made();
    let table = [
        ("", "كلمة مرور", Some([1; 10])),
        ("ليلى", "كلمة مرور", Some([1; 10])),
        ("سامر", "أخرى", Some([2; 10])),
        ("سامر", "كلمة مرور", None),
        ("ليلى", "أخرى", None),
        ("", "", None),
    ];
    for (name, passphrase, expect) in table {
        let opened = Keyring::open(&layout, name, passphrase, false).ok().map(|(_, principal)| principal);
        assert_eq!(opened, expect, "{name}/{passphrase}");
    }
}

#[test]
fn keys_come_back_and_a_torn_record_is_cut_off() {
    let (_folder, layout) = made();
    let path = layout.keyring().join("keys");
    let whole = durable::read(&path).expect("reads");
    std::fs::write(&path, [whole.as_slice(), b"ISN1\0\0"].concat()).expect("writes");
    let (keyring, _) = Keyring::open(&layout, "", "كلمة مرور", true).expect("opens");
    assert_eq!(keyring.torn_bytes(), 6);
    assert_eq!(keyring.act(0), Some(Ok("AGE-SECRET-KEY-TEST".into())));
    assert_eq!((keyring.act(1), keyring.acknowledged()), (None, 3));
    assert!(keyring.slots_hold().expect("reads"));
    assert_eq!(durable::read(&path).expect("reads"), whole);
}

#[test]
fn every_changed_byte_is_noticed() {
    let (_folder, layout) = made();
    for name in ["slots", "keys"] {
        let path = layout.keyring().join(name);
        let whole = durable::read(&path).expect("reads");
        for place in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[place] ^= 1;
            std::fs::write(&path, &bytes).expect("writes");
            let noticed = match Keyring::open(&layout, "", "كلمة مرور", false) {
                Err(_) => true,
                Ok((keyring, _)) => !keyring.slots_hold().expect("reads") || keyring.torn_bytes() > 0,
            };
            assert!(noticed, "{name}, byte {place}");
        }
        std::fs::write(&path, &whole).expect("writes");
    }
}

#[test]
fn no_secret_prints() {
    let (_folder, layout) = made();
    let (keyring, _) = Keyring::open(&layout, "", "كلمة مرور", false).expect("opens");
    assert_eq!(format!("{keyring:?}"), "Keyring");
}
