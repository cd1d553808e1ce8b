//! One grid in every clothes.

use super::{super::office::sheets, take};
use proptest::prelude::*;

/// A row of the sheet in XML.
fn in_xml(n: usize, row: &[String]) -> String {
    let cells = ('A'..).zip(row).map(|(column, cell)| {
        format!("<c r=\"{column}{n}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{cell}</t></is></c>")
    });
    format!("<row r=\"{n}\">{}</row>", cells.collect::<String>())
}

fn in_ods(row: &[String]) -> String {
    let cell = |cell: &String| format!("<table:table-cell><text:p>{cell}</text:p></table:table-cell>");
    format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>())
}

/// Rows without the empty cells at their ends, which a spreadsheet does not keep.
fn trimmed(rows: Vec<Vec<&str>>) -> Vec<Vec<&str>> {
    let trim = |mut row: Vec<_>| {
        while row.last() == Some(&"") {
            row.pop();
        }
        row
    };
    rows.into_iter().map(trim).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn one_grid_is_the_same_in_all_of_them(
        mut grid in proptest::collection::vec(proptest::collection::vec("[ء-ي0-9a-z]{0,5}", 3), 2..8),
    ) {
        grid.insert(0, ["name", "born", "place"].map(str::to_owned).to_vec());
        // JSON has no empty rows at the end, and the others count them.
        grid.push(["last", "row", "x"].map(str::to_owned).to_vec());
        let csv: String = grid.iter().map(|row| row.join(",") + "\n").collect();
        let xlsx = {
            let rows: String = (1..).zip(&grid).map(|(n, row)| in_xml(n, row)).collect();
            sheets::xlsx(&[("one", &format!("<sheetData>{rows}</sheetData>"))], &[])
        };
        let ods = {
            let rows: String = grid.iter().map(|row| in_ods(row)).collect();
            let table = format!("<office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet>");
            sheets::odf("spreadsheet", "", &table)
        };
        let json: String = grid[1..]
            .iter()
            .map(|row| format!("{{\"name\":\"{}\",\"born\":\"{}\",\"place\":\"{}\"}}\n", row[0], row[1], row[2]))
            .collect();
        let (csv, xlsx, ods, json) = (take(csv.as_bytes()), take(&xlsx), take(&ods), take(json.as_bytes()));
        let expect = trimmed(grid.iter().map(|row| row.iter().map(String::as_str).collect()).collect());
        prop_assert_eq!(&trimmed(csv.grid()), &expect);
        prop_assert_eq!(&trimmed(xlsx.grid()), &expect);
        prop_assert_eq!(&trimmed(ods.grid()), &expect);
        prop_assert_eq!(&trimmed(json.grid()), &expect[1..]);
        prop_assert_eq!(json.columns, ["name", "born", "place"]);
    }
}
