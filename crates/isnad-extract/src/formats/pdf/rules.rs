//! Ruled lines: thin bars and strokes that go along the page or down it.

use hayro::{
    hayro_interpret::DrawMode,
    kurbo::{Affine, BezPath, PathEl, Point, Rect},
};

/// A line that is ruled on the page, as the thin box that it fills.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    pub(super) area: Rect,
    /// Across the page rather than down it.
    pub(super) across: bool,
}

/// The ruled lines of a page.
#[derive(Debug, Default)]
pub(super) struct Rules(Vec<Rule>);

/// A page with more of them is a drawing or a map, and none of them parts text.
const RULES_MAX: usize = 20_000;
/// Thicker bars are surfaces, in points.
const THICK: f64 = 4.0;
/// Shorter ones are dots and dashes.
const SHORT: f64 = 5.0;

impl Rules {
    /// The rules, or none if there are too many to mean anything.
    pub(super) fn take(&mut self) -> Vec<Rule> {
        let rules = std::mem::take(&mut self.0);
        if rules.len() < RULES_MAX { rules } else { Vec::new() }
    }

    pub(super) fn rect(&mut self, rect: &Rect, transform: Affine, mode: &DrawMode) {
        match mode {
            DrawMode::Fill(_) | DrawMode::FillAndStroke(..) => self.add(transform.transform_rect_bbox(*rect)),
            DrawMode::Stroke(_) => {
                let Rect { x0, y0, x1, y1 } = *rect;
                let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)].map(Point::from);
                corners.windows(2).for_each(|side| self.line(transform * side[0], transform * side[1]));
            }
            DrawMode::Invisible => {}
        }
    }

    pub(super) fn path(&mut self, path: &BezPath, transform: Affine, mode: &DrawMode) {
        if matches!(mode, DrawMode::Invisible) || path.elements().len() > RULES_MAX {
            return;
        }
        if let DrawMode::Fill(_) = mode {
            return self.bars(path, transform);
        }
        let (mut last, mut start) = (Point::ZERO, Point::ZERO);
        for part in path.elements() {
            let to = match *part {
                PathEl::MoveTo(to) => {
                    (last, start) = (to, to);
                    continue;
                }
                PathEl::LineTo(to) => to,
                PathEl::ClosePath => start,
                PathEl::QuadTo(_, to) | PathEl::CurveTo(_, _, to) => {
                    last = to;
                    continue;
                }
            };
            self.line(transform * last, transform * to);
            last = to;
        }
    }

    /// Each closed part of a filled path is a bar of its own.
    fn bars(&mut self, path: &BezPath, transform: Affine) {
        for part in path.elements().split_inclusive(|part| matches!(part, PathEl::ClosePath)) {
            let corners: Vec<Point> =
                part.iter().filter_map(PathEl::end_point).map(|p| transform * p).collect();
            let Some((first, rest)) = corners.split_first() else { continue };
            let bounds = rest.iter().fold(Rect::from_points(*first, *first), |all, p| all.union_pt(*p));
            self.add(bounds);
        }
    }

    fn line(&mut self, from: Point, to: Point) {
        self.add(Rect::from_points(from, to));
    }

    fn add(&mut self, area: Rect) {
        let (width, height) = (area.width(), area.height());
        let across = width > height;
        let (long, thin) = if across { (width, height) } else { (height, width) };
        let sound = [area.x0, area.y0, area.x1, area.y1].iter().all(|v| v.abs() < 1e6);
        if sound && long >= SHORT && thin <= THICK && self.0.len() < RULES_MAX {
            self.0.push(Rule { area, across });
        }
    }
}
