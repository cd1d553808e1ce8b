//! Learning by gradient descent, a few glyphs at a time.

use std::fs;

use isnad_ocr::numerals::{CLASSES, Class, Glyph, HIDDEN, Net, SIDE, SIZES};
use rand::{Rng, SeedableRng, rngs::SmallRng, seq::SliceRandom};

use crate::{
    Outcome,
    gradient::backward,
    sheets::{Sample, samples},
};

/// Glyphs of one step of learning.
const BATCH: usize = 64;
/// Of ink that is no numeral, one in so many glyphs is learned from; sheets are full of it.
const OTHERS: u32 = 3;

/// Gradients, or running means of them, in the shape of the weights.
fn zeros() -> [Vec<f32>; 4] {
    SIZES.map(|size| vec![0.0; size])
}

/// Learns from all sheets of a folder, so many times each, and writes the weights.
pub fn learn(weights: &str, folder: &str, epochs: usize) -> Outcome<()> {
    let mut all = samples(folder)?;
    let mut rng = SmallRng::seed_from_u64(7);
    all.retain(|sample| {
        !matches!(Class::of(sample.class), Class::ArabicInk | Class::LatinInk) || rng.gen_ratio(1, OTHERS)
    });
    println!("{} glyphs", all.len());
    let mut net = Net::new(start(&mut rng)).ok_or("shape")?;
    let (mut mean, mut square) = (zeros(), zeros());
    let steps = epochs * all.len() / BATCH;
    let mut step = 0;
    for epoch in 0..epochs {
        all.shuffle(&mut rng);
        let (mut loss, mut n) = (0.0, 0);
        for batch in all.chunks(BATCH) {
            let mut gradients = zeros();
            for sample in batch {
                let bent = Sample { glyph: bent(&sample.glyph, &mut rng), class: sample.class };
                loss += backward(&mut net, &bent, &mut gradients);
                n += 1;
            }
            step += 1;
            let rate = 0.0015 * (1.0 - step as f32 / (steps + steps / 20) as f32).max(0.01);
            adam(&mut net, &gradients, (&mut mean, &mut square), rate, step);
        }
        println!("epoch {epoch}: loss {:.5}", loss / f64::from(n));
    }
    fs::write(weights, net.write())?;
    Ok(())
}

/// The glyph as a font would draw it that is a little wider, more slanted, or turned: what is learned should hold for
/// fonts that were never seen.
fn bent(glyph: &Glyph, rng: &mut SmallRng) -> Glyph {
    let mut out = glyph.clone();
    let slanted = rng.gen_range(-0.22f32..0.22);
    let (sin, cos) = rng.gen_range(-0.09f32..0.09).sin_cos();
    let (wide, high) = (rng.gen_range(0.86f32..1.14), rng.gen_range(0.92f32..1.08));
    let middle = SIDE as f32 / 2.0 - 0.5;
    for (at, shade) in out.picture.iter_mut().enumerate() {
        let (x, y) = ((at % SIDE) as f32 - middle, (at / SIDE) as f32 - middle);
        let (x, y) = ((x * cos - y * sin + slanted * y) * wide, (x * sin + y * cos) * high);
        *shade = between(&glyph.picture, x + middle, y + middle);
    }
    out.traits.iter_mut().for_each(|number| *number *= rng.gen_range(0.92..1.08));
    out
}

/// The shade between pixels.
fn between(picture: &[f32], x: f32, y: f32) -> f32 {
    let (left, top) = (x.floor(), y.floor());
    let (right, low) = (x - left, y - top);
    let at = |x: f32, y: f32| {
        let inside = (0.0..SIDE as f32).contains(&x) && (0.0..SIDE as f32).contains(&y);
        if inside { picture[y as usize * SIDE + x as usize] } else { 0.0 }
    };
    let row = |y: f32| at(left, y) * (1.0 - right) + at(left + 1.0, y) * right;
    row(top) * (1.0 - low) + row(top + 1.0) * low
}

/// Random weights of He and others (2015).
fn start(rng: &mut SmallRng) -> [Vec<f32>; 4] {
    let ins = [25, 9 * 12, SIZES[2] / HIDDEN - 1, HIDDEN];
    let outs = [12, 24, HIDDEN, CLASSES];
    let mut layers = zeros();
    for (layer, (n, out)) in layers.iter_mut().zip(ins.into_iter().zip(outs)) {
        let width = (6.0 / n as f32).sqrt();
        let weights = layer.len() - out;
        layer[..weights].iter_mut().for_each(|weight| *weight = rng.gen_range(-width..width));
    }
    layers
}

/// One step of Adam (Kingma and Ba, 2015).
fn adam(
    net: &mut Net,
    gradients: &[Vec<f32>; 4],
    moments: (&mut [Vec<f32>; 4], &mut [Vec<f32>; 4]),
    rate: f32,
    step: i32,
) {
    let (mean, square) = moments;
    let rate = rate * (1.0 - 0.999f32.powi(step)).sqrt() / (1.0 - 0.9f32.powi(step));
    for (at, layer) in net.layers_mut().iter_mut().enumerate() {
        let all = layer.iter_mut().zip(&gradients[at]).zip(mean[at].iter_mut().zip(square[at].iter_mut()));
        for ((weight, gradient), (mean, square)) in all {
            let gradient = gradient / BATCH as f32;
            *mean = 0.9 * *mean + 0.1 * gradient;
            *square = 0.999 * *square + 0.001 * gradient * gradient;
            *weight -= rate * (*mean / (square.sqrt() + 1e-8) + 1e-4 * *weight);
        }
    }
}
