//! What a glyph is: a small convolutional network.
//!
//! Two convolutions, of 5 by 5 and of 3 by 3 pixels, each in steps of two, then a hidden layer that also gets the
//! glyph's place on its line, then one output a class (LeCun, Bottou, Bengio and Haffner, *Proceedings of the IEEE*
//! 86, 1998, is where this kind of reader comes from). Weights are stored as 16-bit integers with one scale a layer.

use super::glyph::{Glyph, SIDE, TRAITS};

/// What a blob of ink may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// An Arabic-Indic numeral, the forms of Persian and Urdu among them: its value.
    Arabic(u8),
    /// A Latin numeral: its value.
    Latin(u8),
    /// A sign that stands within a number.
    Sign(char),
    /// A letter of the Arabic script, or a mark of one.
    ArabicInk,
    /// A letter of the Latin script, or a mark of one.
    LatinInk,
    /// Several numerals that touch, or a piece of one.
    Broken,
}

/// How many classes there are.
pub const CLASSES: usize = 28;
/// Units of the hidden layer.
pub const HIDDEN: usize = 48;
const FIRST: Shape = Shape { from: SIDE, channels: 1, to: 12, kernel: 5 };
const SECOND: Shape = Shape { from: 12, channels: 12, to: 24, kernel: 3 };
/// What the hidden layer gets.
const FLAT: usize = 6 * 6 * 24 + TRAITS;
/// How many weights each layer has, that of the constant last in each.
pub const SIZES: [usize; 4] =
    [FIRST.weights(), SECOND.weights(), (FLAT + 1) * HIDDEN, (HIDDEN + 1) * CLASSES];

impl Class {
    /// The class of an output.
    pub fn of(at: usize) -> Self {
        match at {
            0..=9 => Self::Arabic(at as u8),
            10..=19 => Self::Latin(at as u8 - 10),
            20 => Self::Sign('/'),
            21 => Self::Sign('-'),
            22 => Self::Sign('.'),
            23 => Self::Sign(':'),
            24 => Self::Sign('\u{66B}'),
            25 => Self::ArabicInk,
            26 => Self::LatinInk,
            _ => Self::Broken,
        }
    }
}

/// A convolution in steps of two over a square, with paper around it.
#[derive(Debug, Clone, Copy)]
struct Shape {
    /// Pixels on a side of what goes in; half as many come out.
    from: usize,
    channels: usize,
    /// Channels that come out.
    to: usize,
    kernel: usize,
}

impl Shape {
    const fn weights(self) -> usize {
        (self.kernel * self.kernel * self.channels + 1) * self.to
    }

    /// `weights` go by row, column and channel of what goes in, then by channel of what comes out; the constants last.
    fn run(self, input: &[f32], weights: &[f32]) -> Vec<f32> {
        let side = self.from / 2;
        let pad = self.kernel / 2;
        let constants = &weights[weights.len() - self.to..];
        let mut out = Vec::with_capacity(side * side * self.to);
        for at in 0..side * side {
            let (y, x) = (at / side * 2, at % side * 2);
            let start = out.len();
            out.extend_from_slice(constants);
            let sums = &mut out[start..];
            for ky in (0..self.kernel).filter(|ky| (pad..self.from + pad).contains(&(y + ky))) {
                for kx in (0..self.kernel).filter(|kx| (pad..self.from + pad).contains(&(x + kx))) {
                    let pixel = ((y + ky - pad) * self.from + x + kx - pad) * self.channels;
                    let tap = (ky * self.kernel + kx) * self.channels;
                    add(&input[pixel..pixel + self.channels], &weights[tap * self.to..], sums);
                }
            }
            sums.iter_mut().for_each(|sum| *sum = sum.max(0.0));
        }
        out
    }
}

/// Adds to each sum the inputs times their weights. Most of a glyph is paper, which adds nothing.
fn add(input: &[f32], weights: &[f32], sums: &mut [f32]) {
    for (value, row) in input.iter().zip(weights.chunks_exact(sums.len())).filter(|(value, _)| **value != 0.0)
    {
        for (sum, weight) in sums.iter_mut().zip(row) {
            *sum += value * weight;
        }
    }
}

fn dense(input: &[f32], weights: &[f32], to: usize) -> Vec<f32> {
    let mut sums = weights[weights.len() - to..].to_vec();
    add(input, weights, &mut sums);
    sums
}

/// The network with its weights, layer by layer.
#[derive(Debug, Clone)]
pub struct Net {
    layers: [Vec<f32>; 4],
}

/// All that a pass through the network computes, for learning.
#[derive(Debug, Clone)]
pub struct Pass {
    /// After the first convolution.
    pub first: Vec<f32>,
    /// After the second one, with the traits behind it.
    pub flat: Vec<f32>,
    /// After the hidden layer.
    pub hidden: Vec<f32>,
    /// How likely each class is; they add up to 1.
    pub likely: [f32; CLASSES],
}

impl Net {
    /// The network with these weights, in the order of [`SIZES`].
    pub fn new(layers: [Vec<f32>; 4]) -> Option<Self> {
        let fits = layers.iter().zip(SIZES).all(|(layer, size)| layer.len() == size);
        fits.then_some(Self { layers })
    }

    /// Reads what [`Net::write`] wrote; nothing where it is of another shape.
    pub fn read(mut bytes: &[u8]) -> Option<Self> {
        let mut layers: [Vec<f32>; 4] = Default::default();
        for (layer, size) in layers.iter_mut().zip(SIZES) {
            let (scale, rest) = bytes.split_first_chunk()?;
            let scale = f32::from_le_bytes(*scale);
            let (weights, rest) = rest.split_at_checked(size * 2)?;
            let pairs = weights.chunks_exact(2);
            layer.extend(pairs.map(|pair| f32::from(i16::from_le_bytes([pair[0], pair[1]])) * scale));
            bytes = rest;
        }
        bytes.is_empty().then_some(Self { layers })
    }

    /// A layer: a scale as a 32-bit float, then its weights as 16-bit integers, little-endian.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for layer in &self.layers {
            let most = layer.iter().fold(f32::MIN_POSITIVE, |most, weight| most.max(weight.abs()));
            let scale = most / f32::from(i16::MAX);
            out.extend(scale.to_le_bytes());
            layer.iter().for_each(|weight| out.extend(((weight / scale).round() as i16).to_le_bytes()));
        }
        out
    }

    /// Its layers, for learning.
    pub fn layers_mut(&mut self) -> &mut [Vec<f32>; 4] {
        &mut self.layers
    }

    /// How likely it is that a glyph is of each class.
    pub fn likely(&self, glyph: &Glyph) -> [f32; CLASSES] {
        self.pass(glyph).likely
    }

    /// The whole computation.
    pub fn pass(&self, glyph: &Glyph) -> Pass {
        let [one, two, three, four] = &self.layers;
        let first = FIRST.run(&glyph.picture, one);
        let mut flat = SECOND.run(&first, two);
        flat.extend(glyph.traits);
        let mut hidden = dense(&flat, three, HIDDEN);
        hidden.iter_mut().for_each(|value| *value = value.max(0.0));
        let sums = dense(&hidden, four, CLASSES);
        let most = sums.iter().fold(f32::NEG_INFINITY, |most, sum| most.max(*sum));
        let mut likely = [0.0; CLASSES];
        likely.iter_mut().zip(&sums).for_each(|(out, sum)| *out = (sum - most).exp());
        let all: f32 = likely.iter().sum();
        likely.iter_mut().for_each(|out| *out /= all);
        Pass { first, flat, hidden, likely }
    }
}

#[cfg(test)]
mod tests;
