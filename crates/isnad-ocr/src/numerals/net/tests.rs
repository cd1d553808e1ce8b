use super::*;

#[test]
fn the_own_weights_are_whole_and_say_what_they_are_sure_of() {
    let net = Net::own();
    let blank = Glyph { picture: [0.0; SIDE * SIDE], traits: [0.0; TRAITS] };
    let likely = net.likely(&blank);
    assert!((likely.iter().sum::<f32>() - 1.0).abs() < 1e-4);
    assert!(likely.iter().all(|one| (0.0..=1.0).contains(one)));
}

#[test]
fn weights_come_back_as_they_were_written() {
    let bytes = Net::own().write();
    assert_eq!(Net::read(&bytes).expect("weights").write(), bytes);
}

#[test]
fn weights_of_another_shape_are_none() {
    let bytes = Net::own().write();
    for cut in [0, 3, 4, 100, bytes.len() - 1] {
        assert!(Net::read(&bytes[..cut]).is_none(), "{cut}");
    }
    assert!(Net::read(&[&bytes[..], &[0]].concat()).is_none());
}

#[test]
fn every_class_has_a_place() {
    let numerals = (0..CLASSES).filter(|at| matches!(Class::of(*at), Class::Arabic(_) | Class::Latin(_)));
    assert_eq!(numerals.count(), 20);
    assert_eq!(Class::of(CLASSES - 1), Class::Broken);
}
