//! Geometries that are made axis by axis, by code that serves every rank.

#[cfg(feature = "alloc")]
use super::{Dynamic, MAX_RANK};
use super::{Fixed, Geometry, GeometryError};

/// Takes one axis after the other, and makes a geometry of them.
pub trait Grow {
    /// The geometry.
    type Out;

    /// No axes yet.
    fn start() -> Self;
    /// One axis more, behind the others.
    fn push(&mut self, length: usize, stride: isize);
    /// The geometry, unless it cannot have so many axes.
    fn finish(self, offset: usize) -> Result<Self::Out, GeometryError>;
}

/// A geometry of `R` axes, of which so many are there.
#[derive(Debug)]
pub struct GrowFixed<const R: usize> {
    geometry: Fixed<R>,
    axes: usize,
}

impl<const R: usize> Grow for GrowFixed<R> {
    type Out = Fixed<R>;

    #[inline]
    fn start() -> Self {
        GrowFixed { geometry: Geometry { shape: [0; R], strides: [0; R], offset: 0 }, axes: 0 }
    }
    #[inline]
    fn push(&mut self, length: usize, stride: isize) {
        if let (Some(l), Some(s)) = (self.geometry.shape.get_mut(self.axes), self.geometry.strides.get_mut(self.axes)) {
            (*l, *s) = (length, stride);
        }
        self.axes += 1;
    }
    #[inline]
    fn finish(self, offset: usize) -> Result<Fixed<R>, GeometryError> {
        match self.axes == R {
            true => Ok(Geometry { offset, ..self.geometry }),
            false => Err(GeometryError::Rank { dimensions: R, got: self.axes }),
        }
    }
}

#[cfg(feature = "alloc")]
impl Grow for Dynamic {
    type Out = Dynamic;

    fn start() -> Self {
        Geometry { shape: smallvec::SmallVec::new(), strides: smallvec::SmallVec::new(), offset: 0 }
    }
    fn push(&mut self, length: usize, stride: isize) {
        self.shape.push(length);
        self.strides.push(stride);
    }
    fn finish(self, offset: usize) -> Result<Dynamic, GeometryError> {
        match self.shape.len() <= MAX_RANK {
            true => Ok(Geometry { offset, ..self }),
            false => Err(GeometryError::TooManyDimensions { dimensions: self.shape.len() }),
        }
    }
}
