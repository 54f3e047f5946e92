//! From the little that macros say of a type to all that an element of views, a record and a field of others are: written
//! here once, since whatever stands in the output is compiled again for every record.

use core::fmt;

use view_format::{Field, Kind, Layout};

use super::Nested;
use crate::bytes::{Bytes, BytesMut};
use crate::element::{Element, Record};
use crate::typed::TypedView;
use crate::unpack::UnpackError;

/// What generated code knows of a record.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// The format, as written.
    pub format: &'static str,
    /// Bytes of one.
    pub size: usize,
    /// The strictest alignment of a field.
    pub align: usize,
    /// What lies where.
    pub fields: &'static [Field],
    /// What it is in the format of another: `T{<h:x:<h:y:}`.
    pub item: &'static str,
    /// As Python's `struct` has it behind a `<`, and behind a `>`.
    pub codes: [Option<&'static str>; 2],
}

impl Facts {
    /// Where the fields lie.
    pub const fn layout(&self) -> Layout {
        Layout::baked(self.size, self.align, self.fields)
    }
}

/// Where the fields of `T` lie. Called, this is computed where it is asked for; as a constant in the output it would be in every build.
#[doc(hidden)]
pub const fn layout_of<T: Viewed>() -> Layout {
    T::FACTS.layout()
}

/// A type by `view!` or a derive, which is an element, a record and a field of others in the way that `By` says.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no layout that is known here",
    label = "neither a number by its own name nor a record",
    note = "what can be a field: numbers, `bool`, `[u8; N]`, records by `view!`, structs and enums with `#[derive(Record)]`, and \
            arrays of these",
    note = "another name for a number hides it from the macro: write `u32` itself, or `#[view(format = \"I\")]` on the field"
)]
pub trait RecordType: Sized {
    /// [`ByView`] or [`ByValue`].
    type By;
}

/// A record type, over the array of its bytes.
#[doc(hidden)]
pub trait Viewed: Sized {
    /// The bytes of one: `[u8; N]`.
    type Array;
    /// The same record over other holders.
    type Over<C>;
    /// The type of its columns, around the view of all records.
    type Columns<V>;
    /// Format and layout.
    const FACTS: Facts;
    /// Over these bytes, which are as many as it needs.
    fn over<C>(bytes: C) -> Self::Over<C>;
    /// The columns of a view of many.
    fn columns<V>(view: V) -> Self::Columns<V>;
    /// The bytes of this one.
    fn bytes(&self) -> &Self::Array;
    /// As `Debug` shows the record over these bytes, if it does.
    fn debug<C: Bytes>(_bytes: C, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("_")
    }
}

/// A struct whose values are taken out of bytes and put in.
#[doc(hidden)]
pub trait Values: Sized {
    /// The record type that views the same bytes.
    type View: Viewed + Record;
    /// What reading one of many gives: the struct itself where all bytes are some, else a `Result`.
    type Of: FromRead<Self>;
    /// As [`Nested::read`].
    fn read<B: Bytes>(bytes: &B, at: usize) -> Result<Self, UnpackError>;
    /// As [`Nested::write`].
    fn write<B: BytesMut>(&self, bytes: &mut B, at: usize);
}

/// What reading a struct may be seen as.
#[doc(hidden)]
pub trait FromRead<T> {
    /// The values, or why there are none.
    fn from_read(read: Result<T, UnpackError>) -> Self;
}

impl<T> FromRead<T> for T {
    #[inline(always)]
    fn from_read(read: Result<T, UnpackError>) -> T {
        match read {
            Ok(values) => values,
            Err(error) => unreachable!("all bytes are values of this struct: {error}"),
        }
    }
}

impl<T> FromRead<T> for Result<T, UnpackError> {
    #[inline(always)]
    fn from_read(read: Result<T, UnpackError>) -> Self {
        read
    }
}

/// How a made type `T` is what it is.
#[doc(hidden)]
pub trait Way<T> {
    const SIZE: usize;
    const FACTS: Facts;
    type Of<'s, B: Bytes + 's>;
    type Columns<B: Bytes, const R: usize>;
    type Mut<'s, B: Bytes + 's>;
    type View: Element<Order = ()>;
    fn of<'s, B: Bytes>(bytes: &'s B, at: usize) -> Self::Of<'s, B>;
    fn of_mut<'s, B: BytesMut>(bytes: &'s mut B, at: usize) -> Self::Mut<'s, B>;
    fn columns<B: Bytes, const R: usize>(of: TypedView<B, T, R>) -> Self::Columns<B, R>
    where
        T: Element<Order = ()>;
    fn debug<B: Bytes>(bytes: &B, at: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result;
    fn unpack<B: Bytes>(bytes: &B, at: usize) -> Result<T, UnpackError>;
    fn pack<B: BytesMut>(value: &T, bytes: &mut B, at: usize);
}

/// Elements that are read as a record over their bytes.
#[doc(hidden)]
#[derive(Debug)]
pub struct ByView(());

impl<T, const N: usize> Way<T> for ByView
where
    T: Viewed<Array = [u8; N], Over<[u8; N]> = T> + RecordType<By = ByView>,
{
    const SIZE: usize = N;
    const FACTS: Facts = T::FACTS;
    type Of<'s, B: Bytes + 's> = T::Over<B::Part<'s, N>>;
    type Columns<B: Bytes, const R: usize> = T::Columns<TypedView<B, T, R>>;
    type Mut<'s, B: Bytes + 's> = T::Over<B::PartMut<'s, N>>;
    type View = T;
    #[inline(always)]
    fn of<'s, B: Bytes>(bytes: &'s B, at: usize) -> Self::Of<'s, B> {
        T::over(bytes.part(at))
    }
    #[inline(always)]
    fn of_mut<'s, B: BytesMut>(bytes: &'s mut B, at: usize) -> Self::Mut<'s, B> {
        T::over(bytes.part_mut(at))
    }
    #[inline(always)]
    fn columns<B: Bytes, const R: usize>(of: TypedView<B, T, R>) -> Self::Columns<B, R> {
        T::columns(of)
    }
    fn debug<B: Bytes>(bytes: &B, at: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::debug(bytes.part::<N>(at), f)
    }
    #[inline]
    fn unpack<B: Bytes>(bytes: &B, at: usize) -> Result<T, UnpackError> {
        Ok(T::over(bytes.load::<N>(at)))
    }
    #[inline]
    fn pack<B: BytesMut>(value: &T, bytes: &mut B, at: usize) {
        bytes.store(at, *value.bytes());
    }
}

/// Elements that are read as their values.
#[doc(hidden)]
#[derive(Debug)]
pub struct ByValue(());

impl<T: Values + RecordType<By = ByValue>> Way<T> for ByValue {
    const SIZE: usize = T::View::FACTS.size;
    const FACTS: Facts = T::View::FACTS;
    type Of<'s, B: Bytes + 's> = T::Of;
    type Columns<B: Bytes, const R: usize> = <T::View as Record>::Columns<B, R>;
    type Mut<'s, B: Bytes + 's> = <T::View as Record>::Mut<'s, B>;
    type View = T::View;
    #[inline(always)]
    fn of<B: Bytes>(bytes: &B, at: usize) -> T::Of {
        T::Of::from_read(T::read(bytes, at))
    }
    #[inline(always)]
    fn of_mut<'s, B: BytesMut>(bytes: &'s mut B, at: usize) -> Self::Mut<'s, B> {
        <T::View as Record>::__read_mut(bytes, at)
    }
    #[inline(always)]
    fn columns<B: Bytes, const R: usize>(of: TypedView<B, T, R>) -> Self::Columns<B, R> {
        <T::View as Record>::__columns(of.__field(0))
    }
    fn debug<B: Bytes>(_bytes: &B, _at: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("_")
    }
    #[inline(always)]
    fn unpack<B: Bytes>(bytes: &B, at: usize) -> Result<T, UnpackError> {
        T::read(bytes, at)
    }
    #[inline(always)]
    fn pack<B: BytesMut>(value: &T, bytes: &mut B, at: usize) {
        value.write(bytes, at);
    }
}

#[diagnostic::do_not_recommend]
impl<T: RecordType> Element for T
where
    T::By: Way<T>,
{
    const SIZE: usize = <T::By as Way<T>>::SIZE;
    type Order = ();
    type Of<'s, B: Bytes + 's> = <T::By as Way<T>>::Of<'s, B>;

    #[inline(always)]
    #[track_caller]
    fn read<'s, B: Bytes>(bytes: &'s B, at: usize, (): ()) -> Self::Of<'s, B> {
        <T::By as Way<T>>::of(bytes, at)
    }
    fn accept(layout: &Layout) -> Option<()> {
        (*layout == <T::By as Way<T>>::FACTS.layout()).then_some(())
    }
    fn describe((): ()) -> (Option<&'static str>, Layout) {
        let facts = <T::By as Way<T>>::FACTS;
        (Some(facts.format), facts.layout())
    }
    fn debug<B: Bytes>(bytes: &B, at: usize, (): (), f: &mut fmt::Formatter<'_>) -> fmt::Result {
        <T::By as Way<T>>::debug(bytes, at, f)
    }
}

#[diagnostic::do_not_recommend]
impl<T: RecordType> Record for T
where
    T::By: Way<T>,
{
    const FORMAT: &'static str = <T::By as Way<T>>::FACTS.format;
    type Columns<B: Bytes, const R: usize> = <T::By as Way<T>>::Columns<B, R>;
    type Mut<'s, B: Bytes + 's> = <T::By as Way<T>>::Mut<'s, B>;

    #[inline(always)]
    fn __columns<B: Bytes, const R: usize>(of: TypedView<B, T, R>) -> Self::Columns<B, R> {
        <T::By as Way<T>>::columns(of)
    }
    #[inline(always)]
    fn __read_mut<'s, B: BytesMut>(bytes: &'s mut B, at: usize) -> Self::Mut<'s, B> {
        <T::By as Way<T>>::of_mut(bytes, at)
    }
}

// Recommended, so that asking for the trait and for one of its types is one and the same error.
impl<T: RecordType> Nested for T
where
    T::By: Way<T>,
{
    const SIZE: usize = <T::By as Way<T>>::SIZE;
    const KIND: Kind = Kind::Record(<T::By as Way<T>>::FACTS.layout());
    const ITEM: &'static str = <T::By as Way<T>>::FACTS.item;
    const CODES: [Option<&'static str>; 2] = <T::By as Way<T>>::FACTS.codes;
    type View = <T::By as Way<T>>::View;

    #[inline(always)]
    fn read<B: Bytes>(bytes: &B, at: usize) -> Result<Self, UnpackError> {
        <T::By as Way<T>>::unpack(bytes, at)
    }
    #[inline(always)]
    fn write<B: BytesMut>(&self, bytes: &mut B, at: usize) {
        <T::By as Way<T>>::pack(self, bytes, at);
    }
}
