use super::*;
use isnad_access::Role;
use isnad_crypto::passphrase::Cost;
use isnad_engine::{NewArchive, World};
use isnad_model::{PrincipalId, Sensitive};

#[test]
fn a_pace_is_told_once_it_has_settled() {
    let check = |n_done, n_pages, seconds, expect: Option<(u64, u64)>| {
        let progress = Progress { n_done, n_pages, n_failed: 0 };
        let pace = pace(progress, Duration::from_secs(seconds));
        assert_eq!(pace.map(|pace| (pace.per_hour, pace.seconds_left)), expect, "{n_done} in {seconds} s");
    };
    check(0, 10, 60, None);
    check(1, 10, 3, None);
    check(1, 10, 4, Some((900, 36)));
    check(10, 10, 100, Some((360, 0)));
    check(1, 500, 7200, Some((1, 7200 * 499)));
    check(12, 10, 60, Some((720, 0)));
}

/// An archive without pages, and orders for it by a keeper and by a member, who may not know of each other's.
struct Orders {
    _folder: tempfile::TempDir,
    archive: Arc<Archive>,
}

impl Orders {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let new = NewArchive {
            name: String::new(),
            keeper: "ليلى".to_owned(),
            passphrase: Sensitive::new("خمس كلمات عشوائية تكفي هنا".to_owned()),
        };
        let world = World { reader: None, cost: Cost::TEST, ..World::real() };
        let (archive, _) = Archive::create(&folder.path().join("archive"), new, world).expect("an archive");
        Self { _folder: folder, archive: Arc::new(archive) }
    }

    fn order(&self, role: Role) -> Order {
        Order { archive: self.archive.clone(), grant: grant(role), request: PicturesRequest::default() }
    }
}

fn grant(role: Role) -> Grant {
    Grant::new(PrincipalId([1; 10]), role)
}

/// The role of whoever's order comes next.
fn next(pictures: &Pictures) -> Option<Role> {
    pictures.next(&clock(), Report::default()).map(|order| order.grant.role())
}

fn clock() -> Clock {
    Clock::new(|| Duration::ZERO)
}

fn later(pictures: &Pictures, role: Role) -> Option<u64> {
    match pictures.stand(&grant(role), &clock()) {
        Stand::Running(far) => Some(far.n_later),
        _ => None,
    }
}

#[test]
fn a_stop_ends_what_its_asker_may_know_of_and_nothing_asked_for_since() {
    let (orders, pictures) = (Orders::new(), Pictures::default());
    assert!(pictures.ask(orders.order(Role::Member)), "the first one begins a run");
    assert!(!pictures.ask(orders.order(Role::Keeper)));
    assert!(!pictures.ask(orders.order(Role::Member)));
    assert_eq!(next(&pictures), Some(Role::Member));
    assert_eq!((later(&pictures, Role::Keeper), later(&pictures, Role::Member)), (Some(2), Some(1)));

    pictures.stop_for(&grant(Role::Member));
    assert!(pictures.stop.load(Ordering::Relaxed), "the pages at hand are the last");
    assert!(!pictures.ask(orders.order(Role::Member)), "asked for after the stop");
    assert_eq!(next(&pictures), Some(Role::Keeper), "was not theirs to stop");
    assert_eq!(next(&pictures), Some(Role::Member));
    assert_eq!(next(&pictures), None);
    assert!(pictures.ask(orders.order(Role::Member)), "and the next one begins a run");
    pictures.stop();
    assert_eq!(next(&pictures), None);
}

#[test]
fn when_the_program_ends_no_run_begins() {
    let (orders, pictures) = (Orders::new(), Pictures::default());
    assert!(pictures.ask(orders.order(Role::Keeper)));
    pictures.close();
    assert!(!pictures.ask(orders.order(Role::Keeper)));
    assert_eq!(next(&pictures), None);
    assert!(!pictures.ask(orders.order(Role::Keeper)), "nor after the last one ended");
}
