use super::Params;

#[test]
fn values_and_names() {
    let check = |field: &str, value: &str, name: &str, expect: Option<&str>| {
        let params = Params::parse(field);
        assert_eq!((params.value.as_str(), params.get(name)), (value, expect), "{field}");
    };
    check("text/plain", "text/plain", "charset", None);
    check("Text/Plain; Charset=UTF-8", "text/plain", "charset", Some("UTF-8"));
    check("text/plain; charset = \"utf-8\" ; format=flowed", "text/plain", "format", Some("flowed"));
    check("multipart/mixed; boundary=\"a;b(c)d\"", "multipart/mixed", "boundary", Some("a;b(c)d"));
    check("attachment (saved); filename=a.txt", "attachment", "filename", Some("a.txt"));
    check("attachment; filename=\"say \\\"no\\\".txt\"", "attachment", "filename", Some("say \"no\".txt"));
    check("attachment; filename=\"C:\\old\\new.txt\"", "attachment", "filename", Some("C:\\old\\new.txt"));
    check(
        "attachment; filename=\"=?utf-8?B?2LHYs9in2YTYqQ==?=.txt\"",
        "attachment",
        "filename",
        Some("رسالة.txt"),
    );
    check("attachment; filename=two words.txt", "attachment", "filename", Some("two words.txt"));
    check("; =; ;;", "", "x", None);
}

#[test]
fn names_cut_and_encoded() {
    let check = |field: &str, expect: &str| {
        assert_eq!(Params::parse(field).get("filename"), Some(expect), "{field}");
    };
    check("attachment; filename*=utf-8''%D8%B1%D8%B3.txt", "رس.txt");
    check("attachment; filename*=windows-1256'ar'%D1%D3.txt", "رس.txt");
    // The plain name is for old programs.
    check("attachment; filename=\"__.txt\"; filename*=utf-8''%D8%B1%D8%B3.txt", "رس.txt");
    check("attachment; filename*0=\"long\"; filename*1=\" name\"; filename*2=.txt", "long name.txt");
    // Segments come in any order, and a letter may be cut between two of them.
    check("attachment; filename*1*=%B1%D8%B3; filename*0*=utf-8''%D8; filename*2=.txt", "رس.txt");
    check("attachment; filename*0*=utf-8''a%; filename*1*=4", "a%4");
    check("attachment; filename*=no-quotes", "no-quotes");
}
