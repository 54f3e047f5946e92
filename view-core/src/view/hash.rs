//! Hashes, where they are defined.

use core::hash::Hasher;

use view_format::ScalarKind;

use super::View;
use crate::bytes::Bytes;
use crate::error::{ViewError, check_memory};

impl<B: Bytes> View<B> {
    /// Feeds the bytes of all elements, in C order, to a hasher, where equal views have equal bytes: where nothing can be written,
    /// and the format is one of single bytes (`B`, `b`, `c`) or of strings (`4s`). As in Python the shape takes no part.
    ///
    /// ```
    /// use std::hash::{DefaultHasher, Hasher};
    /// use view_core::{View, ViewError};
    ///
    /// fn hash(view: View<&[u8]>) -> Result<u64, ViewError> {
    ///     let mut hasher = DefaultHasher::new();
    ///     view.hash_into(&mut hasher)?;
    ///     Ok(hasher.finish())
    /// }
    ///
    /// let view = View::new(b"abcd");
    /// assert_eq!(hash(view.view())?, hash(view.view().cast_shape("c", &[2, 2])?)?);
    /// assert_eq!(hash(view.cast("<h")?).unwrap_err().to_string(), "cannot hash elements of format `<h`: equal numbers have \
    ///     different bytes in other formats; hash `to_bytes`, or cast to `B`");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// There is no `impl Hash`: views compare by value whatever their formats, and NaN is equal to nothing, so that they have no
    /// `Eq` either.
    ///
    /// # Errors
    ///
    /// Where the view can be written; where equal values of other formats have other bytes; and where elements are repeated so
    /// often that there is no memory for them.
    pub fn hash_into(&self, hasher: &mut impl Hasher) -> Result<(), ViewError> {
        if !self.readonly() {
            return Err(ViewError::HashOfWritable);
        }
        let is_bytes = self.layout().as_scalar().is_some_and(|scalar| match scalar.kind() {
            ScalarKind::Int | ScalarKind::Uint => scalar.size() == 1,
            ScalarKind::Char | ScalarKind::Bytes => true,
            _ => false,
        });
        if !is_bytes {
            return Err(ViewError::HashOfFormat { format: self.format().into() });
        }
        match self.as_packed() {
            Some(bytes) => hasher.write(bytes),
            None => {
                check_memory::<u8>(self.nbytes(), self.bytes.units().len())?;
                hasher.write(&self.to_bytes());
            }
        }
        Ok(())
    }
}
