use isnad_access::{Grant, Role};
use isnad_model::{PrincipalId, Sensitivity, intake::Provenance};

use super::Drafts;

fn typed() -> Provenance {
    Provenance {
        from_whom: "سامي".to_owned(),
        notes: "سطر\nوسطر\u{1F}".to_owned(),
        sensitivity: Sensitivity::Sealed,
        ..Provenance::default()
    }
}

#[test]
fn a_draft_comes_back_to_whoever_typed_it_and_to_nobody_else() {
    let (drafts, [a, b]) = (Drafts::new(), [1, 2].map(|n| Grant::new(PrincipalId([n; 10]), Role::Keeper)));
    let kept = drafts.keep(&drafts.owner(&a), &typed()).unwrap();
    assert_eq!(drafts.give_back(&kept, &a), Some(typed()));
    assert_eq!(drafts.give_back(&kept, &b), None, "somebody else");
    assert_eq!(Drafts::new().give_back(&kept, &a), None, "another run of the program");
    for cut in [0, 1, 2, 40, kept.len() - 2] {
        assert_eq!(drafts.give_back(&kept[..cut], &a), None, "cut at {cut}");
    }
}

#[test]
fn what_is_sealed_cannot_be_read() {
    let (drafts, grant) = (Drafts::new(), Grant::new(PrincipalId([1; 10]), Role::Keeper));
    let kept = drafts.keep(&drafts.owner(&grant), &typed()).unwrap();
    assert!(kept.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert!(!kept.contains(&isnad_crypto::hash::hex("سامي".as_bytes())));
}

#[test]
fn only_a_form_of_ours_and_with_something_in_it_makes_a_draft() {
    let (drafts, grant) = (Drafts::new(), Grant::new(PrincipalId([1; 10]), Role::Keeper));
    for owner in ["", "zz", "00", &Drafts::new().owner(&grant)] {
        assert_eq!(drafts.keep(owner, &typed()), None, "{owner:?}");
    }
    let empty = Provenance { sensitivity: Sensitivity::Public, ..Provenance::default() };
    assert_eq!(drafts.keep(&drafts.owner(&grant), &empty), None);
}
