//! A record as generated code spells it, written by hand: the traits from outside of the crate, over every holder.
#![expect(clippy::unwrap_used, reason = "these are tests")]
#![expect(
    missing_docs,
    missing_debug_implementations,
    reason = "the macro writes them; here they would hide the shape"
)]

use std::cell::Cell;
use std::fmt;
use std::sync::Arc;

use view_core::__private as generated;
use view_core::{Bytes, BytesMut, Holds, Layout, Le, SizeError, TypedView, View};

/// `<I:id: 2s:side: T{<h:x: <h:y:}:spot: (2)<f:m:`, 18 bytes
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Trade<B = [u8; 18]>(B);

impl Trade {
    pub const FORMAT: &'static str = "<I:id: 2s:side: T{<h:x: <h:y:}:spot: (2)<f:m:";
    pub const SIZE: usize = 18;
}

impl<B: Bytes> Trade<B> {
    pub const fn new(bytes: B) -> Self
    where
        B: Holds<18>,
    {
        Trade(bytes)
    }
    pub fn from_bytes<S: generated::Source<18, Array = B>>(bytes: S) -> Result<Self, SizeError> {
        bytes.exact().map(Trade)
    }
    pub fn from_prefix<S: generated::Source<18, Array = B, Rest = R>, R>(bytes: S) -> Result<(Self, R), SizeError> {
        bytes.prefix().map(|(bytes, rest)| (Trade(bytes), rest))
    }
    pub fn from_offset<S: generated::Source<18, Array = B>>(bytes: S, offset: usize) -> Result<Self, SizeError> {
        bytes.at(offset).map(Trade)
    }
    pub fn id(&self) -> u32 {
        self.0.load_u32_le(0)
    }
    pub fn set_id(&mut self, value: u32)
    where
        B: BytesMut,
    {
        self.0.store_u32_le(0, value)
    }
    pub fn side(&self) -> B::Text<'_, 2> {
        self.0.text(4)
    }
    pub fn set_side(&mut self, value: &[u8; 2])
    where
        B: BytesMut,
    {
        self.0.store(4, *value)
    }
    pub fn spot(&self) -> Spot<B::Part<'_, 4>> {
        Spot(self.0.part(6))
    }
    pub fn spot_mut(&mut self) -> Spot<B::PartMut<'_, 4>>
    where
        B: BytesMut,
    {
        Spot(self.0.part_mut(6))
    }
    pub fn m(&self) -> TypedView<B::Part<'_, 8>, Le<f32>> {
        TypedView::__contiguous(self.0.part(10), [2])
    }
}

impl<B: Bytes> fmt::Debug for Trade<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Trade").field("id", &self.id()).field("side", &self.side()).finish_non_exhaustive()
    }
}

impl generated::Element for Trade {
    const SIZE: usize = 18;
    type Order = ();
    type Of<'s, B: Bytes + 's> = Trade<B::Part<'s, 18>>;
    fn read<'s, B: Bytes>(bytes: &'s B, at: usize, (): ()) -> Self::Of<'s, B> {
        Trade(bytes.part(at))
    }
    fn accept(layout: &Layout) -> Option<()> {
        (*layout == Layout::parse(Trade::FORMAT).unwrap()).then_some(())
    }
    fn describe((): ()) -> (Option<&'static str>, Layout) {
        (Some(Trade::FORMAT), Layout::parse(Trade::FORMAT).unwrap())
    }
    fn debug<B: Bytes>(bytes: &B, at: usize, (): (), f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Self::read(bytes, at, ()), f)
    }
}

const _: () = {
    #[derive(Clone, Copy)]
    pub struct Columns<B, const R: usize = 1>(TypedView<B, Trade, R>);
    impl<B: Bytes, const R: usize> Columns<B, R> {
        pub fn id(self) -> TypedView<B, Le<u32>, R> {
            self.0.__field(0)
        }
        pub fn spot(self) -> TypedView<B, Spot, R> {
            self.0.__field(6)
        }
    }
    impl generated::Record for Trade {
        const FORMAT: &'static str = Trade::FORMAT;
        type Columns<B: Bytes, const R: usize> = Columns<B, R>;
        type Mut<'s, B: Bytes + 's> = Trade<B::PartMut<'s, 18>>;
        fn __columns<B: Bytes, const R: usize>(of: TypedView<B, Self, R>) -> Columns<B, R> {
            Columns(of)
        }
        fn __read_mut<'s, B: BytesMut>(bytes: &'s mut B, at: usize) -> Self::Mut<'s, B> {
            Trade(bytes.part_mut(at))
        }
    }
};

/// `<h:x: <h:y:`, 4 bytes
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Spot<B = [u8; 4]>(B);

impl<B: Bytes> Spot<B> {
    pub fn x(&self) -> i16 {
        self.0.load_i16_le(0)
    }
    pub fn set_x(&mut self, value: i16)
    where
        B: BytesMut,
    {
        self.0.store_i16_le(0, value)
    }
}

impl generated::Element for Spot {
    const SIZE: usize = 4;
    type Order = ();
    type Of<'s, B: Bytes + 's> = Spot<B::Part<'s, 4>>;
    fn read<'s, B: Bytes>(bytes: &'s B, at: usize, (): ()) -> Self::Of<'s, B> {
        Spot(bytes.part(at))
    }
    fn accept(_: &Layout) -> Option<()> {
        None
    }
    fn describe((): ()) -> (Option<&'static str>, Layout) {
        (Some("<h:x: <h:y:"), Layout::parse("<h:x: <h:y:").unwrap())
    }
}

fn total(trade: &Trade<impl Bytes>) -> u32 {
    trade.id() + trade.spot().x() as u32
}

fn bump(trade: &mut Trade<impl BytesMut>) {
    trade.set_id(trade.id() + 1);
    let x = trade.spot().x();
    trade.spot_mut().set_x(x + 1);
    trade.set_side(b"ab");
}

fn check(mut trade: Trade<impl BytesMut>) {
    trade.set_id(7);
    trade.spot_mut().set_x(3);
    bump(&mut trade);
    assert_eq!(total(&trade), 12);
    assert_eq!(trade.side().as_ref(), b"ab");
    assert_eq!(trade.m().at(1), 0.0);
}

#[test]
fn records_over_every_holder() {
    const ZERO: Trade = Trade::new([0; 18]);
    let mut bytes = [0; 18];
    check(ZERO);
    check(Trade::new(&mut bytes));
    check(Trade::from_bytes(&mut bytes[..]).unwrap());
    check(Trade::from_bytes(Cell::from_mut(&mut bytes[..]).as_slice_of_cells()).unwrap());
    check(Trade::new(Box::new([0; 18])));
    assert_eq!(total(&Trade::new(Arc::new(bytes))), 12);
    assert_eq!(total(&Trade::new(&bytes)), 12);
    assert_eq!(total(&Trade::from_prefix(&bytes.to_vec()).unwrap().0), 12);
    assert_eq!(Trade::from_offset(&bytes, 1).unwrap_err(), SizeError::at(1, 18, 17));
}

#[test]
fn many_records_and_their_columns() {
    let mut bytes = vec![0; 3 * 18];
    let mut rows = TypedView::<_, Trade>::from_bytes(&mut bytes).unwrap();
    for i in 0..3 {
        rows.at_mut(i).set_id(i as u32 + 1);
        rows.at_mut(i).spot_mut().set_x(-(i as i16));
    }
    rows.columns_mut().id().set([1], 9).unwrap();
    assert_eq!(rows.columns().id().sum(), 13);
    assert_eq!(rows.iter().rev().map(|row| row.id()).collect::<Vec<_>>(), [3, 9, 1]);
    assert_eq!(rows.columns().spot().at(2).x(), -2);
    assert!(rows.get([3]).is_none() && rows.get_mut([3]).is_none());
    assert!(format!("{:?}", rows.slice(1..2).unwrap()).starts_with(r#"[Trade { id: 9, side: [0, 0]"#));

    // Columns of shared bytes outlive the view that they were taken from.
    let ids = TypedView::<_, Trade>::from_bytes(&bytes).unwrap().columns().id();
    assert_eq!(ids.to_vec(), [1, 9, 3]);

    // Over cells, rows are written side by side.
    let cells = Cell::from_mut(&mut bytes[..]).as_slice_of_cells();
    let rows = TypedView::<_, Trade>::from_bytes(cells).unwrap();
    let (mut first, mut second) = (rows.at(0), rows.at(1));
    first.set_id(5);
    second.set_id(6);
    first.set_id(first.id() + second.id());
    assert_eq!(rows.columns().id().to_vec(), [11, 6, 3]);
}

#[test]
fn run_time_views_read_as_records() {
    let bytes = [1; 36];
    let view = View::new(&bytes).cast(Trade::FORMAT).unwrap();
    assert_eq!(view.view().typed::<Trade, 1>().unwrap().at(1).id(), 0x0101_0101);
    let error = View::new(&bytes).cast("18s").unwrap().typed::<Trade, 1>().unwrap_err().to_string();
    assert!(error.contains("elements of format `18s` cannot be read as `") && error.contains("Trade"), "{error}");
}
