use std::path::PathBuf;

use super::manifest_of;

#[test]
fn a_crate_is_found_by_its_own_name() {
    let metadata = r#"{"packages":[{"name":"tree-view","manifest_path":"/r/tree-view-2.0.0/Cargo.toml"},
        {"name":"tree","manifest_path":"/r/tree-1.2.3/Cargo.toml"},{"manifest_path":"/here/Cargo.toml"}]}"#;
    let check = |name, expect: Option<&str>| {
        assert_eq!(manifest_of(metadata, name), expect.map(PathBuf::from), "{name}");
    };
    check("tree", Some("/r/tree-1.2.3/Cargo.toml"));
    check("tree-view", Some("/r/tree-view-2.0.0/Cargo.toml"));
    check("view", None);
    check("here", None);
}
