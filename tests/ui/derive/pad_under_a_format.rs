use view_core::Record;

#[derive(Record)]
#[view(format = "<I")]
struct Header {
    #[view(pad_after = 4)]
    size: u32,
}

fn main() {}
