//! An index or a shape in an error.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::fmt;

/// An index or a shape, as an error keeps it. Without `alloc` it keeps the first four numbers, and how many there were.
#[derive(Clone, PartialEq, Eq)]
pub struct Numbers {
    #[cfg(feature = "alloc")]
    kept: Box<[usize]>,
    #[cfg(not(feature = "alloc"))]
    kept: [usize; 4],
    length: usize,
}

impl Numbers {
    /// Keeps `numbers`.
    pub fn new(numbers: &[usize]) -> Numbers {
        #[cfg(feature = "alloc")]
        let kept = numbers.into();
        #[cfg(not(feature = "alloc"))]
        let kept = core::array::from_fn(|i| numbers.get(i).copied().unwrap_or(0));
        Numbers { kept, length: numbers.len() }
    }

    /// The numbers that are kept: with `alloc` all, else at most four.
    pub fn as_slice(&self) -> &[usize] {
        &self.kept[..self.length.min(self.kept.len())]
    }

    /// How many numbers there were.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether there were none.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }
}

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[")?;
        for (i, number) in self.as_slice().iter().enumerate() {
            write!(f, "{}{number}", if i == 0 { "" } else { ", " })?;
        }
        f.write_str(if self.as_slice().len() < self.length { ", ...]" } else { "]" })
    }
}

impl fmt::Debug for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
