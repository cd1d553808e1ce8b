use super::*;

#[test]
fn halves_become_letters_and_lonely_ones_are_seen() {
    let check = |units: &[u16], expect: &str| {
        let mut all = Units::default();
        let letters: String = units.iter().map(|unit| all.push(*unit)).collect();
        assert_eq!(letters + all.end().unwrap_or_default(), expect);
    };
    check(&[0x0639, 0x0644], "عل");
    check(&[0xD83D, 0xDD4A], "🕊");
    check(&[0xD83D, 0x0639], "�ع");
    check(&[0xD83D, 0xD83D, 0xDD4A], "�🕊");
    check(&[0xDD4A, 0x0639], "�ع");
    check(&[0x0639, 0xD83D], "ع�");
}
