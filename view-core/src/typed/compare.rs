//! Equality of views, by value.

use super::TypedView;
use crate::bytes::Bytes;
use crate::element::{Element, Scalar};
use crate::geometry::{Geometry, compared};
use crate::kernel::{Row, all_row_pairs, equal_rows};

/// Views are equal where their shapes and all their values are, whatever holds the bytes and however they lie.
///
/// ```
/// use view_core::{Le, TypedView};
///
/// let (one, other) = ([1, 0, 2, 0], *b"\x01\0\x02\0");
/// assert_eq!(TypedView::<_, Le<u16>>::from_bytes(&one)?, TypedView::<_, Le<u16>>::from_bytes(&other[..])?);
/// # Ok::<(), view_core::SizeError>(())
/// ```
impl<B: Bytes, C: Bytes, E: Scalar, const R: usize> PartialEq<TypedView<C, E, R>> for TypedView<B, E, R>
where
    E::Value: PartialEq,
{
    fn eq(&self, other: &TypedView<C, E, R>) -> bool {
        let (a, b) = (&self.geometry, &other.geometry);
        let (a_units, b_units) = (self.bytes.units(), other.bytes.units());
        let difference = |x, y| E::decode(x, self.order) != E::decode(y, other.order);
        let mut rows = |x, y| equal_rows((a_units, x), (b_units, y), E::SIZE, difference);
        if a.shape != b.shape {
            return false;
        }
        let is_packed = R != 1 && a.is_row_major(E::SIZE) && b.is_row_major(E::SIZE);
        if is_packed {
            // All one row: short rows are slow.
            let row = |start| Row { start, stride: E::SIZE as isize, length: a.elements() };
            return rows(row(a.offset), row(b.offset));
        }
        if a.elements() == 0 {
            return true;
        }
        let mut all =
            |shape: [usize; R]| all_row_pairs(&shape, (&a.strides, a.offset), (&b.strides, b.offset), &mut rows);
        let (shape, other_shape) = compared(&a.shape, &a.strides, &b.strides);
        all(shape) && other_shape.is_none_or(all)
    }
}

impl<B: Bytes, E: Element<Order = ()>, const R: usize> TypedView<B, E, R> {
    /// The elements of a field with a shape, which lie one after the other, as one dimension.
    #[doc(hidden)]
    pub fn __flat(self) -> TypedView<B, E> {
        let shape = [self.geometry.elements()];
        let strides = [E::SIZE as isize];
        TypedView { bytes: self.bytes, geometry: Geometry { shape, strides, offset: self.geometry.offset }, order: () }
    }
}

#[cfg(test)]
mod tests {
    use crate::geometry::Geometry;
    use crate::{Be, Le, TypedView};

    #[test]
    fn equal_values_in_other_places() {
        let bytes = [1, 0, 9, 2, 0, 9, 3, 0, 9];
        let same = [1, 0, 2, 0, 3, 0];
        let packed = TypedView::<_, Le<u16>>::from_bytes(&same).unwrap();
        let strided: TypedView<_, Le<u16>> =
            TypedView { bytes: &bytes, geometry: Geometry { shape: [3], strides: [3], offset: 0 }, order: () };
        assert_eq!(strided, packed);
        assert_ne!(strided.slice(1..).unwrap(), packed.slice(..2).unwrap());
        let (zero, minus) = ([0; 4], [0x80, 0, 0, 0]);
        let float = |bytes| TypedView::<_, Be<f32>>::from_bytes(bytes).unwrap();
        assert_eq!(float(&zero), float(&minus));
        let nan = [0x7f, 0xc0, 0, 0];
        assert_ne!(float(&nan), float(&nan));
    }
}
