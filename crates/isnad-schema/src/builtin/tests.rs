use super::*;

#[test]
fn every_file_of_the_schema_is_embedded_and_without_fault() {
    let faults = Schema::default().overlaid(&files()).err().unwrap_or_default();
    assert_eq!(faults, [], "{faults:#?}");
    for (folder, embedded) in [("kinds", KINDS), ("vocabularies", VOCABULARIES)] {
        let path = format!("{}/../../schema/{folder}", env!("CARGO_MANIFEST_DIR"));
        let mut there: Vec<String> = std::fs::read_dir(path)
            .expect("a folder")
            .map(|entry| format!("{folder}/{}", entry.expect("an entry").file_name().to_string_lossy()))
            .collect();
        there.sort();
        let embedded: Vec<&str> = embedded.iter().map(|(name, _)| *name).collect();
        assert_eq!(embedded, there, "files of schema/{folder}, in order");
    }
}

#[test]
fn every_record_can_be_named() {
    for kind in Schema::builtin().kinds().filter(|kind| !["record", "claim"].contains(&kind.id.as_str())) {
        assert!(!kind.title.is_empty(), "{}", kind.id);
        assert!(!kind.properties.is_empty(), "{}", kind.id);
    }
}
