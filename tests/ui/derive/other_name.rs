use view_core::Record;

#[derive(Record)]
#[view(format = "<I:width: I:height:")]
struct Size {
    height: u32,
    width: u32,
}

fn main() {}
