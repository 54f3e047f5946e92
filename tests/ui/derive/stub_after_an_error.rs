use view_core::Record;

#[derive(Record)]
#[view(little_endain)]
struct Header {
    size: u32,
}

#[derive(Record)]
#[view(big_endian)]
struct File {
    header: Header,
}

fn main() {
    let header = Header::unpack(b"....").unwrap();
    header.pack_into(&mut [0; 4]).unwrap();
    let _ = (header.size, Header::view(b"...."), Header::FORMAT, Header::SIZE, File::unpack(b"...."));
}
