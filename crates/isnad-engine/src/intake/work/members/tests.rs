use super::unsqueezed;

#[test]
fn the_file_within_has_the_name_without_the_last_ending() {
    let check =
        |path: &str, expect: &str| assert_eq!(unsqueezed(path.as_bytes()), expect.as_bytes(), "{path}");
    check("in/تقرير.txt.gz", "تقرير.txt");
    check("in/a.TAR.XZ", "a.TAR");
    check("in/box.zip!/disk.tgz", "disk.tar");
    check("in/photo.jpg", "content");
    check("in/.gz", "content");
    check("gz", "content");
}
