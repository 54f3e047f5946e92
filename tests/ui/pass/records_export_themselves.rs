//! Records that own their bytes are buffers: one element of their format.

use view_core::{Buffer, Record, Value, View, view};

view! {
    pub struct Header = "<2s:magic: H:version: T{H:x: H:y:}:size:";

    #[derive(Default)]
    struct OneOfMany = ">I:id:";
}

#[derive(Record)]
#[view(little_endian)]
struct Tile {
    width: u16,
    height: u16,
}

fn size_of_buffer(buffer: &impl Buffer) -> usize {
    buffer.buffer().map_or(0, |view| view.nbytes())
}

fn main() -> Result<(), view_core::ViewError> {
    let mut header = Header::new(*b"ok\x01\0\x02\0\x03\0");
    let view = View::of(&header)?;
    assert_eq!((view.format(), view.itemsize(), view.shape()), (Header::FORMAT, 8, &[][..]));
    assert_eq!(view.column("version")?.get([])?, Value::from(1));
    assert_eq!(view, View::new(b"ok\x01\0\x02\0\x03\0").cast_shape(Header::FORMAT, &[])?);

    // Many of one type, of another type, and what is written is in the record.
    View::of_mut(&mut header)?.copy_from(&View::new(b"no\x04\0\x05\0\x06\0").cast_shape(Header::FORMAT, &[])?)?;
    assert_eq!((header.magic(), header.version(), header.size().y()), (b"no", 4, 6));

    assert_eq!(size_of_buffer(&OneOfMany::default()), 4);
    assert_eq!(View::of(&Box::new(OneOfMany::new([0, 0, 0, 7])))?.column("id")?.get([])?, Value::from(7));
    let tile = Tile { width: 1, height: 2 }.pack();
    assert_eq!(View::of(&*Tile::view(&tile)?.into_inner())?.format(), "B", "values have no bytes, and what they are packed to is bytes");
    Ok(())
}
