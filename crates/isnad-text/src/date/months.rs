//! Names of months, folded, so that hamza, tatweel and marks make no difference.
//!
//! Levantine, Egyptian and Maghrebi names, and those of English and French, follow the Unicode CLDR (`gregorian` months
//! of ar, ar-SY, ar-DZ, ar-TN, en, fr); other spellings are common ones.

use std::{collections::HashMap, sync::LazyLock};

use crate::fold::fold;

/// The names of each month, from January.
const NAMES: [&str; 12] = [
    "كانون الثاني|كانون ثاني|كانون2|يناير|جانفي|january|jan|janvier|janv",
    "شباط|فبراير|فيفري|february|feb|fevrier|fevr|février|févr",
    "اذار|آذار|مارس|march|mar|mars",
    "نيسان|ابريل|أبريل|افريل|أفريل|april|apr|avril|avr",
    "ايار|أيار|مايو|ماي|may|mai",
    "حزيران|يونيو|يونيه|جوان|june|jun|juin",
    "تموز|يوليو|يوليه|جويلية|july|jul|juillet|juil",
    "اب|آب|اغسطس|أغسطس|اوت|أوت|غشت|august|aug|aout|août",
    "ايلول|أيلول|سبتمبر|شتنبر|september|sept|sep|septembre",
    "تشرين الاول|تشرين الأول|تشرين اول|تشرين1|اكتوبر|أكتوبر|october|oct|octobre",
    "تشرين الثاني|تشرين ثاني|تشرين2|نوفمبر|نونبر|november|nov|novembre",
    "كانون الاول|كانون الأول|كانون اول|كانون1|ديسمبر|دجنبر|december|dec|decembre|décembre|déc",
];

/// The names of the months of the Hijri calendar, from Muharram.
const HIJRI: [&str; 12] = [
    "محرم|muharram|mouharram",
    "صفر|safar",
    "ربيع الاول|ربيع الأول|ربيع اول|rabi al awwal|rabi i",
    "ربيع الثاني|ربيع الاخر|ربيع الآخر|ربيع ثاني|rabi al thani|rabi ii",
    "جمادى الاولى|جمادى الأولى|جمادي الاول|jumada al ula|jumada i",
    "جمادى الثانية|جمادى الاخرة|جمادى الآخرة|jumada al thani|jumada ii",
    "رجب|rajab|radjab",
    "شعبان|shaaban|shaban|chaabane",
    "رمضان|ramadan",
    "شوال|shawwal|chawwal",
    "ذو القعدة|ذي القعدة|dhu al qada|dhou al qida",
    "ذو الحجة|ذي الحجة|dhu al hijja|dhou al hijja",
];

/// The days of the week, from Monday.
const WEEKDAYS: [&str; 7] = [
    "الاثنين|الإثنين|اثنين|monday|mon|lundi|lun",
    "الثلاثاء|ثلاثاء|tuesday|tue|mardi",
    "الاربعاء|الأربعاء|اربعاء|wednesday|wed|mercredi|mer",
    "الخميس|خميس|thursday|thu|jeudi|jeu",
    "الجمعة|جمعة|friday|fri|vendredi|ven",
    "السبت|سبت|saturday|sat|samedi|sam",
    "الاحد|الأحد|احد|sunday|sun|dimanche|dim",
];

/// The words of a table, folded, with the place of each from 1.
type Table = HashMap<String, u32>;

fn table(names: &[&str]) -> Table {
    let places = (1u32..).zip(names);
    places.flat_map(|(at, names)| names.split('|').map(move |name| (fold(name), at))).collect()
}

static GREGORIAN: LazyLock<Table> = LazyLock::new(|| table(&NAMES));
static LUNAR: LazyLock<Table> = LazyLock::new(|| table(&HIJRI));
static DAYS: LazyLock<Table> = LazyLock::new(|| table(&WEEKDAYS));

/// The month, from 1, that stands at the beginning of folded words, and how many of them name it.
fn find(table: &Table, words: &[&str]) -> Option<(u32, usize)> {
    // "كانون الثاني" before anything shorter.
    (1..=3).rev().find_map(|n| Some((*table.get(&words.get(..n)?.join(" "))?, n)))
}

/// A month of the Gregorian calendar at the beginning of folded words, and how many of them name it.
pub(super) fn gregorian(words: &[&str]) -> Option<(u32, usize)> {
    find(&GREGORIAN, words)
}

/// The same for the Hijri calendar.
pub(super) fn hijri(words: &[&str]) -> Option<(u32, usize)> {
    find(&LUNAR, words)
}

/// A day of the week: 0 is Monday.
pub(super) fn weekday(word: &str) -> Option<u32> {
    DAYS.get(word).map(|at| at - 1)
}
