//! Equality of views, by value.

use super::TypedView;
use crate::bytes::Bytes;
use crate::element::{Element, Raw, Scalar};
use crate::geometry::Geometry;
use crate::kernel::fold_offsets;

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
        let one = |at| E::decode(E::Raw::load(&self.bytes, at), self.order);
        let another = |at| E::decode(E::Raw::load(&other.bytes, at), other.order);
        let mut position = 0;
        a.shape == b.shape
            && fold_offsets(&a.shape, &a.strides, a.offset, true, &mut |equal, at| {
                let there = offset_of(b, position);
                position += 1;
                equal && one(at) == another(there)
            })
    }
}

/// Where the element of this number in C order starts.
fn offset_of<const R: usize>(geometry: &Geometry<[usize; R], [isize; R]>, mut position: usize) -> usize {
    let mut at = geometry.offset;
    for (&length, &stride) in geometry.shape.iter().zip(&geometry.strides).rev() {
        at = at.wrapping_add_signed(((position % length) as isize).wrapping_mul(stride));
        position /= length;
    }
    at
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
