//! Pascal strings: a length byte, then bytes.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;

use view_format::{ByteOrder, Layout, ScalarKind};

use super::text::{plain, write_string};
use super::{Element, Scalar};
use crate::bytes::Bytes;
use crate::source::SizeError;

/// `Kp`: a length byte and a string of at most `K - 1` bytes.
#[derive(Debug)]
pub struct Pascal<const K: usize>(());

impl<const K: usize> Element for Pascal<K> {
    const SIZE: usize = K;
    type Order = ();
    type Of<'s, B: Bytes + 's> = PascalText<B::Text<'s, K>>;

    #[inline]
    #[track_caller]
    fn read<'s, B: Bytes>(bytes: &'s B, at: usize, (): ()) -> PascalText<B::Text<'s, K>> {
        PascalText(bytes.text(at))
    }
    fn accept(layout: &Layout) -> Option<()> {
        let scalar = layout.as_scalar()?;
        (scalar.size() == K && scalar.kind() == ScalarKind::Pascal).then_some(())
    }
    fn describe((): ()) -> (Option<&'static str>, Layout) {
        (None, Layout::baked(K, 1, const { &[plain(ScalarKind::Pascal, K, ByteOrder::Little)] }))
    }
    fn debug<B: Bytes>(bytes: &B, at: usize, (): (), f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Self::read(bytes, at, ()), f)
    }
}

#[diagnostic::do_not_recommend]
impl<const K: usize> Scalar for Pascal<K> {
    type Value = PascalText<[u8; K]>;
    type Raw = [[u8; 1]; K];

    #[inline(always)]
    fn decode(raw: [[u8; 1]; K], (): ()) -> PascalText<[u8; K]> {
        PascalText(raw.map(|[byte]| byte))
    }
    #[inline(always)]
    fn encode(value: PascalText<[u8; K]>, (): ()) -> [[u8; 1]; K] {
        value.0.map(|byte| [byte])
    }
}

/// The string of a Pascal string, which derefs to its bytes.
///
/// ```
/// use view_core::PascalText;
///
/// let name: PascalText<[u8; 8]> = PascalText::from_text(b"view")?;
/// assert_eq!((&name[..], name.len()), (&b"view"[..], 4));
/// assert!(PascalText::<[u8; 4]>::from_text(b"view").is_err());
/// # Ok::<(), view_core::SizeError>(())
/// ```
#[derive(Clone, Copy)]
pub struct PascalText<T>(T);

impl<T: AsRef<[u8]>> fmt::Debug for PascalText<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_string(self, f)
    }
}

impl<const K: usize> PascalText<[u8; K]> {
    /// A field of `K` bytes that holds `text`.
    ///
    /// # Errors
    ///
    /// Where the text does not fit: one byte is its length, which is at most 255. `needed` counts that byte too.
    pub fn from_text(text: &[u8]) -> Result<Self, SizeError> {
        let needed = text.len().saturating_add(1);
        if needed > K.min(256) { Err(SizeError::new(needed, K.min(256))) } else { Ok(PascalText(pascal_bytes(text))) }
    }
}

/// Equal texts: what stands behind them in the field takes no part.
impl<T: AsRef<[u8]>, U: AsRef<[u8]>> PartialEq<PascalText<U>> for PascalText<T> {
    fn eq(&self, other: &PascalText<U>) -> bool {
        **self == **other
    }
}

impl<T: AsRef<[u8]>> Eq for PascalText<T> {}

impl<T: AsRef<[u8]>> Hash for PascalText<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl<const K: usize> Default for PascalText<[u8; K]> {
    fn default() -> Self {
        PascalText([0; K])
    }
}

impl<T: AsRef<[u8]>> PascalText<T> {
    #[doc(hidden)]
    pub fn new(field: T) -> Self {
        PascalText(field)
    }
}

impl<T: AsRef<[u8]>> Deref for PascalText<T> {
    type Target = [u8];

    /// As `struct.unpack` reads it: a length that is too great is cut to what the field holds.
    fn deref(&self) -> &[u8] {
        pascal_text(self.0.as_ref())
    }
}

impl<T: AsRef<[u8]>> AsRef<[u8]> for PascalText<T> {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

/// The string in a field: as many bytes as its first byte says, or as there are.
pub(crate) fn pascal_text(field: &[u8]) -> &[u8] {
    match field {
        [] => &[],
        [length, text @ ..] => &text[..text.len().min(usize::from(*length))],
    }
}

/// The field of `K` bytes that holds `text`, as `struct.pack` writes it: cut to `K - 1` bytes, padded with zeros.
#[doc(hidden)]
pub fn pascal_bytes<const K: usize>(text: &[u8]) -> [u8; K] {
    let mut field = [0; K];
    write_pascal(text, &mut field);
    field
}

/// Fills a field.
pub(crate) fn write_pascal(text: &[u8], field: &mut [u8]) {
    let Some((length, room)) = field.split_first_mut() else { return };
    let kept = text.len().min(room.len());
    // A field longer than 256 bytes can hold more than its length byte can say.
    *length = u8::try_from(kept).unwrap_or(u8::MAX);
    room.fill(0);
    room[..kept].copy_from_slice(&text[..kept]);
}
