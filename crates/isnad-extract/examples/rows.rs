//! Makes a register of a million rows of twelve cells and streams it out of a child:
//! `cargo run --release -p isnad-extract --example rows -- FOLDER [ROWS]`, as CSV, as XLSX and as lines of JSON.
//!
//! The child is this same program. It prints rows in a second, seconds of processor time of both sides, and the
//! greatest memory of the child.

use isnad_model::table::{RowEvent, RowSettings};
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    time::Instant,
};
use zip::{ZipWriter, write::SimpleFileOptions};

const ROWS: u32 = 1_000_000;
const COLUMNS: [&str; 12] = [
    "number",
    "name",
    "father",
    "mother",
    "born",
    "place",
    "national number",
    "taken on",
    "by",
    "seen in",
    "phone",
    "note",
];

fn main() -> io::Result<ExitCode> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.first().map(String::as_str) {
        Some("worker") => return Ok(isnad_extract::worker::main()),
        // One file in a process of its own, so that the memory of its child is not that of another.
        Some("stream") => stream(Path::new(args.get(1).map_or("", String::as_str)))?,
        Some(folder) => {
            let n_rows = args.get(1).and_then(|n| n.parse().ok()).unwrap_or(ROWS);
            for (name, make) in FORMATS {
                let path = PathBuf::from(folder).join(name);
                make(&path, n_rows)?;
                Command::new(std::env::current_exe()?).arg("stream").arg(&path).status()?;
            }
        }
        None => return Ok(ExitCode::FAILURE),
    }
    Ok(ExitCode::SUCCESS)
}

type Make = fn(&Path, u32) -> io::Result<()>;
const FORMATS: [(&str, Make); 3] = [("register.csv", csv), ("register.xlsx", xlsx), ("register.jsonl", json)];

/// The cells of a row, the same each time.
fn cells(row: u32) -> [String; 12] {
    let mixed = row.wrapping_mul(2_654_435_761);
    let pick = |words: [&str; 4], by: u32| words[(mixed >> by) as usize % 4].to_owned();
    [
        row.to_string(),
        pick(["أحمد العبد الله", "ليلى الحسن", "Jean Martin", "خالد الأحمد"], 3),
        pick(["محمود", "حسين", "Paul", "علي"], 5),
        pick(["فاطمة", "زينب", "مريم", "هدى"], 7),
        format!("{}-{:02}-{:02}", 1940 + mixed % 60, 1 + mixed % 12, 1 + mixed % 28),
        pick(["حمص", "حلب", "درعا", "دمشق"], 9),
        format!("0{:010}", mixed),
        format!("201{}-{:02}-{:02}", mixed % 9, 1 + mixed % 11, 1 + mixed % 27),
        pick(["فرع 215", "غير معروف", "حاجز", "دورية"], 11),
        pick(["صيدنايا", "عدرا", "", "مشفى تشرين"], 13),
        format!("+9639{:08}", mixed % 100_000_000),
        pick(["", "رآه شاهدان, أحدهما أفرج عنه", "أنظر \"الملف\"", ""], 15),
    ]
}

fn csv(path: &Path, n_rows: u32) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(out, "{}", COLUMNS.join(","))?;
    for row in 1..n_rows {
        let quoted = cells(row).map(|cell| match cell.contains([',', '"']) {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell,
        });
        writeln!(out, "{}", quoted.join(","))?;
    }
    out.flush()
}

fn json(path: &Path, n_rows: u32) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    for row in 1..n_rows {
        let fields: serde_json::Map<String, serde_json::Value> =
            COLUMNS.iter().zip(cells(row)).map(|(name, cell)| ((*name).to_owned(), cell.into())).collect();
        writeln!(out, "{}", serde_json::Value::from(fields))?;
    }
    out.flush()
}

const WORKBOOK: &str = "<workbook><sheets><sheet name=\"one\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>";
const LINKS: &str = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
    </Relationships>";

fn xlsx(path: &Path, n_rows: u32) -> io::Result<()> {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(path)?));
    let options = SimpleFileOptions::default();
    let parts = [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
    ];
    for (name, part) in parts {
        zip.start_file(name, options)?;
        zip.write_all(part.as_bytes())?;
    }
    zip.start_file("xl/worksheets/sheet1.xml", options)?;
    zip.write_all(b"<worksheet><sheetData>")?;
    for row in 1..=n_rows {
        write!(zip, "<row r=\"{row}\">")?;
        for (column, cell) in ('A'..).zip(cells(row)) {
            let text = cell.replace('"', "&quot;");
            write!(zip, "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")?;
        }
        zip.write_all(b"</row>")?;
    }
    zip.write_all(b"</sheetData></worksheet>")?;
    zip.finish()?.flush()
}

#[expect(clippy::disallowed_methods, reason = "a measurement measures")]
fn stream(path: &Path) -> io::Result<()> {
    let config = isnad_extract::Config::new(std::env::current_exe()?);
    let reader = isnad_extract::Reader::start(config).map_err(io::Error::other)?;
    let file = File::open(path)?;
    let bytes = file.metadata()?.len();
    let started = Instant::now();
    let (mut n_cells, mut n_problems, mut peak) = (0, 0, 0);
    let end = reader.rows(file, &RowSettings::default(), &mut |event| {
        match event {
            RowEvent::Rows(rows) => {
                n_cells += rows.iter().map(|row| row.cells.len()).sum::<usize>();
                peak = peak.max(children_kib());
            }
            RowEvent::Problem(_) => n_problems += 1,
            _ => {}
        }
        ControlFlow::Continue(())
    });
    let end = end.map_err(io::Error::other)?;
    let seconds = started.elapsed().as_secs_f64();
    let (rows, megabytes) = (end.n_rows, bytes >> 20);
    let name = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    let line = format!(
        "{name}: {megabytes} MiB, {rows} rows, {n_cells} cells, {n_problems} problems, {seconds:.1} s: {:.0} rows/s, \
         {:.1} CPU-s, {} MiB in the child\n",
        rows as f64 / seconds,
        processor_seconds(),
        peak >> 10,
    );
    io::stdout().write_all(line.as_bytes())
}

/// The greatest memory of any child of this process, in KiB, as Linux counts it.
fn children_kib() -> u64 {
    let own = std::process::id().to_string();
    let children = std::fs::read_to_string(format!("/proc/{own}/task/{own}/children")).unwrap_or_default();
    let peak = |child: &str| {
        let status = std::fs::read_to_string(format!("/proc/{child}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:").map(str::to_owned));
        line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
    };
    children.split_whitespace().map(peak).max().unwrap_or(0)
}

/// Processor time of this process and of its children that have ended, in seconds.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(") ").next().unwrap_or_default().split(' ').skip(11).take(4);
    // A hundredth of a second each, as on every Linux.
    fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}
