//! Invented people. Given names are common ones; family names are plants, so that no full name is meant to be,
//! or is likely to be, that of someone who died.

use super::chance::Chance;

/// One invented person, as somebody careful would write them.
#[derive(Clone)]
pub struct Person {
    pub given: &'static str,
    pub father: &'static str,
    pub grandfather: &'static str,
    pub mother: &'static str,
    pub family: &'static str,
    /// Governorate and town.
    pub birthplace: (&'static str, &'static str),
    pub birth_year: usize,
}

/// Invents a person.
pub fn invent(chance: &mut Chance) -> Person {
    let woman = chance.in_hundred(11);
    Person {
        given: chance.pick_common(if woman { WOMEN } else { MEN }),
        father: chance.pick_common(MEN),
        grandfather: chance.pick_common(MEN),
        mother: chance.pick_common(WOMEN),
        family: chance.pick(FAMILIES),
        birthplace: TOWNS[chance.below(TOWNS.len())],
        birth_year: 1945 + chance.below(26) + chance.below(27),
    }
}

/// A name as a hurried hand writes it: hamza dropped, ة as ه, ى as ي, عبد joined, a stretched letter.
pub fn spelled(name: &str, chance: &mut Chance) -> String {
    let mut out = name.to_owned();
    if chance.in_hundred(35) {
        out = out.replace(['أ', 'إ', 'آ'], "ا");
    }
    if chance.in_hundred(15) {
        out = with_last(&out, 'ة', 'ه');
    }
    if chance.in_hundred(15) {
        out = with_last(&out, 'ى', 'ي');
    }
    if chance.in_hundred(35) {
        out = out.replace("عبد ال", "عبدال");
    }
    if chance.in_hundred(10) {
        // A stretched letter is put where two letters join; after ا د ذ ر ز و nothing joins.
        out = out.replacen("حم", "حمـ", 1);
    }
    out
}

fn with_last(name: &str, from: char, to: char) -> String {
    match name.strip_suffix(from) {
        Some(stem) => format!("{stem}{to}"),
        None => name.to_owned(),
    }
}

/// Common ones first: they are picked more often.
const MEN: &[&str] = &[
    "محمد",
    "أحمد",
    "محمود",
    "خالد",
    "علي",
    "حسين",
    "حسن",
    "مصطفى",
    "إبراهيم",
    "عمر",
    "يوسف",
    "عبد الله",
    "عبد الرحمن",
    "إسماعيل",
    "عبد القادر",
    "ياسر",
    "عبد الكريم",
    "سامر",
    "وليد",
    "أيمن",
    "مازن",
    "باسل",
    "أنس",
    "حمزة",
    "طارق",
    "فراس",
    "عماد",
    "زياد",
    "عدنان",
    "موسى",
    "عيسى",
    "يحيى",
    "زكريا",
    "نبيل",
    "هيثم",
    "رامي",
    "عبد العزيز",
    "عبد الرزاق",
    "عبد الحميد",
    "صالح",
    "سعيد",
    "أسامة",
    "معاذ",
    "مهند",
    "نزار",
    "غسان",
    "وائل",
    "جمال",
    "كمال",
    "هشام",
    "رضوان",
    "لؤي",
    "مأمون",
    "فؤاد",
    "أكرم",
    "أدهم",
    "إياد",
    "آدم",
    "مروان",
    "طلال",
    "عبد السلام",
    "نور الدين",
    "صلاح الدين",
    "عز الدين",
    "سليمان",
    "أمجد",
];

const WOMEN: &[&str] = &[
    "فاطمة",
    "مريم",
    "خديجة",
    "عائشة",
    "زينب",
    "آمنة",
    "هدى",
    "سعاد",
    "أمل",
    "إيمان",
    "سلمى",
    "ليلى",
    "منى",
    "نجاح",
    "وفاء",
    "هالة",
    "رقية",
    "حليمة",
    "جميلة",
    "سميرة",
    "ندى",
    "رنا",
    "ريم",
    "عبير",
    "غادة",
    "أسماء",
    "إسراء",
    "ابتسام",
    "لمى",
    "نهى",
    "هند",
    "ميادة",
];

const FAMILIES: &[&str] = &[
    "السنديان",
    "الصفصاف",
    "الحبق",
    "البنفسج",
    "الريحان",
    "الزعتري",
    "البيلسان",
    "اللوزي",
    "الخزامى",
    "النرجس",
    "السوسن",
    "الزيزفون",
    "القرنفل",
    "الجلنار",
    "الدفلى",
    "العنبر",
    "الكرمة",
    "الشيح",
    "القيصوم",
    "العرعر",
    "الأقحوان",
    "الأرز",
    "السرو",
    "الغار",
    "الخروب",
    "البطم",
    "الزعرور",
    "القطلب",
    "السماق",
    "العناب",
    "الميس",
    "الدردار",
    "القيقب",
    "الحور",
    "اللبلاب",
    "الخبيزة",
    "الهندباء",
    "الحلبة",
    "المردقوش",
    "الإكليل",
    "البابونج",
    "اليانسون",
    "الحنطة",
    "السنبلة",
    "البيادر",
    "الكروم",
    "الرمانة",
    "التوتة",
    "السفرجل",
    "الدراقن",
    "المشمش",
    "الجوزة",
    "القنديل",
    "النسيم",
    "الغمام",
    "الندى",
    "الشفق",
    "الهلال",
    "السحاب",
    "الينبوع",
];

const TOWNS: &[(&str, &str)] = &[
    ("ريف دمشق", "دوما"),
    ("ريف دمشق", "داريا"),
    ("ريف دمشق", "التل"),
    ("ريف دمشق", "الزبداني"),
    ("دمشق", "القابون"),
    ("دمشق", "برزة"),
    ("حمص", "الرستن"),
    ("حمص", "تلبيسة"),
    ("حمص", "حمص"),
    ("حماة", "حماة"),
    ("حماة", "السلمية"),
    ("حلب", "حلب"),
    ("حلب", "إعزاز"),
    ("حلب", "الأتارب"),
    ("إدلب", "سراقب"),
    ("إدلب", "أريحا"),
    ("إدلب", "معرة النعمان"),
    ("درعا", "درعا"),
    ("درعا", "إنخل"),
    ("دير الزور", "الميادين"),
    ("دير الزور", "دير الزور"),
    ("الرقة", "الطبقة"),
    ("اللاذقية", "الحفة"),
    ("السويداء", "شهبا"),
    ("القنيطرة", "جباتا"),
    ("الحسكة", "القامشلي"),
    ("طرطوس", "بانياس"),
];
