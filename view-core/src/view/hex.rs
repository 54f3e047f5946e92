//! The bytes in hexadecimal digits.

use alloc::string::String;
use core::fmt;

use super::View;
use crate::bytes::{Byte, Bytes};
use crate::error::expect_memory;
use crate::geometry::Offsets;

/// Where separators stand: Python's `sep` and `bytes_per_sep`.
#[derive(Clone, Copy)]
struct Groups {
    separator: char,
    /// Bytes of a group; groups are counted from the right if positive, from the left if negative.
    bytes: isize,
    of: usize,
}

impl Groups {
    /// Whether a separator stands before byte `i`.
    fn separates(self, i: usize) -> bool {
        let size = self.bytes.unsigned_abs();
        let place = if self.bytes > 0 { self.of - i } else { i };
        size != 0 && i != 0 && place % size == 0
    }
}

impl<B: Bytes> View<B> {
    /// The bytes of all elements, in C order, in hexadecimal digits: two for each, in lower case.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// assert_eq!(View::new(b"\xb9\x01\xef").hex(), "b901ef");
    /// ```
    ///
    /// # Panics
    ///
    /// Where elements are repeated so often that there is no memory for them.
    #[track_caller]
    pub fn hex(&self) -> String {
        self.hex_with('\0', 0)
    }

    /// As [`hex`](View::hex), with `separator` between groups of `bytes`. These are counted from the right; if negative, from the
    /// left; 0 makes none.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let view = View::new(b"\xb9\x01\xef");
    /// assert_eq!(view.hex_with(':', 1), "b9:01:ef");
    /// assert_eq!(view.hex_with('_', 2), "b9_01ef");
    /// assert_eq!(view.hex_with('_', -2), "b901_ef");
    /// ```
    ///
    /// # Panics
    ///
    /// As for [`hex`](View::hex).
    #[track_caller]
    pub fn hex_with(&self, separator: char, bytes: isize) -> String {
        let digits = self.nbytes().saturating_mul(2);
        let separators = self.nbytes().checked_div(bytes.unsigned_abs()).unwrap_or(0);
        let length = digits.saturating_add(separators.saturating_mul(separator.len_utf8()));
        expect_memory::<u8>(length, self.bytes.units().len().saturating_mul(4));
        let mut text = String::with_capacity(length);
        // Writing to a string cannot fail.
        let _ = self.hex_into(&mut text, separator, bytes);
        text
    }

    /// As [`hex_with`](View::hex_with), to any writer.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn hex_into(&self, to: &mut impl fmt::Write, separator: char, bytes: isize) -> fmt::Result {
        let groups = Groups { separator, bytes, of: self.nbytes() };
        let mut written = 0;
        if let Some(bytes) = self.as_packed() {
            return write(to, bytes, groups, &mut written);
        }
        let (units, itemsize) = (self.bytes.units(), self.itemsize());
        let mut offsets = Offsets::new(self.geometry.clone());
        while let Some(at) = offsets.next() {
            write(to, &units[at..][..itemsize], groups, &mut written)?;
        }
        Ok(())
    }
}

/// Writes some bytes, `written` of all having been written before.
fn write<U: Byte>(to: &mut impl fmt::Write, bytes: &[U], groups: Groups, written: &mut usize) -> fmt::Result {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| DIGITS[usize::from(value & 15)];
    if groups.bytes == 0 {
        // Pairs of digits, many at once.
        let mut text = [0; 128];
        for bytes in bytes.chunks(64) {
            for (pair, byte) in text.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
                *pair = [digit(byte.get() >> 4), digit(byte.get())];
            }
            to.write_str(core::str::from_utf8(&text[..2 * bytes.len()]).unwrap_or_default())?;
        }
        return Ok(());
    }
    for byte in bytes {
        if groups.separates(*written) {
            to.write_char(groups.separator)?;
        }
        to.write_char(digit(byte.get() >> 4).into())?;
        to.write_char(digit(byte.get()).into())?;
        *written += 1;
    }
    Ok(())
}
