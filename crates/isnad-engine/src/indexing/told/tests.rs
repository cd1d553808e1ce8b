use super::*;

#[test]
fn words_of_people_makers_and_places_are_searched_and_settings_are_not() {
    let check = |name: &str, value: &str, expect: bool| {
        let metadatum = StoredMetadatum { name: name.to_owned(), value: value.to_owned() };
        assert_eq!(!searched(&[metadatum]).is_empty(), expect, "{name} = {value}");
    };
    check("pdf.Author", "مازن الحلبي", true);
    check("mail.Subject", "شهادة", true);
    check("exif.Model", "Canon EOS 450D", true);
    check("exif.GPSAreaInformation", "Douma", true);
    check("iptc.City", "دوما", true);
    check("docx.comment", "لا يُنشر", true);
    check("Title", "no standard", true);
    check("exif.ResolutionUnit", "inch", false);
    check("exif.BodySerialNumber", "0330112233", false);
    check("image.Width", "4000", false);
    check("media.Track", "video avc1", false);
    check("icc.Description", "sRGB", false);
    check("dcterms.created", "2012-09-14", false);
    check("pdf.Author", "", false);
}
