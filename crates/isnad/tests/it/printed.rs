//! An Arabic page that a real browser prints as PDF, read by the real program: text, order, numbers, places.

use std::process::Command;

use isnad_access::release;
use isnad_model::{reading::Area, search::Query};
use isnad_testkit::{Env, has_program, skip};

use crate::support::{archive, open};

/// Where a word stands in the middle of the page's width, and the text of the whole page.
struct Printed {
    text: String,
    words: Vec<(String, Area)>,
}

const PAGE: &str = r#"<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>t</title><style>
@page { size: A4; margin: 20mm } body { margin: 0; font: 13pt/1.8 'Noto Naskh Arabic', 'Amiri', sans-serif }
.columns { columns: 2; column-gap: 12mm } p { margin: 0 0 4mm } table { border-collapse: collapse; width: 100% }
td { border: 1px solid; padding: 1mm 2mm }</style>
<p>كتب المحقق في ١٢ أيلول ٢٠١٨ أن الملف رقم 814 وصل إلى باريس، وفيه 2.118 صورة.</p>
<div class="columns"><p>في العمود الأول وصلت الرسالة الأولى من دمشق ثم وصلت الرسالة الثانية من حلب وفي كل
واحدة منها أسماء وأرقام كتبها الكاتب بيده قبل أن يغلق الدفتر ويعود إلى بيته آخر النهار وكان عددها ٣٤٥ ورقة.</p>
<p>وفي العمود التالي كتبت العائلات ما تعرفه عن الغائبين وسألت عن القرار 2254 الصادر عن المجلس ثم انتظرت جواباً
لم يصل حتى اليوم الأخير من السنة وكان الجواب في النهاية كلمة واحدة لا أكثر ولا أقل.</p></div>
<table><tr><td>الرقم</td><td>الاسم</td><td>البطاقة</td></tr>
<tr><td>١</td><td>آمنة الزيتوني</td><td>9017-2213</td></tr>
<tr><td>٢</td><td>أُسامة القمري</td><td>9011-0045</td></tr></table>"#;

fn print(env: &Env) {
    let page = env.write("page.html", PAGE);
    let printed = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
        .arg(format!("--print-to-pdf={}", env.path("in.pdf").display()))
        .arg(page)
        .env("HOME", env.path("profile"))
        .output()
        .expect("chromium runs");
    assert!(env.path("in.pdf").exists(), "{}", String::from_utf8_lossy(&printed.stderr));
}

fn read(env: &Env) -> Printed {
    env.run(&["intake", "in.pdf"]).expect(0);
    let (archive, grant) = open(&env.archive()).expect("it opens");
    let item = archive.search(&grant, &Query::default()).expect("a list").hits[0].item;
    let page = archive.page(item, 1).expect("a page");
    let page = page.and_then(|page| release(page, &grant)).expect("open to us");
    let best = &page.readings[page.best];
    let words = best.words.iter().map(|word| (word.text.clone(), word.area)).collect();
    Printed { text: best.text.clone(), words }
}

#[test]
fn a_printed_page_is_read_word_for_word() {
    if !has_program("chromium") {
        return skip("a page that a browser prints", "chromium is not installed");
    }
    let env = archive();
    print(&env);
    let Printed { text, words } = read(&env);
    // The lines break where the browser breaks them, and nothing else differs.
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let body = PAGE.split_once("</style>").expect("a body").1;
    let body = body.replace("</p>", " ").replace("</td>", " ");
    let plain: String =
        body.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    let expect = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(joined, expect);
    // The rows of the table are lines with tabs.
    assert!(
        text.contains("الرقم\tالاسم\tالبطاقة\n١\tآمنة الزيتوني\t9017-2213\n٢\tأُسامة القمري\t9011-0045\n"),
        "{text}"
    );

    let area = |word: &str| {
        let found: Vec<Area> = words.iter().filter(|(text, _)| text == word).map(|(_, area)| *area).collect();
        assert_eq!(found.len(), 1, "{word} stands once in {text}");
        found[0]
    };
    let middle = |word: &str| i32::from(area(word).left) + i32::from(area(word).width) / 2;
    // Numbers of the first column stand on the right half, of the second on the left.
    assert!(middle("٣٤٥") > 5_000 && middle("2254") < 5_000);
    // The first line runs from the right, and its European number within it.
    assert!(middle("المحقق") > middle("814") && middle("814") > middle("باريس،"));
    assert_eq!(area("المحقق").top, area("814").top);
    // Cells of a row stand beside each other, from the right, and rows below each other.
    assert!(middle("١") > middle("آمنة") && middle("آمنة") > middle("9017-2213"));
    assert!(area("9011-0045").top > area("9017-2213").top);
    assert!(words.iter().all(|(_, area)| area.width > 0 && area.height > 0), "every word has its place");
    assert_eq!(words.len(), expect.split(' ').count(), "and every word is one");
}
