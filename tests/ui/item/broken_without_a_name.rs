use view_core::{Bytes, TypedView};

view_core::view! {
    pub struct Header = "<I:id: Y H:size:";
    pub struct Second = COUNT "<I:id:";
}

fn of_any(header: &Header<impl Bytes>, second: Second<&[u8; 4]>) -> u16 {
    second.id() + header.kind() + header.size() + header.f0()
}

fn main() {
    let header = Header::new([0; 8]);
    println!("{} {:?}", header.kind(), of_any(&header, Second::new(&[0; 4])));
    let (_, rest) = Second::from_prefix(&[0; 8]).unwrap();
    let rows = TypedView::<_, Second>::from_bytes(rest).unwrap();
    let ids: Vec<u32> = rows.columns().id().iter().chain([Second::OFFSETS.id]).collect();
    println!("{ids:?}");
}
