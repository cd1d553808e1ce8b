use super::*;

#[test]
fn an_id_reads_back_as_itself() {
    for seed in 0..=255u8 {
        let id = ItemId([seed, 255 - seed, 7, seed ^ 0x5a, 0, 255, seed, 1, 2, seed]);
        assert_eq!(id.to_string().parse::<ItemId>(), Ok(id));
        assert_eq!(id.to_string().to_lowercase().replace("i-", "I-").parse::<ItemId>(), Ok(id));
    }
}

#[test]
fn an_id_of_another_kind_is_refused() {
    let id = ItemId([9; ID_BYTES]).to_string();
    assert!(id.parse::<AccessionId>().is_err());
    for bad in ["", "I-", "I-000", "I-000000000000000U", "I-00000000000000000", "0000000000000000"] {
        assert!(bad.parse::<ItemId>().is_err(), "{bad}");
    }
}
