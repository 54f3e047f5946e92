//! All elements to one value: folds, sums, the least and the greatest.

use view_format::{ByteOrder, Scalar, ScalarKind};

use super::View;
use crate::bytes::Bytes;
use crate::element::{Complex, half_to_f32};
use crate::error::ViewError;
use crate::geometry::Offsets;
use crate::kernel::{Domain, Row, Wide, blocks, fold_offsets, sum_row};
use crate::value::Value;

impl<B: Bytes> View<B> {
    /// Folds the values of all elements, in C order: the last index fastest. [`typed`](View::typed) views fold without making
    /// `Value`s.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let text = View::new(b"abc").cast("c")?.fold(String::new(), |text, value| format!("{text}{value} "));
    /// assert_eq!(text, "b'a' b'b' b'c' ");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    pub fn fold<A>(&self, init: A, mut each: impl FnMut(A, Value) -> A) -> A {
        fold_offsets(self.shape(), self.strides(), self.geometry.offset, init, &mut |state, at| {
            each(state, self.value_at(at))
        })
    }

    /// The sum of all elements, which have to be numbers: of integers and bools the exact sum, if it fits 64 bits; of floats an `f64`.
    ///
    /// ```
    /// use view_core::{Value, View};
    ///
    /// assert_eq!(View::new(&[200, 200]).sum()?, Value::from(400));
    /// assert_eq!(View::new(&[0x3f, 0xc0, 0, 0]).cast(">f")?.sum()?, Value::from(1.5));
    /// let error = View::new(&[0xff; 16]).cast("Q")?.sum().unwrap_err();
    /// assert_eq!(error.to_string(), "the sum, 36893488147419103230, does not fit 64 bits; `fold` adds up in any type");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// Floats are added up row by row in eight interleaved lanes, which are then added up in order; neighbouring axes of which one
    /// steps on where the other ends are one row. [`fold`](View::fold) goes strictly one after the other. Numbers that strides of 0
    /// repeat are read once, and the sum multiplied.
    ///
    /// # Errors
    ///
    /// Where the elements are no numbers, and where the sum of integers does not fit.
    pub fn sum(&self) -> Result<Value, ViewError> {
        let scalar = self.number()?;
        let (once, times) = self.once();
        if scalar.kind() == ScalarKind::Complex {
            let Complex { re, im } = once.sum_complex(scalar);
            return Ok(Value::Complex(re * times as f64, im * times as f64));
        }
        let integer = match Domain::of(scalar) {
            Some(Domain::Signed) => once.sum_integers(scalar, |number: i64| number.into(), |number: i64| number),
            Some(Domain::Unsigned) => {
                once.sum_integers(scalar, |number: u64| number.into(), |number: u64| number as i64)
            }
            _ => return Ok(Value::Float(once.sum_floats(scalar) * times as f64)),
        };
        // No overflow: there are fewer than 2^63 elements of 64 bits.
        let integer = integer * times as i128;
        i64::try_from(integer)
            .map(Value::Int)
            .or_else(|_| u64::try_from(integer).map(Value::Uint))
            .map_err(|_| ViewError::SumOverflow { sum: integer })
    }

    /// The least element, which have to be numbers; `None` where there are no elements. Of floats it is NaN if any of them is.
    ///
    /// ```
    /// use view_core::{Value, View};
    ///
    /// let view = View::new(&[3, 255, 7]).cast("b")?;
    /// assert_eq!((view.min()?, view.max()?), (Some(Value::from(-1)), Some(Value::from(7))));
    /// assert_eq!(view.slice(..0)?.min()?, None);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the elements are no numbers, or complex ones, which have no order.
    pub fn min(&self) -> Result<Option<Value>, ViewError> {
        self.extreme(core::cmp::Ordering::Less)
    }

    /// The greatest element; else as [`min`](View::min).
    ///
    /// # Errors
    ///
    /// As for [`min`](View::min).
    pub fn max(&self) -> Result<Option<Value>, ViewError> {
        self.extreme(core::cmp::Ordering::Greater)
    }

    /// The kind of number that the elements are.
    fn number(&self) -> Result<Scalar, ViewError> {
        let is_number = |scalar: &Scalar| scalar.kind() == ScalarKind::Complex || Domain::of(*scalar).is_some();
        let scalar = self.layout().as_scalar().filter(is_number);
        scalar.ok_or_else(|| ViewError::NotNumbers { format: self.format().into() })
    }

    fn sum_integers<W: Wide>(&self, scalar: Scalar, exact: impl Fn(W) -> i128, low: impl Fn(W) -> i64) -> i128 {
        let Some(mut axes) = self.own_axes() else { return 0 };
        let row = axes.take_row();
        let mut sum: i128 = 0;
        axes.each(|start, _| {
            let row = Row { start, stride: row.a, length: row.length };
            blocks(scalar, self.bytes.units(), row, |_, numbers: &[W]| {
                sum += if scalar.size() <= 4 {
                    // So few numbers of 32 bits do not overflow 64.
                    i128::from(numbers.iter().map(|&number| low(number)).sum::<i64>())
                } else {
                    numbers.iter().map(|&number| exact(number)).sum::<i128>()
                };
                true
            });
        });
        sum
    }

    fn rows<A>(&self, init: A, mut each: impl FnMut(A, Row) -> A) -> A {
        Offsets::new(self.geometry.clone()).fold_rows(init, |state, row| each(state, row.into()))
    }

    fn sum_floats(&self, scalar: Scalar) -> f64 {
        let units = self.bytes.units();
        macro_rules! sum {
            ($size:literal, $decode:expr) => {
                self.rows(0.0, |total, row| sum_row(units, row, $size, total, $decode))
            };
        }
        match (scalar.size(), scalar.order()) {
            (2, ByteOrder::Little) => sum!(2, |raw| f64::from(half_to_f32(u16::from_le_bytes(raw)))),
            (2, ByteOrder::Big) => sum!(2, |raw| f64::from(half_to_f32(u16::from_be_bytes(raw)))),
            (4, ByteOrder::Little) => sum!(4, |raw| f64::from(f32::from_le_bytes(raw))),
            (4, ByteOrder::Big) => sum!(4, |raw| f64::from(f32::from_be_bytes(raw))),
            (_, ByteOrder::Little) => sum!(8, f64::from_le_bytes),
            (_, ByteOrder::Big) => sum!(8, f64::from_be_bytes),
        }
    }

    fn sum_complex(&self, scalar: Scalar) -> Complex<f64> {
        let size = scalar.size() / 2;
        let part = Scalar::new(ScalarKind::Float, size, scalar.order());
        let mut parts = [0.0; 2];
        self.rows(Complex { re: 0.0, im: 0.0 }, |mut total: Complex<f64>, row| {
            for i in 0..row.length as isize {
                let start = row.start.wrapping_add_signed(i.wrapping_mul(row.stride));
                let row = Row { start, stride: size as isize, length: 2 };
                f64::read(part, self.bytes.units(), row, &mut parts);
                total.re += parts[0];
                total.im += parts[1];
            }
            total
        })
    }

    fn extreme(&self, wanted: core::cmp::Ordering) -> Result<Option<Value>, ViewError> {
        let scalar = self.number()?;
        let is_less = wanted.is_lt();
        Ok(match Domain::of(scalar) {
            Some(Domain::Signed) => {
                self.reduce(scalar, |a: i64, b| if is_less { a.min(b) } else { a.max(b) }).map(Value::Int)
            }
            Some(Domain::Unsigned) => {
                let extreme = self.reduce(scalar, |a: u64, b| if is_less { a.min(b) } else { a.max(b) });
                extreme.map(|number| {
                    if scalar.kind() == ScalarKind::Bool { Value::Bool(number != 0) } else { Value::Uint(number) }
                })
            }
            Some(Domain::Float) => {
                let extreme = |a: f64, b: f64| match (is_less, a.is_nan()) {
                    (_, true) => a,
                    (true, false) => {
                        if a <= b {
                            a
                        } else {
                            b
                        }
                    }
                    (false, false) => {
                        if a >= b {
                            a
                        } else {
                            b
                        }
                    }
                };
                self.reduce(scalar, extreme).map(Value::Float)
            }
            None => return Err(ViewError::NotNumbers { format: self.format().into() }),
        })
    }

    fn reduce<W: Wide>(&self, scalar: Scalar, choose: impl Fn(W, W) -> W) -> Option<W> {
        let mut axes = self.once().0.own_axes()?;
        let row = axes.take_row();
        let mut result = None;
        axes.each(|start, _| {
            let row = Row { start, stride: row.a, length: row.length };
            blocks(scalar, self.bytes.units(), row, |_, numbers: &[W]| {
                result = numbers.iter().copied().chain(result).reduce(&choose);
                true
            });
        });
        result
    }
}
