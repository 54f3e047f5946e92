//! `view!` inside the macros of others: formats, names, fields and whole calls from their arguments.
#![deny(warnings)]

/// Many records, one for each line.
macro_rules! records {
    ($($(#[$attribute:meta])* $visibility:vis $name:ident: $format:literal;)*) => {
        view_core::view! { $($(#[$attribute])* $visibility struct $name = $format;)* }
        /// All their sizes.
        const SIZES: &[(&str, usize)] = &[$((stringify!($name), $name::SIZE)),*];
    };
}
records! {
    /// One.
    #[derive(Debug)]
    pub First: "<I:id:";
    Second: ">I:id: H:kind:";
}

/// A function that reads a record of its own.
macro_rules! reader {
    ($name:ident -> $result:ty { $format:literal . $field:ident }) => {
        fn $name(bytes: &[u8]) -> Option<$result> {
            view_core::view! { struct Read = $format; }
            Some(Read::from_prefix(bytes).ok()?.0.$field())
        }
    };
}
reader!(width -> u32 { ">16x I:width: I:height:" . width });
reader!(height -> u32 { ">16x I:width: I:height:" . height });

/// In place: the bytes as an expression, the shape as tokens.
macro_rules! grid {
    ($bytes:ident as $format:literal by $rows:literal) => {
        view_core::view!(&$bytes, $format, [$rows, 2])
    };
    ($bytes:expr, $format:literal, [$($length:tt),*]) => {
        view_core::view!($bytes, $format, [$($length),*])
    };
    ($bytes:expr, $rows:expr) => {
        view_core::view!($bytes, "<H", [$rows])
    };
}

/// A macro that a macro makes.
macro_rules! outer {
    ($inner:ident, $format:literal) => {
        macro_rules! $inner {
            ($bytes:expr) => {
                view_core::view!($bytes, $format)
            };
        }
    };
}
outer!(read_pair, "<H:a: H:b:");

fn main() {
    assert_eq!(SIZES, [("First", 4), ("Second", 6)]);
    assert_eq!(Second::new([0, 0, 0, 1, 0, 2]).kind(), 2);
    assert_eq!(format!("{:?}", First::new([0; 4])), "First { id: 0 }");
    let file: Vec<u8> = (0..24).collect();
    assert_eq!((width(&file), height(&file)), (Some(0x1011_1213), Some(0x1415_1617)));
    let bytes = [1, 0, 2, 0, 3, 0, 4, 0];
    assert_eq!(grid!(&bytes, "<H", [2, 2]).get([1, 0]), Some(3));
    assert_eq!(grid!(&bytes[..], "<H", [_, 2]).unwrap().shape(), [2, 2]);
    assert_eq!(grid!(bytes as "<H" by 2).get([0, 1]), Some(2));
    assert_eq!(grid!(&bytes, 2 + 2).at(3), 4);
    assert_eq!(read_pair!(&bytes[..4].try_into().unwrap() as &[u8; 4]).b(), 2);
}
