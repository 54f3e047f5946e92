//! The tutorial of Python's `memoryview`, in Rust: views of bytes that belong to others, read and written in place.
//!
//! ```sh
//! cargo run -p examples --example tour
//! ```
//!
//! Each line shows a call, and what it returned. `show!` also checks it, so that this text stays true.

use std::env;
use std::fs;

use examples::{Failure, show};
use view_core::{MaybeMut, View, ViewError, view};

view! {
    /// How files of all kinds start: with a few bytes that tell the kind.
    #[derive(Debug)]
    struct Start = "4s:magic:";
}

const NUMBERS: [u8; 12] = [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0];

fn main() -> Result<(), Failure> {
    views_write_through()?;
    read_only()?;
    casts()?;
    byte_orders()?;
    copies()?;
    this_program()
}

/// Slices of a view are views of the same bytes. Over cells all of them can write, while all of them are alive.
fn views_write_through() -> Result<(), ViewError> {
    println!("Slices are views of the same bytes");
    let mut data = *b"ABCDEFGH";
    let mut view = View::cells(&mut data);
    let mut middle = view.slice(2..4)?;
    let mut part = view.slice(1..5)?;
    show!(middle.copy_from(b"XY")?);
    show!(view.to_bytes(), "ABXYEFGH");
    show!(part.set([0], 90)?);
    show!(view.to_bytes(), "AZXYEFGH");
    show!(view.set([3], b'-')?);
    show!(middle.to_bytes(), "X-");
    show!(middle.set([1], b'Y')?);
    show!(part.to_bytes(), "ZXYE");
    assert_eq!(data, *b"AZXYEFGH");

    println!("\nOver `&mut` bytes, one at a time writes: the borrow checker's way");
    let mut data = *b"ABCDEFGH";
    let mut view = View::new(&mut data);
    show!(view.slice_mut(2..4)?.copy_from(b"XY")?);
    show!(view.to_bytes(), "ABXYEFGH");
    show!(view.slice_mut(1..5)?.set([0], 90)?);
    show!(view.to_bytes(), "AZXYEFGH");
    Ok(())
}

/// What holds the bytes says whether they can be written. Where it says no, a write does not compile: see the docs of this
/// package. Where only the run time knows, it is an error.
fn read_only() -> Result<(), ViewError> {
    println!("\nWhether bytes can be written is known when compiling ...");
    let mut data = *b"World";
    let mut world = View::new(&mut data);
    show!(world.readonly(), "false");
    show!(world.set([0], 119)?);
    show!(world.to_bytes(), "world");
    show!(View::new(b"World").readonly(), "true");

    println!("\n... or at run time only");
    let mut mapped = View::new(MaybeMut::from(&mut data[..]));
    show!(mapped.readonly(), "false");
    show!(mapped.set([0], b'W'), "Ok");
    let mut mapped = View::new(MaybeMut::from(&data[..]));
    show!(mapped.readonly(), "true");
    show!(mapped.set([0], 119), "cannot modify read-only memory");
    show!(mapped.to_bytes(), "World");
    Ok(())
}

/// The same bytes, read as other things.
fn casts() -> Result<(), ViewError> {
    println!("\nTwelve bytes as three numbers");
    let numbers = View::new(&NUMBERS).cast("<i")?;
    show!(numbers.ndim(), "1");
    show!(numbers.shape(), "[3]");
    show!(numbers.strides(), "[4]");
    show!(numbers.to_list(), "[1, 2, 3]");

    println!("\nThe same once more, as a column");
    let column = numbers.view().cast_shape("<i", &[3, 1])?;
    show!(column.shape(), "[3, 1]");
    show!(column.get([2, 0])?, "3");
    show!(column.to_list(), "[[1], [2], [3]]");
    show!(column.typed::<i32, 2>()?.get([2, 0]), "Some(3)");

    println!("\nWhat does not fit is told in numbers");
    show!(numbers.view().cast("<q"), "cannot cast 12 bytes to `<q`: 12 is not a multiple of 8");
    show!(numbers.view().cast_shape("<i", &[3, 2]), "`<i` of shape [3, 2] needs 24 bytes, the view has 12");
    show!(numbers.get([3]), "index [3] is out of range for shape [3]");
    Ok(())
}

/// A byte order is a part of the format, and a format is a part of the view, not of the bytes.
fn byte_orders() -> Result<(), ViewError> {
    println!("\nTwo byte orders of the same bytes");
    let bytes = View::new(&NUMBERS);
    show!(bytes.view().cast("<i")?.get([0])?, "1");
    show!(bytes.view().cast(">i")?.get([0])?, "16777216");

    // A format that is known when compiling needs no check at all where the number of bytes is known, too.
    let little = view!(&NUMBERS, "<i", [3, 1]);
    let big = view!(&NUMBERS, ">i", [3, 1]);
    show!(little.get([2, 0]), "Some(3)");
    show!(big.get([2, 0]), "Some(50331648)");
    Ok(())
}

/// A view that outlives its bytes does not compile; see the docs of this package. Copies may.
fn copies() -> Result<(), ViewError> {
    let (bytes, list) = {
        let data = *b"\x01\x02\x03\x04";
        let numbers = View::new(&data).cast(">H")?;
        (numbers.to_bytes(), numbers.to_list())
    };
    println!("\nThe bytes are gone, and the copies are still there");
    show!(bytes, r"\x01\x02\x03\x04");
    show!(list, "[258, 772]");
    Ok(())
}

/// A real file: this program.
fn this_program() -> Result<(), Failure> {
    println!("\nThe file of this program");
    let file = fs::read("/proc/self/exe").or_else(|_| fs::read(env::current_exe()?))?;
    let (start, rest) = Start::from_prefix(&file)?;
    let kind = match start.magic() {
        b"\x7fELF" => "ELF",
        [b'M', b'Z', ..] => "PE",
        b"\xcf\xfa\xed\xfe" | b"\xfe\xed\xfa\xcf" => "Mach-O",
        _ => "of a kind that is not known here",
    };
    println!("  {start:?}: {kind}, and {} bytes more", rest.len());
    Ok(())
}
