//! Tables with rules: the cells are where the rules say.

use super::{Block, Sheet, around, lines};
use crate::formats::pdf::rules::Rule;
use hayro::kurbo::Rect;
use std::collections::{BTreeMap, HashSet};

/// Rules that lie nearer than this are one, in points.
const SNAP: f64 = 3.0;
/// With more rules than this the page is a drawing.
const RULES_MAX: usize = 6_000;
/// More cells than any page holds.
const CELLS_MAX: usize = 1 << 18;
/// A cell with more lines than this is a part of the page, not a cell.
const LINES_OF_A_CELL: usize = 12;

/// A table with rules, as it is read.
pub(super) struct Grid {
    pub(super) area: Rect,
    pub(super) blocks: Vec<Block>,
}

/// The tables of a sheet, and the atoms that lie in none.
pub(super) fn grids(sheet: &Sheet) -> (Vec<Grid>, Vec<usize>) {
    let mut free: Vec<usize> = (0..sheet.atoms.len()).collect();
    let mut grids = Vec::new();
    for rules in connected(&sheet.rules) {
        let Some(lattice) = Lattice::new(&rules) else { continue };
        let area = lattice.area();
        let is_inside = |at: &usize| area.contains(sheet.atoms[*at].band().center());
        let (inside, outside): (Vec<usize>, Vec<usize>) = free.iter().partition(|at| is_inside(at));
        let cells = lattice.cells(sheet, &inside);
        if !is_table(&cells) {
            continue;
        }
        free = outside;
        let area =
            around(inside.iter().map(|at| sheet.atoms[*at].band())).map_or(area, |text| area.union(text));
        grids.push(Grid { area, blocks: blocks(sheet, cells, sheet.is_rtl(&inside)) });
    }
    (grids, free)
}

/// A frame around a page, or a box around a paragraph, is no table.
fn is_table(rows: &[Vec<Vec<usize>>]) -> bool {
    let with_text = |row: &&Vec<Vec<usize>>| row.iter().filter(|cell| !cell.is_empty()).count() > 1;
    rows.len() > 1 && rows.iter().filter(with_text).count() > 0
}

fn blocks(sheet: &Sheet, rows: Vec<Vec<Vec<usize>>>, rtl: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut table = Vec::new();
    for mut row in rows {
        if rtl {
            row.reverse();
        }
        let is_long = |cell: &Vec<usize>| lines::lines(&sheet.atoms, cell.clone()).len() > LINES_OF_A_CELL;
        if row.iter().any(is_long) {
            blocks.push(Block::Table(std::mem::take(&mut table)));
            blocks.extend(row.into_iter().filter(|cell| !cell.is_empty()).map(Block::Lines));
        } else if row.iter().any(|cell| !cell.is_empty()) {
            table.push(row);
        }
    }
    blocks.push(Block::Table(table));
    blocks
}

/// Rules that touch one another, group by group.
fn connected(rules: &[Rule]) -> Vec<Vec<Rule>> {
    if rules.len() > RULES_MAX {
        return Vec::new();
    }
    let (mut across, mut down): (Vec<Rule>, Vec<Rule>) = rules.iter().partition(|rule| rule.across);
    across.sort_by(|a, b| a.area.y0.total_cmp(&b.area.y0));
    down.sort_by(|a, b| a.area.x0.total_cmp(&b.area.x0));
    let mut groups = Groups::new(across.len() + down.len());
    for (i, line) in across.iter().enumerate() {
        let reach = line.area.inflate(SNAP, SNAP);
        let first = down.partition_point(|rule| rule.area.x0 < reach.x0 - SNAP);
        for (j, rule) in down.iter().enumerate().skip(first).take_while(|(_, rule)| rule.area.x0 <= reach.x1)
        {
            if rule.area.inflate(SNAP, SNAP).overlaps(line.area) {
                groups.join(i, across.len() + j);
            }
        }
    }
    let mut by_group: BTreeMap<usize, Vec<Rule>> = BTreeMap::new();
    for (at, rule) in across.into_iter().chain(down).enumerate() {
        by_group.entry(groups.root(at)).or_default().push(rule);
    }
    by_group.into_values().collect()
}

/// Disjoint sets.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// The lines of a table: where its columns and rows part, and which rules are there in truth.
struct Lattice<'r> {
    xs: Vec<f64>,
    ys: Vec<f64>,
    rules: &'r [Rule],
}

impl<'r> Lattice<'r> {
    /// Nothing unless there are two rows and two columns at least.
    fn new(rules: &'r [Rule]) -> Option<Self> {
        let places = |across: bool| {
            let center = |rule: &Rule| if across { rule.area.center().y } else { rule.area.center().x };
            let mut places: Vec<f64> =
                rules.iter().filter(|rule| rule.across == across).map(center).collect();
            places.sort_by(f64::total_cmp);
            places.dedup_by(|next, kept| *next - *kept < SNAP);
            places
        };
        let (xs, ys) = (places(false), places(true));
        let is_table = xs.len() > 2 && ys.len() > 2 && xs.len() * ys.len() <= CELLS_MAX;
        is_table.then_some(Self { xs, ys, rules })
    }

    fn area(&self) -> Rect {
        Rect::new(self.xs[0], self.ys[0], self.xs[self.xs.len() - 1], self.ys[self.ys.len() - 1])
    }

    /// Rows of cells from left to right. Where no rule parts two cells, they are one.
    fn cells(&self, sheet: &Sheet, atoms: &[usize]) -> Vec<Vec<Vec<usize>>> {
        let (columns, rows) = (self.xs.len() - 1, self.ys.len() - 1);
        let mut merged = self.merged(columns, rows);
        let mut cells = vec![vec![Vec::new(); columns]; rows];
        for at in atoms {
            let center = sheet.atoms[*at].band().center();
            let column = self.xs.partition_point(|x| *x <= center.x).clamp(1, columns) - 1;
            let row = self.ys.partition_point(|y| *y <= center.y).clamp(1, rows) - 1;
            let root = merged.root(row * columns + column);
            cells[root / columns][root % columns].push(*at);
        }
        cells
    }

    fn merged(&self, columns: usize, rows: usize) -> Groups {
        let walls = self.walls(columns, rows);
        let mut merged = Groups::new(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let at = row * columns + column;
                if column + 1 < columns && !walls.contains(&(false, row, column + 1)) {
                    merged.join(at, at + 1);
                }
                if row + 1 < rows && !walls.contains(&(true, row + 1, column)) {
                    merged.join(at, at + columns);
                }
            }
        }
        merged
    }

    /// The sides of cells on which a rule lies: whether it goes across, and its row and column.
    fn walls(&self, columns: usize, rows: usize) -> HashSet<(bool, usize, usize)> {
        let nearest = |places: &[f64], value: f64| places.partition_point(|place| *place < value - SNAP);
        let mut walls = HashSet::new();
        for rule in self.rules {
            let Rect { x0, y0, x1, y1 } = rule.area;
            if rule.across {
                let row = nearest(&self.ys, rule.area.center().y);
                let covers = |column: &usize| {
                    let middle = (self.xs[*column] + self.xs[column + 1]) / 2.0;
                    x0 <= middle && middle <= x1
                };
                walls.extend((0..columns).filter(covers).map(|column| (true, row, column)));
            } else {
                let column = nearest(&self.xs, rule.area.center().x);
                let covers = |row: &usize| {
                    let middle = (self.ys[*row] + self.ys[row + 1]) / 2.0;
                    y0 <= middle && middle <= y1
                };
                walls.extend((0..rows).filter(covers).map(|row| (false, row, column)));
            }
        }
        walls
    }
}
