//! Who exports itself: numbers, slices and arrays of them, what points to one, and views.

use alloc::{borrow::Cow, borrow::ToOwned, boxed::Box, rc::Rc, sync::Arc, vec::Vec};
use core::slice;

use smallvec::SmallVec;

use super::{Buffer, BufferElement, BufferElementMut, BufferMut};
use crate::bytes::Bytes;
use crate::error::ViewError;
use crate::source::SliceSource;
use crate::view::{ElementType, View};

/// The bytes of elements `T` as a view of these dimensions, before those that each element has itself.
fn export<T: BufferElement, S: SliceSource>(bytes: S, outer: &[usize]) -> Result<View<S::Bytes>, ViewError> {
    let mut shape: SmallVec<[usize; 4]> = outer.into();
    T::axes(&mut |length| shape.push(length));
    View::new(bytes).recast(ElementType::baked(T::FORMAT, T::layout()), Some((&shape[..]).into()))
}

#[diagnostic::do_not_recommend]
impl<T: BufferElement> Buffer for [T] {
    fn buffer(&self) -> Result<View<&[u8]>, ViewError> {
        export::<T, _>(T::bytes(self), &[self.len()])
    }
}

#[diagnostic::do_not_recommend]
impl<T: BufferElementMut> BufferMut for [T] {
    fn buffer_mut(&mut self) -> Result<View<&mut [u8]>, ViewError> {
        let length = self.len();
        export::<T, _>(T::bytes_mut(self), &[length])
    }
}

/// What holds a slice.
macro_rules! slices {
    ($([$($generics:tt)*] $holder:ty;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<T: BufferElement, $($generics)*> Buffer for $holder {
            fn buffer(&self) -> Result<View<&[u8]>, ViewError> {
                self[..].buffer()
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: BufferElementMut, $($generics)*> BufferMut for $holder {
            fn buffer_mut(&mut self) -> Result<View<&mut [u8]>, ViewError> {
                self[..].buffer_mut()
            }
        }
    )* };
}
slices! {
    [const N: usize] [T; N];
    [] Vec<T>;
}

/// One element, of no dimensions.
macro_rules! scalars {
    (read $($t:ty)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Buffer for $t {
            fn buffer(&self) -> Result<View<&[u8]>, ViewError> {
                export::<$t, _>(<$t>::bytes(slice::from_ref(self)), &[])
            }
        }
    )* };
    (write $($t:ty)*) => {
        scalars! { read $($t)* }
        $(
            #[diagnostic::do_not_recommend]
            impl BufferMut for $t {
                fn buffer_mut(&mut self) -> Result<View<&mut [u8]>, ViewError> {
                    export::<$t, _>(<$t>::bytes_mut(slice::from_mut(self)), &[])
                }
            }
        )*
    };
}
scalars! { read bool char }
scalars! { write u8 u16 u32 u64 usize i8 i16 i32 i64 isize f32 f64 }
#[cfg(feature = "half")]
scalars! { write half::f16 }
#[cfg(feature = "num-complex")]
scalars! { write num_complex::Complex<f32> num_complex::Complex<f64> }

/// What points to a buffer.
macro_rules! pointers {
    ($([$($generics:tt)*] $pointer:ty;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Buffer for $pointer {
            fn buffer(&self) -> Result<View<&[u8]>, ViewError> {
                (**self).buffer()
            }
        }
    )* };
}
pointers! {
    [T: Buffer + ?Sized] &T;
    [T: Buffer + ?Sized] &mut T;
    [T: Buffer + ?Sized] Box<T>;
    [T: Buffer + ?Sized] Rc<T>;
    [T: Buffer + ?Sized] Arc<T>;
    [T: Buffer + ToOwned + ?Sized] Cow<'_, T>;
}

#[diagnostic::do_not_recommend]
impl<T: BufferMut + ?Sized> BufferMut for &mut T {
    fn buffer_mut(&mut self) -> Result<View<&mut [u8]>, ViewError> {
        (**self).buffer_mut()
    }
}

#[diagnostic::do_not_recommend]
impl<T: BufferMut + ?Sized> BufferMut for Box<T> {
    fn buffer_mut(&mut self) -> Result<View<&mut [u8]>, ViewError> {
        (**self).buffer_mut()
    }
}

/// A view of a view is the same view, as in Python. Over cells it has none: others may write them.
#[diagnostic::do_not_recommend]
impl<B: Bytes<Unit = u8>> Buffer for View<B> {
    fn buffer(&self) -> Result<View<&[u8]>, ViewError> {
        Ok(self.as_readonly())
    }
}
