//! One value everywhere.

use smallvec::SmallVec;
use view_format::{Kind, Layout};

use super::View;
use crate::bytes::{BytesMut, Writable};
use crate::error::ViewError;
use crate::kernel::{Axes, Row, fill_row};
use crate::value::{Value, encode};

impl<B: Writable> View<B> {
    /// Overwrites every element with one value. Padding in them stays as it is.
    ///
    /// ```
    /// use view_core::{Value, View};
    ///
    /// let mut data = [9; 8];
    /// let mut view = View::new(&mut data).cast(">h")?;
    /// view.slice_mut(1..3)?.fill(-2)?;
    /// assert_eq!(view.to_list(), Value::list([0x0909, -2, -2, 0x0909]));
    /// assert!(view.fill(40_000).is_err());
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the value does not fit the format, as in Python's `struct`; and where the bytes turn out to be read-only. Nothing is
    /// written then.
    pub fn fill(&mut self, value: impl Into<Value>) -> Result<(), ViewError> {
        let mut target = self.bytes.writable()?;
        let mut element: SmallVec<[u8; 32]> = SmallVec::from_elem(0, self.element.itemsize());
        encode::encode(self.element.layout(), &value.into(), &mut element)?;
        let (once, _) = self.geometry.clone().once();
        let strides = (&once.strides[..], once.offset);
        let Some(axes) = Axes::new(&once.shape, strides, strides) else { return Ok(()) };
        let mut parts = SmallVec::new();
        written(self.element.layout(), 0, &mut parts);
        for (start, end) in parts {
            let mut axes = axes.clone();
            axes.b += start;
            fill(&mut target, axes, &element[start..end]);
        }
        Ok(())
    }
}

/// The parts of an element that are no padding, neighbours merged.
fn written(layout: &Layout, at: usize, parts: &mut SmallVec<[(usize, usize); 4]>) {
    for field in layout.fields() {
        let start = at + field.offset();
        match field.kind() {
            Kind::Scalar(_) => add(start, start + field.size(), parts),
            Kind::Record(inner) => {
                let mut first = SmallVec::new();
                written(inner, 0, &mut first);
                for i in 0..field.size().checked_div(inner.size()).unwrap_or(0) {
                    let start = start + i * inner.size();
                    first.iter().for_each(|part| add(start + part.0, start + part.1, parts));
                }
            }
        }
    }
}

fn add(start: usize, end: usize, parts: &mut SmallVec<[(usize, usize); 4]>) {
    match parts.last_mut() {
        Some(last) if last.1 == start => last.1 = end,
        _ => parts.push((start, end)),
    }
}

fn fill(to: &mut impl BytesMut, axes: Axes, part: &[u8]) {
    let mut axes = axes.simplify();
    let row = axes.take_row();
    let row = |start| Row { start, stride: row.b, length: row.length };
    macro_rules! dispatch {
        ($($size:literal)*) => {
            match part.len() {
                $($size => {
                    if let Some(&raw) = part.first_chunk::<$size>() {
                        axes.each(|_, at| fill_row(to, row(at), $size, raw));
                    }
                })*
                _ => axes.each(|_, at| {
                    let Row { start, stride, length } = row(at);
                    for i in 0..length as isize {
                        to.write(start.wrapping_add_signed(i.wrapping_mul(stride)), part);
                    }
                }),
            }
        };
    }
    dispatch!(1 2 3 4 8 12 16)
}
