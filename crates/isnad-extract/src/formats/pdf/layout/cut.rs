//! Columns and tables by the white space between them.
//!
//! The page is cut into strips wherever a white band goes across it. Strips that follow one another and leave the
//! same gutter free belong together; then it is asked whether what stands beside the gutter is prose, which is read
//! column by column, or cells, which are read row by row. After the recursive cut of Nagy and Seth (1984).

use super::{
    Block, Sheet, around,
    grid::{self, Grid},
    table::Table,
};
use hayro::kurbo::Rect;

/// Columns within columns that are looked for.
const DEPTH_MAX: u32 = 6;
/// A gutter is at least so wide, in heights of the letters beside it.
const GUTTER: f64 = 0.9;
/// A gutter beside so many strips is no chance.
const STRIPS_OF_A_TABLE: usize = 3;
/// Under columns, so many times the room between lines begins something else.
const MORE_ROOM: f64 = 1.4;
/// A line of prose fills this part of its column.
const COLUMN_FULL: f64 = 0.85;
/// A strip with more gaps than this is no row of a table.
const GAPS_MAX: usize = 64;
/// More cells than any page holds.
const CELLS_MAX: usize = 1 << 20;

/// Something that cannot be cut: an atom, or a table with rules.
#[derive(Debug, Clone, Copy)]
struct Item {
    band: Rect,
    what: What,
}

#[derive(Debug, Clone, Copy)]
enum What {
    Atom(usize),
    Grid(usize),
}

/// The blocks of a sheet in reading order.
pub(super) fn blocks(sheet: &Sheet) -> Vec<Block> {
    let (grids, free) = grid::grids(sheet);
    let mut items: Vec<Item> =
        free.into_iter().map(|at| Item { band: sheet.atoms[at].band(), what: What::Atom(at) }).collect();
    items.extend(grids.iter().zip(0..).map(|(grid, at)| Item { band: grid.area, what: What::Grid(at) }));
    let mut cut = Cut { sheet, grids, out: Vec::new() };
    cut.region(items, 0);
    cut.out
}

struct Cut<'s> {
    sheet: &'s Sheet,
    grids: Vec<Grid>,
    out: Vec<Block>,
}

/// Items between two white bands that go across their region.
struct Strip {
    items: Vec<Item>,
    area: Rect,
    /// The height of its letters.
    size: f64,
}

/// Strips that are read together, and the gutters that all of them leave free.
struct Group {
    strips: Vec<Strip>,
    area: Rect,
    free: Vec<(f64, f64)>,
}

impl Cut<'_> {
    fn region(&mut self, items: Vec<Item>, depth: u32) {
        let Some(area) = around(items.iter().map(|item| item.band)) else { return };
        for group in groups(self.strips(items), area) {
            let (group, rest) = group.without_end();
            self.group(group, depth);
            if let Some(rest) = rest {
                self.plain(rest);
            }
        }
    }

    fn size(&self, item: &Item) -> f64 {
        match item.what {
            What::Atom(at) => self.sheet.atoms[at].size,
            What::Grid(_) => 0.0,
        }
    }

    fn strips(&self, mut items: Vec<Item>) -> Vec<Strip> {
        items.sort_by(|a, b| a.band.y0.total_cmp(&b.band.y0));
        let mut strips: Vec<Strip> = Vec::new();
        for item in items {
            let size = self.size(&item);
            match strips.last_mut().filter(|strip| item.band.y0 <= strip.area.y1) {
                Some(strip) => {
                    strip.area = strip.area.union(item.band);
                    strip.size = strip.size.max(size);
                    strip.items.push(item);
                }
                None => strips.push(Strip { items: vec![item], area: item.band, size }),
            }
        }
        strips
    }

    fn group(&mut self, group: Group, depth: u32) {
        let gutters = group.gutters();
        let cells = (gutters.len() + 1) * group.strips.len();
        if gutters.is_empty() || depth >= DEPTH_MAX || cells > CELLS_MAX {
            return self.plain(group);
        }
        let table = Table::new(self.sheet, &gutters, group.rows_of_atoms());
        let has_grids =
            group.strips.iter().flat_map(|strip| &strip.items).any(|i| matches!(i.what, What::Grid(_)));
        if table.is_prose() || has_grids && table.columns() > 1 {
            return self.columns(group, &gutters, depth);
        }
        match table.rows() {
            Some(rows) => self.out.push(Block::Table(rows)),
            None => self.plain(group),
        }
    }

    fn columns(&mut self, group: Group, gutters: &[(f64, f64)], depth: u32) {
        let items: Vec<Item> = group.strips.into_iter().flat_map(|strip| strip.items).collect();
        let mut columns: Vec<Vec<Item>> = vec![Vec::new(); gutters.len() + 1];
        for item in items {
            let middle = item.band.center().x;
            columns[gutters.partition_point(|gutter| gutter.0 < middle)].push(item);
        }
        if self.sheet.rtl {
            columns.reverse();
        }
        for column in columns {
            self.region(column, depth + 1);
        }
    }

    /// Text that runs across, with the tables that stand in it.
    fn plain(&mut self, group: Group) {
        let mut text = Vec::new();
        for strip in group.strips {
            let (mut grids, mut atoms) = (Vec::new(), Vec::new());
            for item in strip.items {
                match item.what {
                    What::Atom(at) => atoms.push(at),
                    What::Grid(at) => grids.push(at),
                }
            }
            if grids.is_empty() {
                text.append(&mut atoms);
                continue;
            }
            self.flush(&mut text);
            grids.sort_by(|a, b| self.grids[*b].area.x0.total_cmp(&self.grids[*a].area.x0));
            if !self.sheet.rtl {
                grids.reverse();
            }
            for grid in grids {
                let blocks = std::mem::take(&mut self.grids[grid].blocks);
                self.out.extend(blocks);
            }
            self.flush(&mut atoms);
        }
        self.flush(&mut text);
    }

    fn flush(&mut self, text: &mut Vec<usize>) {
        if !text.is_empty() {
            self.out.push(Block::Lines(std::mem::take(text)));
        }
    }
}

/// Groups strips that follow one another and leave a gutter free.
fn groups(strips: Vec<Strip>, region: Rect) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for strip in strips {
        let free = strip.free(region);
        let is_split = free.iter().any(|(from, to)| *from > strip.area.x0 && *to < strip.area.x1);
        if let Some(group) = groups.last_mut() {
            let common = both(&group.free, &free, strip.size * GUTTER);
            let goes_on = match (group.is_split(&group.free), is_split) {
                (true, _) => group.is_split(&common) && !group.would_lose_a_gutter(&common),
                // What came before runs across, and a gutter that begins here is another group's.
                (false, true) => false,
                (false, false) => true,
            };
            if goes_on {
                group.free = common;
                group.area = group.area.union(strip.area);
                group.strips.push(strip);
                continue;
            }
        }
        groups.push(Group { area: strip.area, strips: vec![strip], free });
    }
    groups
}

impl Strip {
    /// Where nothing stands, from the left edge of the region to the right one.
    fn free(&self, region: Rect) -> Vec<(f64, f64)> {
        let mut taken: Vec<(f64, f64)> = self.items.iter().map(|item| (item.band.x0, item.band.x1)).collect();
        taken.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut free = Vec::new();
        let mut reached = f64::NEG_INFINITY;
        for (from, to) in taken {
            if from - reached >= self.size * GUTTER {
                free.push((reached.max(region.x0 - 1.0), from));
            }
            reached = reached.max(to);
        }
        free.push((reached, region.x1 + 1.0));
        if free.len() > GAPS_MAX { Vec::new() } else { free }
    }
}

impl Group {
    /// Whether a gutter has something on both sides.
    fn is_split(&self, free: &[(f64, f64)]) -> bool {
        let area = self.area;
        free.iter().any(|(from, to)| *from > area.x0 && *to < area.x1)
    }

    /// Whether a gutter that was free beside several strips would not be free any more: what runs across it is no
    /// part of the same table.
    fn would_lose_a_gutter(&self, common: &[(f64, f64)]) -> bool {
        let gutters = self.gutters();
        let is_cells =
            |strip: &&Strip| gutters.iter().any(|(from, to)| strip.area.x0 < *from && *to < strip.area.x1);
        let stays = |gutter: &(f64, f64)| common.iter().any(|free| free.0 < gutter.1 && gutter.0 < free.1);
        self.strips.iter().filter(is_cells).count() >= STRIPS_OF_A_TABLE && !gutters.iter().all(stays)
    }

    /// Parts from columns what follows under them on one side only, after more room than lines have between them.
    fn without_end(mut self) -> (Self, Option<Self>) {
        let gutters = self.gutters();
        let is_beside = |strip: &Strip| {
            let middles = || gutters.iter().map(|(from, to)| (from + to) / 2.0);
            middles().any(|middle| strip.area.x0 < middle && middle < strip.area.x1)
        };
        let Some(last) = self.strips.iter().rposition(is_beside) else { return (self, None) };
        let gap = |pair: &[Strip]| pair[1].area.y0 - pair[0].area.y1;
        let mut gaps: Vec<f64> = self.strips[..=last].windows(2).map(gap).collect();
        gaps.sort_by(f64::total_cmp);
        let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0).max(0.0);
        let far = self.strips[last..].windows(2).position(|pair| gap(pair) > usual * MORE_ROOM);
        let Some(far) = far.filter(|far| !self.goes_on_below(last + far + 1, &gutters)) else {
            return (self, None);
        };
        let strips = self.strips.split_off(last + far + 1);
        let area = around(strips.iter().map(|strip| strip.area)).unwrap_or_default();
        (self, Some(Self { strips, area, free: Vec::new() }))
    }

    /// Whether the strips from here on are the rest of one column, whose neighbor ends above: lines of prose, most of
    /// them as wide as the column.
    fn goes_on_below(&self, from: usize, gutters: &[(f64, f64)]) -> bool {
        let Some(below) = around(self.strips[from..].iter().map(|strip| strip.area)) else { return false };
        let after = gutters.partition_point(|gutter| gutter.0 < below.center().x);
        let (left, right) = (
            after.checked_sub(1).map_or(f64::NEG_INFINITY, |gutter| gutters[gutter].1),
            gutters.get(after).map_or(f64::INFINITY, |gutter| gutter.0),
        );
        let above = self.strips[..from].iter().flat_map(|strip| &strip.items).map(|item| item.band);
        let is_in_column = |band: &Rect| band.x0 >= left - 1.0 && band.x1 <= right + 1.0;
        let Some(column) = around(above.filter(is_in_column)) else { return false };
        let lines = &self.strips[from..];
        let full = lines.iter().filter(|strip| strip.area.width() >= column.width() * COLUMN_FULL).count();
        // A line or two may as well be what follows the columns, unless paragraphs have as much room between them.
        let room = below.y0 - column.y1;
        let is_enough =
            full >= STRIPS_OF_A_TABLE || full > 0 && room <= self.widest_room(from, gutters) * 1.1;
        is_enough && full * 2 >= lines.len()
    }

    /// The most room between two lines of one column above a strip.
    fn widest_room(&self, from: usize, gutters: &[(f64, f64)]) -> f64 {
        let mut feet = vec![f64::INFINITY; gutters.len() + 1];
        let mut widest = 0.0f64;
        // Strips come from the top, and their items may not; the foot of a column is the lowest so far.
        for strip in &self.strips[..from] {
            let mut items: Vec<Rect> = strip.items.iter().map(|item| item.band).collect();
            items.sort_by(|a, b| a.y0.total_cmp(&b.y0));
            for band in items {
                let column = gutters.partition_point(|gutter| gutter.0 < band.center().x);
                let Some(foot) = feet.get_mut(column) else { continue };
                widest = widest.max(band.y0 - *foot);
                *foot = if foot.is_finite() { foot.max(band.y1) } else { band.y1 };
            }
        }
        widest
    }

    fn gutters(&self) -> Vec<(f64, f64)> {
        let area = self.area;
        self.free.iter().filter(|(from, to)| *from > area.x0 && *to < area.x1).copied().collect()
    }

    /// The atoms of each strip, with where it begins and ends.
    fn rows_of_atoms(&self) -> Vec<(Vec<usize>, Rect)> {
        let atom = |item: &Item| match item.what {
            What::Atom(at) => Some(at),
            What::Grid(_) => None,
        };
        self.strips.iter().map(|strip| (strip.items.iter().filter_map(atom).collect(), strip.area)).collect()
    }
}

/// What is free in both, if it is wide enough for a gutter.
fn both(a: &[(f64, f64)], b: &[(f64, f64)], width: f64) -> Vec<(f64, f64)> {
    let (mut i, mut j) = (0, 0);
    let mut common = Vec::new();
    while let (Some(one), Some(other)) = (a.get(i), b.get(j)) {
        let (from, to) = (one.0.max(other.0), one.1.min(other.1));
        if to - from >= width {
            common.push((from, to));
        }
        if one.1 < other.1 { i += 1 } else { j += 1 }
    }
    common
}
