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
        fmt::Debug::fmt(&Self::read(bytes, at, ()), f)
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
