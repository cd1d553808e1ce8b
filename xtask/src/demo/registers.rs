//! Two registers of invented people: a death list as an office would write it, and what families report.
//!
//! 260 of the 800 missing persons are also on the death list, under another spelling, often with another year or
//! town: finding them is the work that the archive is for. Every line says that the person is invented.

use super::Made;
use super::chance::Chance;
use super::digits::Script;
use super::documents::{csv, csv_with_bom, windows_1256};
use super::people::{Person, invent, spelled};

const ON_DEATH_LIST: usize = 1_200;
const ON_FAMILIES_LIST: usize = 800;
/// How many of the families' missing are on the death list too.
const ON_BOTH: usize = 260;

const INVENTED: &str = "شخص مختلق";

/// The two registers.
pub fn make() -> Result<Vec<Made>, String> {
    let mut chance = Chance::new(20_180_910);
    let dead: Vec<Person> = (0..ON_DEATH_LIST).map(|_| invent(&mut chance)).collect();
    let missing = missing(&dead, &mut chance);
    let families = csv(&families_list(&missing, &mut chance));
    Ok(vec![
        Made::new("07-registers/قائمة-الوفيات.csv", csv_with_bom(&death_list(&dead, &mut chance))),
        Made::new("07-registers/families-list.csv", windows_1256(&families)?),
    ])
}

/// Every n-th of the dead is looked for by a family; between them, those of whom no list says anything.
fn missing(dead: &[Person], chance: &mut Chance) -> Vec<Person> {
    (0..ON_FAMILIES_LIST)
        .map(|place| {
            let before = place * ON_BOTH / ON_FAMILIES_LIST;
            let listed = (place + 1) * ON_BOTH / ON_FAMILIES_LIST > before;
            if listed { dead[before * 4 + chance.below(4)].clone() } else { invent(chance) }
        })
        .collect()
}

fn death_list(dead: &[Person], chance: &mut Chance) -> Vec<Vec<String>> {
    let header = [
        "رقم",
        "الاسم",
        "اسم الأب",
        "اسم الجد",
        "اسم الأم",
        "الكنية",
        "مكان الولادة",
        "سنة الولادة",
        "تاريخ الوفاة كما ورد",
        "مكان الوفاة كما ورد",
        "السبب كما ورد",
        "ملاحظة",
    ];
    let mut rows = vec![header.map(String::from).to_vec()];
    for (place, person) in dead.iter().enumerate() {
        rows.push(vec![
            (place + 1).to_string(),
            spelled(person.given, chance),
            spelled(person.father, chance),
            spelled(person.grandfather, chance),
            spelled(person.mother, chance),
            spelled(person.family, chance),
            spelled(person.birthplace.1, chance),
            person.birth_year.to_string(),
            date_as_written(chance),
            chance.pick_common(&["دمشق", "غير مذكور", "مشفى عسكري", "دمشق - مشفى"]).into(),
            chance.pick_common(&CAUSES).into(),
            INVENTED.into(),
        ]);
    }
    rows
}

fn families_list(missing: &[Person], chance: &mut Chance) -> Vec<Vec<String>> {
    let header = [
        "رقم",
        "الاسم الكامل",
        "اسم الأم",
        "المحافظة",
        "مكان الولادة",
        "سنة الولادة",
        "تاريخ الغياب",
        "من أبلغ",
        "حالة البحث",
        "ملاحظة",
    ];
    let mut rows = vec![header.map(String::from).to_vec()];
    for (place, person) in missing.iter().enumerate() {
        let (governorate, town) = person.birthplace;
        rows.push(vec![
            format!("ع-{}", place + 1),
            full_name(person, chance),
            spelled(person.mother, chance),
            governorate.into(),
            if chance.in_hundred(20) { String::new() } else { spelled(town, chance) },
            remembered_year(person.birth_year, chance).to_string(),
            format!("{}-{:02}", 2011 + chance.below(4), 1 + chance.below(12)),
            chance.pick_common(&["الأم", "الأب", "الأخت", "الزوجة", "الأخ", "ابنة العم"]).into(),
            chance
                .pick_common(&["مفتوح", "مفتوح - وردت شهادة وفاة", "بانتظار صورة", "احتمال - قيد المراجعة"])
                .into(),
            INVENTED.into(),
        ]);
    }
    rows
}

/// Three or four names in a row: the grandfather is often left out.
fn full_name(person: &Person, chance: &mut Chance) -> String {
    let mut names = vec![spelled(person.given, chance), spelled(person.father, chance)];
    if chance.in_hundred(40) {
        names.push(spelled(person.grandfather, chance));
    }
    names.push(spelled(person.family, chance));
    names.join(" ")
}

/// Families remember a year or two beside the papers.
fn remembered_year(year: usize, chance: &mut Chance) -> usize {
    if chance.in_hundred(25) { year - 2 + chance.below(5) } else { year }
}

/// The same kind of date in the five ways in which registry clerks write it.
fn date_as_written(chance: &mut Chance) -> String {
    let (year, month, day) = (2012 + chance.below(4), 1 + chance.below(12), 1 + chance.below(28));
    match chance.below(6) {
        0 => format!("{day}/{month}/{year}"),
        1 => {
            let digits = |number: usize| Script::ArabicIndic.text(number as u32);
            format!("{}/{}/{}", digits(day), digits(month), digits(year))
        }
        2 => format!("{day} {} {year}", MONTHS[month - 1]),
        3 => format!("{} {year}", MONTHS[month - 1]),
        4 => year.to_string(),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}

/// What such papers say: two words, for everybody.
const CAUSES: [&str; 5] = ["توقف القلب", "أزمة قلبية", "غير مذكور", "احتشاء عضلة القلب", "جلطة"];

const MONTHS: [&str; 12] = [
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيو",
    "تموز/يوليو",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
];
