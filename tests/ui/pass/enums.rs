//! Enums: alone, in structs, as elements of views, and as what a number of a `view!` record is read as.
#![deny(warnings, missing_docs)]

use view_core::{Layout, Record, TypedView, UnpackError, VariantError, View, view};

/// All that can be in a file.
#[derive(Record, Clone, Copy)]
#[view(big_endian)]
#[repr(u16)]
pub enum Kind {
    /// A file.
    File = 1,
    /// One of the keywords.
    r#Type = FOLDER,
    /// The last.
    Last = u16::MAX,
}

const FOLDER: u16 = 0x0203;

#[derive(Record, Debug, PartialEq)]
#[view(native_endian)]
#[repr(i64)]
enum Signed {
    Least = i64::MIN,
    Zero = 0,
    One,
}

#[derive(Record, Debug, PartialEq)]
#[repr(i8)]
enum B {
    V0 = -1,
    S,
}

view! {
    /// Numbers that are read as enums, in the byte order of the format.
    #[derive(Debug, PartialEq, Eq, Hash, Default)]
    pub struct Entry = "<H:kind: b:side: q:type: T{<H:kind:}:at:" where kind: Kind, side: B, r#type: Signed;
    struct Other = "<I:id:";
}

fn main() {
    assert_eq!((Kind::FORMAT, Kind::SIZE, Kind::STRUCT_FORMAT), (">H", 2, ">H"));
    assert_eq!(Layout::parse(Kind::FORMAT).unwrap(), Kind::LAYOUT);
    assert_eq!(Layout::parse(Signed::FORMAT).unwrap(), Signed::LAYOUT);
    assert!(matches!(Kind::unpack(&Kind::Type.pack()), Ok(Kind::Type)));
    assert!(matches!(Kind::unpack_from(&[0, 0, 1], 1), Ok(Kind::File)));
    let Err(error) = Kind::unpack(&[0, 7]) else { panic!() };
    assert_eq!(error.to_string(), "`7` is no `Kind`: 1 is `File`, 515 is `Type`, 65535 is `Last`");
    assert!(matches!(Kind::unpack(&[0]), Err(UnpackError::Size(_))));
    let mut short = [9];
    assert!(Kind::Last.pack_into(&mut short).is_err() && short == [9]);
    assert_eq!(Signed::unpack(&Signed::Least.pack()), Ok(Signed::Least));
    assert_eq!(Signed::unpack(&1_i64.to_ne_bytes()), Ok(Signed::One));
    assert_eq!(B::unpack(&[0xff]), Ok(B::V0));

    let bytes = [0, 1, 2, 3, 0, 4];
    let kinds = TypedView::<_, Kind>::from_bytes(&bytes).unwrap();
    assert!(matches!(kinds.at(1), Ok(Kind::Type)));
    assert_eq!(kinds.at(2).err().map(|error| error.value), Some(4));
    assert_eq!(format!("{kinds:?}"), "[File, Type, 4]");
    let kinds = View::new(&bytes).cast(">H").unwrap();
    assert!(kinds.typed::<Kind, 1>().is_ok());

    let mut entry = Entry::default();
    assert_eq!(format!("{entry:?}"), "Entry { kind: 0, side: S, type: Zero, at: EntryAt { kind: 0 } }");
    let Err(VariantError { name: "Kind", value: 0, .. }) = entry.kind() else { panic!() };
    entry.set_kind(Kind::Type);
    entry.set_type(&Signed::Least);
    assert_eq!((entry.into_inner()[..2].to_vec(), entry.side(), entry.r#type()), (vec![3, 2], Ok(B::S), Ok(Signed::Least)));
    assert!(matches!(entry.kind(), Ok(Kind::Type)));
    assert_ne!(entry, Entry::default());
    let bytes = entry.into_inner();
    let rows = TypedView::<_, Entry>::from_bytes(&bytes).unwrap();
    assert_eq!(rows.columns().kind().at(0), FOLDER);
    let _ = Other::new([0; 4]).id();
}
