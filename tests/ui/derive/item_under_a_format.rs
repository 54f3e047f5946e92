use view_core::Record;

#[derive(Record)]
#[view(format = "<I")]
struct Header {
    #[view(format = "I")]
    size: u32,
}

fn main() {}
