//! Records in function bodies, in modules, in methods of traits and in closures.
#![deny(warnings)]

use view_core::{SizeError, view};

pub mod formats {
    pub mod chunks {
        view_core::view! {
            /// Of a chunk.
            #[derive(Debug, Clone, Copy)]
            pub(in crate::formats) struct Head = ">I:length: 4s:kind:";
            pub(crate) struct Tail = ">I:crc:";
        }
    }

    pub fn kind(bytes: &[u8]) -> Option<[u8; 4]> {
        let (head, rest) = chunks::Head::from_prefix(bytes).ok()?;
        let end = usize::try_from(head.length()).ok()?;
        chunks::Tail::from_offset(rest, end).ok().map(|_| *head.kind())
    }
}

trait Sum {
    fn sum(&self) -> u64;
}

impl Sum for [u8] {
    fn sum(&self) -> u64 {
        view! {
            struct Row = "<H:low: H:high:";
        }
        match view_core::TypedView::<_, Row>::from_bytes(self) {
            Ok(rows) => rows.columns().low().sum() + rows.columns().high().sum(),
            Err(_) => 0,
        }
    }
}

struct Reader<'a>(&'a [u8]);

impl Iterator for Reader<'_> {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        view! { struct Number = ">H:value:"; }
        let (number, rest) = Number::from_prefix(self.0).ok()?;
        self.0 = rest;
        Some(number.value())
    }
}

// Two of the same name, each in its block.
fn low(bytes: [u8; 4]) -> u16 {
    view! { struct Pair = "<H:a: H:b:"; }
    Pair::new(bytes).a()
}

fn high(bytes: [u8; 4]) -> u16 {
    view! { struct Pair = "<2x H:a:"; }
    Pair::new(bytes).a()
}

fn main() -> Result<(), SizeError> {
    assert_eq!(formats::kind(b"\0\0\0\x01IEND?\x01\x02\x03\x04"), Some(*b"IEND"));
    assert_eq!(formats::kind(b"\0\0\0\x02IEND?\x01\x02\x03\x04"), None);
    assert_eq!([1, 0, 2, 0, 3, 0, 4, 0].sum(), 10);
    assert_eq!(Reader(&[0, 1, 0, 2, 0]).collect::<Vec<_>>(), [1, 2]);
    assert_eq!((low([1, 0, 2, 0]), high([1, 0, 2, 0])), (1, 2));
    let read = |bytes: &[u8]| -> Result<u32, SizeError> { Ok(view!(bytes, "<I:value:")?.value()) };
    assert_eq!(read(&[1, 0, 0, 0])?, 1);
    // in conditions, arguments, and chains
    if view!(&[1u8, 0], "<H").value() == 1 && view!(&[0u8; 2], "<H").value() == 0 {
        println!("{:?}", view!(&[1, 2, 3], "B", [3]).iter().map(|value| value * 2).collect::<Vec<_>>());
    }
    let parts: Vec<_> = [1u8, 0, 2, 0].chunks(2).map(|part| view!(part, "<H").map(|number| number.value())).collect();
    assert_eq!(parts, [Ok(1), Ok(2)]);
    Ok(())
}
