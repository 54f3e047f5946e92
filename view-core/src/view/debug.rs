//! `Debug` and `Display`: format, shape, and the first and last few values.

use core::fmt;

use super::View;
use crate::bytes::Bytes;
use crate::geometry::Shown;
use crate::value::brief::Brief;

/// Format, shape and values: ``view of `<i`, shape [3]: [1, 2, 3]``; of many elements the first and the last ones, a thousand in all
/// at most, and of long strings, arrays and records in them the starts. `{:#}` gives each row a line.
///
/// ```
/// use view_core::View;
///
/// let mut bytes = [1, 0, 2, 0, 3, 0, 4, 0];
/// let view = View::new(&mut bytes).cast_shape("<h", &[2, 2])?;
/// assert_eq!(view.to_string(), "view of `<h`, shape [2, 2]: [[1, 2], [3, 4]]");
/// assert_eq!(format!("{view:#}"), "view of `<h`, shape [2, 2]:\n[[1, 2],\n [3, 4]]");
///
/// let many = view.cast("B")?.broadcast_to(&[1000, 8])?;
/// assert_eq!(many.slice(view_core::s![.., ..2])?.to_string(),
///     "read-only view of `B`, shape [1000, 2]: [[1, 0], [1, 0], [1, 0], [1, 0], [1, 0], [1, 0], ... 988 more ..., \
///      [1, 0], [1, 0], [1, 0], [1, 0], [1, 0], [1, 0]]");
/// # Ok::<(), view_core::ViewError>(())
/// ```
impl<B: Bytes> fmt::Display for View<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.readonly() { "read-only view" } else { "view" };
        write!(f, "{kind} of `{}`, shape {:?}:", self.format(), self.shape())?;
        f.write_str(if f.alternate() { "\n" } else { " " })?;
        self.write_part(0, self.geometry.offset, &mut Brief::new(), f)
    }
}

impl<B: Bytes> fmt::Debug for View<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<B: Bytes> View<B> {
    /// The elements whose first indices are known, as many as there are axes before `axis`.
    fn write_part(&self, axis: usize, offset: usize, brief: &mut Brief, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Some(&length), Some(&stride)) = (self.shape().get(axis), self.strides().get(axis)) else {
            // Values have no form of several lines.
            return brief.write(self.layout(), &self.bytes.units()[offset..][..self.itemsize()], f);
        };
        f.write_str("[")?;
        for (place, index) in Shown::of(self.shape(), axis).indices(length).enumerate() {
            match place {
                0 => {}
                _ if f.alternate() && axis + 1 < self.ndim() => write!(f, ",\n{:1$}", "", axis + 1)?,
                _ => f.write_str(", ")?,
            }
            match index {
                Ok(i) => {
                    let offset = offset.wrapping_add_signed((i as isize).wrapping_mul(stride));
                    self.write_part(axis + 1, offset, brief, f)?;
                }
                Err(left) => write!(f, "... {left} more ...")?,
            }
        }
        f.write_str("]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, string::ToString, vec, vec::Vec};

    /// What is short is written as the values are, and whatever is long costs what is shown of it.
    #[test]
    fn elements_are_shown_as_values_or_cut() {
        let bytes: Vec<u8> = (0..=255).cycle().take(4800).collect();
        for format in [
            "<h",
            "3s",
            "c",
            "?",
            "<Zf",
            "e",
            "<2w",
            "5p",
            "2x:pad:",
            "<hh",
            "2h",
            "(2,3)B",
            "<H:a: 2s:b:",
            "T{<h:x: (2)b:y:}:p: d:q:",
            "<(2)T{B:a:B}",
            "0s",
            "",
            "2H:a:",
        ] {
            let size = crate::Struct::calcsize(format).unwrap();
            let view =
                View::new(&bytes[32..][..6 * size]).cast_shape(format, &[usize::from(size > 0) * 5 + 1]).unwrap();
            let shown = view.to_string();
            assert_eq!(shown.split_once("]: ").unwrap().1, view.to_list().to_string(), "{format}");
        }
        let shown = |format: &str| View::new(&bytes).cast(format).unwrap().to_string();
        for (format, expected) in [
            ("4800s", ">?'... 4736 more ...]"),
            ("4800x:pad:", ">?'... 4736 more ...)]"),
            ("(4800)B", "[[0, 1, 2, 3, 4, 5, ... 4788 more ..., 186, 187, 188, 189, 190, 191]]"),
            ("(48,100)B", "... 36 more ..."),
            ("4800B", "(0, 1, 2, "),
            ("4800B", "22, 23, ... 4768 more ..., 184, "),
            ("T{T{(60,80)B:a:}:b:}:c:", "(c=(b=(a=[[0, 1, "),
            ("100T{(48)T{B:a:}}", "... 68 more ..."),
        ] {
            let text = shown(format);
            assert!(text.contains(expected) && text.len() < 9000, "{format}: {text}");
        }
        // Many wide elements share what is written.
        let wide = "H".repeat(24);
        let many = View::new(&bytes).cast(&wide).unwrap().broadcast_to(&[14, 9, 100]).unwrap().to_string();
        assert!(many.contains("(..., ..., ") && many.len() < 60_000, "{}", many.len());
        assert_eq!(
            format!("{:?}", View::new(&vec![0; 0]).cast_shape("4800s", &[0, 3]).unwrap()),
            "read-only view of `4800s`, shape [0, 3]: []"
        );
    }
}
