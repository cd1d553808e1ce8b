//! How much each weight has to do with the loss of one glyph: the network, backwards.

use isnad_ocr::numerals::{Net, SIDE};

use crate::sheets::Sample;

/// Adds the gradients of one glyph, and gives its loss.
pub fn backward(net: &mut Net, sample: &Sample, gradients: &mut [Vec<f32>; 4]) -> f64 {
    let pass = net.pass(&sample.glyph);
    let [one, two, three, four] = gradients;
    let layers = net.layers_mut();
    let mut out = pass.likely;
    out[sample.class] -= 1.0;
    let mut hidden = back_dense(&pass.hidden, &layers[3], &out, four);
    mute(&mut hidden, &pass.hidden);
    let mut flat = back_dense(&pass.flat, &layers[2], &hidden, three);
    mute(&mut flat, &pass.flat);
    let mut first =
        back_convolution(&pass.first, (12, 12, 24, 3), Some(&layers[1]), &flat[..6 * 6 * 24], two);
    mute(&mut first, &pass.first);
    back_convolution(&sample.glyph.picture, (SIDE, 1, 12, 5), None, &first, one);
    -f64::from(pass.likely[sample.class].max(1e-9).ln())
}

fn mute(gradient: &mut [f32], value: &[f32]) {
    gradient
        .iter_mut()
        .zip(value)
        .filter(|(_, value)| **value <= 0.0)
        .for_each(|(gradient, _)| *gradient = 0.0);
}

fn back_dense(input: &[f32], weights: &[f32], out: &[f32], gradient: &mut [f32]) -> Vec<f32> {
    let to = out.len();
    let (taps, constants) = gradient.split_at_mut(input.len() * to);
    constants.iter_mut().zip(out).for_each(|(g, o)| *g += o);
    let rows = weights.chunks_exact(to).zip(taps.chunks_exact_mut(to));
    let each = input.iter().zip(rows).map(|(value, (weights, taps))| {
        if *value != 0.0 {
            taps.iter_mut().zip(out).for_each(|(g, o)| *g += value * o);
        }
        weights.iter().zip(out).map(|(w, o)| w * o).sum()
    });
    each.collect()
}

/// `shape`: pixels on a side, channels in, channels out, pixels on a side of the kernel. Gives the gradient of the
/// input where weights are given.
fn back_convolution(
    input: &[f32],
    (from, channels, to, kernel): (usize, usize, usize, usize),
    weights: Option<&[f32]>,
    out: &[f32],
    gradient: &mut [f32],
) -> Vec<f32> {
    let (side, pad) = (from / 2, kernel / 2);
    let mut back = vec![0.0; if weights.is_some() { input.len() } else { 0 }];
    let constants = gradient.len() - to;
    for at in 0..side * side {
        let sums = &out[at * to..][..to];
        if sums.iter().all(|sum| *sum == 0.0) {
            continue;
        }
        gradient[constants..].iter_mut().zip(sums).for_each(|(g, o)| *g += o);
        let (y, x) = (at / side * 2, at % side * 2);
        for ky in (0..kernel).filter(|ky| (pad..from + pad).contains(&(y + ky))) {
            for kx in (0..kernel).filter(|kx| (pad..from + pad).contains(&(x + kx))) {
                let pixel = ((y + ky - pad) * from + x + kx - pad) * channels;
                let tap = (ky * kernel + kx) * channels;
                for channel in 0..channels {
                    let row = (tap + channel) * to..(tap + channel + 1) * to;
                    let value = input[pixel + channel];
                    if value != 0.0 {
                        gradient[row.clone()].iter_mut().zip(sums).for_each(|(g, o)| *g += value * o);
                    }
                    if let Some(weights) = weights {
                        back[pixel + channel] +=
                            weights[row].iter().zip(sums).map(|(w, o)| w * o).sum::<f32>();
                    }
                }
            }
        }
    }
    back
}
