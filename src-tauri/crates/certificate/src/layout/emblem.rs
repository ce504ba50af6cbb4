//! Drawings made of polygons: the emblem and the two-dimensional code.

use crate::layout::canvas::Area;
use qrcode::{Color, EcLevel, QrCode};

/// Rings of a drawing.
pub type Rings = Vec<Vec<(f32, f32)>>;

/// The scalloped disc of the emblem, filled by the caller in one colour.
#[must_use]
pub fn disc(centre: (f32, f32), radius: f32) -> Rings {
    // Twelve scallops; 144 edges look round at any size that is printed.
    let points = 144_u16;
    vec![
        (0..points)
            .map(|i| {
                let angle = f32::from(i) / f32::from(points) * core::f32::consts::TAU;
                let r = radius * (0.945 + 0.055 * (angle * 12.0).cos());
                (centre.0 + r * angle.cos(), centre.1 + r * angle.sin())
            })
            .collect(),
    ]
}

/// The ring inside the disc.
#[must_use]
pub fn ring(centre: (f32, f32), radius: f32) -> Rings {
    [0.72_f32, 0.655]
        .iter()
        .map(|share| {
            (0..96_u16)
                .map(|i| {
                    let angle = f32::from(i) / 96.0 * core::f32::consts::TAU;
                    (centre.0 + radius * share * angle.cos(), centre.1 + radius * share * angle.sin())
                })
                .collect()
        })
        .collect()
}

/// The tick inside the ring.
#[must_use]
pub fn tick(centre: (f32, f32), radius: f32) -> Rings {
    let shape = [(-0.36, -0.02), (-0.25, 0.09), (-0.09, -0.07), (0.27, 0.29), (0.38, 0.18), (-0.09, -0.29)];
    vec![shape.iter().map(|(x, y)| (centre.0 + radius * x, centre.1 + radius * y)).collect()]
}

/// A two-dimensional code (QR, level M) over an area, as one set of rectangles. None if the text is too long.
#[must_use]
pub fn code(text: &str, area: Area) -> Option<Rings> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M).ok()?;
    let width = code.width();
    let modules = f32::from(u16::try_from(width).ok()?);
    let side = (area.right - area.left) / modules;
    let mut rings = Vec::new();
    for (row, line) in code.to_colors().chunks(width).enumerate() {
        let mut start = 0;
        while start < line.len() {
            if line.get(start) != Some(&Color::Dark) {
                start += 1;
                continue;
            }
            let length = line.iter().skip(start).take_while(|module| **module == Color::Dark).count();
            let at = |n: usize| u16::try_from(n).map_or(0.0, f32::from) * side;
            let (left, right) = (area.left + at(start), area.left + at(start + length));
            let (top, bottom) = (area.top - at(row), area.top - at(row + 1));
            rings.push(vec![(left, bottom), (right, bottom), (right, top), (left, top)]);
            start += length;
        }
    }
    Some(rings)
}
