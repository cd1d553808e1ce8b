//! Destinations: what the words of a group are.

/// Where the words of a group go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The text of the document.
    Body,
    /// The number or bullet before a paragraph.
    Label,
    /// Nowhere: tables of styles and colors, pictures, and whatever a newer program added.
    Nowhere,
    /// A shape, in which only its own text counts.
    Shape,
    Fonts,
    Authors,
    /// What the document says about itself, and the field of it that is open.
    Info,
    InfoField(&'static str),
    InfoTime(&'static str),
    PropertyName,
    PropertyValue,
    Instruction,
    RemarkAuthor,
    RemarkTime,
    Generator,
}

/// What the end of a group ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    Nothing,
    /// A note or the text of a shape, which stands beside its paragraph.
    Aside,
    Remark,
    /// A header or footer.
    Header,
    Field,
    Info,
    Author,
}

/// Fields of `\info` that are words, and those that are moments.
const INFO_FIELDS: &[&str] = &[
    "title",
    "subject",
    "author",
    "manager",
    "company",
    "operator",
    "category",
    "keywords",
    "comment",
    "doccomm",
    "hlinkbase",
];
const INFO_TIMES: &[&str] = &["creatim", "revtim", "printim", "buptim"];

/// What a control word makes of its group, if it is the name of a destination.
pub(super) fn destination(name: &str) -> Option<(Place, Ends)> {
    let nothing = |place| Some((place, Ends::Nothing));
    match name {
        "fonttbl" => nothing(Place::Fonts),
        "revtbl" => nothing(Place::Authors),
        "info" => nothing(Place::Info),
        "propname" => nothing(Place::PropertyName),
        "staticval" => Some((Place::PropertyValue, Ends::Info)),
        "generator" => Some((Place::Generator, Ends::Info)),
        "atnauthor" => nothing(Place::RemarkAuthor),
        "atndate" => nothing(Place::RemarkTime),
        "listtext" | "pntext" => nothing(Place::Label),
        "annotation" => Some((Place::Body, Ends::Remark)),
        "footnote" | "shptxt" | "dptxbxtext" => Some((Place::Body, Ends::Aside)),
        "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" => {
            Some((Place::Body, Ends::Header))
        }
        "field" => Some((Place::Body, Ends::Field)),
        "fldinst" => nothing(Place::Instruction),
        "fldrslt" | "result" => nothing(Place::Body),
        "shpinst" | "do" => nothing(Place::Shape),
        "colortbl" | "stylesheet" | "listtable" | "listoverridetable" | "filetbl" | "pict" | "nonshppict"
        | "shprslt" | "objdata" | "objclass" | "objname" | "tc" | "tcn" | "xe" | "rxe" | "txe" | "ftnsep"
        | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc" | "aftncn" | "nonesttables" | "atnid" | "atnref"
        | "upr" => nothing(Place::Nowhere),
        _ => {
            let field = INFO_FIELDS.iter().find(|known| **known == name).map(|f| Place::InfoField(f));
            let time = || INFO_TIMES.iter().find(|known| **known == name).map(|f| Place::InfoTime(f));
            field.or_else(time).map(|place| (place, Ends::Info))
        }
    }
}
