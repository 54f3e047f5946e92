//! From record to record: loops over the values of one column in a block, with the size of a record as a constant where it
//! is a usual one. Then each is a loop over arrays, at half to two thirds of the time. Records are made of bytes, or of values.

use alloc::vec::Vec;

/// How far apart records are.
pub(crate) trait Steps: Copy {
    /// Reads a value at each record from the first on, which is at the front of `from`. What follows the last value may be
    /// shorter than a record.
    fn read<'b, U, T>(self, from: &'b [U], to: &mut [T], read: impl Fn(&'b [U]) -> T);
    /// As [`read`](Steps::read), of so many records, to the end of a vector.
    fn extend<'b, T>(self, from: &'b [u8], rows: usize, to: &mut Vec<T>, read: impl Fn(&'b [u8]) -> T);
    /// Writes a value at each record.
    fn write<T: Copy, U>(self, from: &[T], to: &mut [U], write: impl Fn(T, &mut [U]));
}

/// Records of `K` bytes.
#[derive(Clone, Copy)]
pub(crate) struct Fixed<const K: usize>;

/// Records of any size.
#[derive(Clone, Copy)]
pub(crate) struct Any(pub(crate) usize);

macro_rules! steps {
    ([$($generics:tt)*] $steps:ty, |$step:ident, $of:ident| $chunks:expr, $chunks_mut:expr) => {
        impl<$($generics)*> Steps for $steps {
            #[inline(always)]
            fn read<'b, U, T>(self, $of: &'b [U], to: &mut [T], read: impl Fn(&'b [U]) -> T) {
                let $step = self;
                let (chunks, rest) = $chunks;
                let whole = chunks.len();
                for (to, chunk) in to.iter_mut().zip(chunks) {
                    *to = read(&chunk[..]);
                }
                // At most one.
                to.iter_mut().skip(whole).for_each(|to| *to = read(rest));
            }
            #[inline(always)]
            fn extend<'b, T>(self, $of: &'b [u8], rows: usize, to: &mut Vec<T>, read: impl Fn(&'b [u8]) -> T) {
                let $step = self;
                let (chunks, rest) = $chunks;
                let whole = chunks.len();
                to.extend(chunks.into_iter().map(|chunk| read(&chunk[..])));
                to.extend((whole..rows).map(|_| read(rest)));
            }
            #[inline(always)]
            fn write<T: Copy, U>(self, from: &[T], $of: &mut [U], write: impl Fn(T, &mut [U])) {
                let $step = self;
                let (chunks, rest) = $chunks_mut;
                let whole = chunks.len();
                for (from, chunk) in from.iter().zip(chunks) {
                    write(*from, &mut chunk[..]);
                }
                from.iter().skip(whole).for_each(|from| write(*from, rest));
            }
        }
    };
}
steps!([const K: usize] Fixed<K>, |_step, of| of.as_chunks::<K>(), of.as_chunks_mut::<K>());
steps!([] Any, |step, of|
    { let chunks = of.chunks_exact(step.0); let rest = chunks.remainder(); (chunks, rest) },
    { let whole = of.len() / step.0 * step.0; let (whole, rest) = of.split_at_mut(whole); (whole.chunks_exact_mut(step.0), rest) }
);

/// Calls a method of the steps of a record of so many bytes, or of so many values.
macro_rules! with_steps {
    (values $count:expr, $method:ident $arguments:tt) => {
        with_steps!(@ $count, $method $arguments, 1 2 3 4 5 6 7 8)
    };
    ($step:expr, $method:ident $arguments:tt) => {
        with_steps!(@ $step, $method $arguments, 8 12 13 14 15 16 17 18 19 20 21 22 23 24 28 32)
    };
    (@ $step:expr, $method:ident $arguments:tt, $($size:literal)*) => {
        match $step {
            $($size => $crate::columns::steps::Fixed::<$size>.$method $arguments,)*
            step => $crate::columns::steps::Any(step).$method $arguments,
        }
    };
}
pub(crate) use with_steps;
