//! Elements that are not numbers: `?` and strings of bytes.

use core::fmt;

use view_format::{ByteOrder, Field, Kind, Layout, ScalarKind};

use super::{Element, Numeric, Scalar};
use crate::bytes::Bytes;

/// The one field of an element that is one scalar.
pub(super) const fn plain(kind: ScalarKind, size: usize, order: ByteOrder) -> Field {
    Field::baked(None, 0, Kind::Scalar(view_format::Scalar::new(kind, size, order)), 1, &[])
}

/// `?`: true if the byte is not zero.
#[derive(Debug)]
pub struct Bool(());

impl Element for Bool {
    const SIZE: usize = 1;
    type Order = ();
    type Of<'s, B: Bytes + 's> = bool;

    #[inline(always)]
    #[track_caller]
    fn read<B: Bytes>(bytes: &B, at: usize, (): ()) -> bool {
        bytes.load_bool(at)
    }
    fn accept(layout: &Layout) -> Option<()> {
        (layout.as_scalar()?.kind() == ScalarKind::Bool).then_some(())
    }
    fn describe((): ()) -> (Option<&'static str>, Layout) {
        const FIELDS: &[Field] = &[plain(ScalarKind::Bool, 1, ByteOrder::Little)];
        (Some("?"), Layout::baked(1, 1, FIELDS))
    }
    fn debug<B: Bytes>(bytes: &B, at: usize, (): (), f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Self::read(bytes, at, ()), f)
    }
}

#[diagnostic::do_not_recommend]
impl Scalar for Bool {
    type Value = bool;
    type Raw = [u8; 1];

    #[inline(always)]
    fn decode([byte]: [u8; 1], (): ()) -> bool {
        byte != 0
    }
    #[inline(always)]
    fn encode(value: bool, (): ()) -> [u8; 1] {
        [value.into()]
    }
}

#[diagnostic::do_not_recommend]
impl Numeric for Bool {
    type Sum = u64;
    const EXACT: bool = true;

    #[inline(always)]
    fn summand(value: bool) -> u64 {
        value.into()
    }
}

/// `Ks`: a string of `K` bytes. Reading one gives `&[u8; K]`, over cells a copy.
#[derive(Debug)]
pub struct Text<const K: usize>(());

impl<const K: usize> Element for Text<K> {
    const SIZE: usize = K;
    type Order = ();
    type Of<'s, B: Bytes + 's> = B::Text<'s, K>;

    #[inline(always)]
    #[track_caller]
    fn read<'s, B: Bytes>(bytes: &'s B, at: usize, (): ()) -> B::Text<'s, K> {
        bytes.text(at)
    }
    fn accept(layout: &Layout) -> Option<()> {
        let scalar = layout.as_scalar()?;
        let is_text = matches!(scalar.kind(), ScalarKind::Bytes | ScalarKind::Char | ScalarKind::Void);
        (scalar.size() == K && is_text).then_some(())
    }
    fn describe((): ()) -> (Option<&'static str>, Layout) {
        (None, Layout::baked(K, 1, const { &[plain(ScalarKind::Bytes, K, ByteOrder::Little)] }))
    }
    fn debug<B: Bytes>(bytes: &B, at: usize, (): (), f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_string(Self::read(bytes, at, ()).as_ref(), f)
    }
}

/// A string as the literal that it would be, `b"BM"`; of long ones the start.
pub(crate) fn write_string(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    const MOST: usize = 256;
    match bytes.split_at_checked(MOST) {
        Some((start, rest)) if !rest.is_empty() => {
            write!(f, "b\"{}\"... {} more ...", start.escape_ascii(), rest.len())
        }
        _ => write!(f, "b\"{}\"", bytes.escape_ascii()),
    }
}

/// Written as a whole, `K` bytes. Byte by byte, since a string may have none, and an array of 0 bytes is no chunk.
#[diagnostic::do_not_recommend]
impl<const K: usize> Scalar for Text<K> {
    type Value = [u8; K];
    type Raw = [[u8; 1]; K];

    #[inline(always)]
    fn decode(raw: [[u8; 1]; K], (): ()) -> [u8; K] {
        raw.map(|[byte]| byte)
    }
    #[inline(always)]
    fn encode(value: [u8; K], (): ()) -> [[u8; 1]; K] {
        value.map(|byte| [byte])
    }
}

#[cfg(test)]
mod tests {
    use std::format;

    use super::*;
    use crate::{Pascal, PascalText, TypedView};

    #[test]
    fn strings_show_as_literals() {
        let view = TypedView::<_, Text<4>>::from_bytes(b"ab\n\0c\"\xff'").unwrap();
        assert_eq!(format!("{view:?}"), r#"[b"ab\n\x00", b"c\"\xff\'"]"#);
        let view = TypedView::<_, Pascal<4>>::from_bytes(b"\x02ab\0\xffcd'").unwrap();
        assert_eq!(format!("{view:?}"), r#"[b"ab", b"cd\'"]"#);
        assert_eq!(format!("{:?}", PascalText::<[u8; 4]>::from_text(b"ab").unwrap()), r#"b"ab""#);
        let long = TypedView::<_, Text<300>, 0>::contiguous(&[b'a'; 300], []).unwrap();
        let shown = format!("{long:?}");
        assert!(shown.ends_with("aaa\"... 44 more ...") && shown.len() == 256 + 3 + 15, "{shown}");
    }
}
