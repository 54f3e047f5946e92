use view_core::Buffer;

#[derive(Buffer)]
#[buffer(format = "<f", shape = [rows, self.columns])]
struct Matrix {
    #[buffer(bytes)]
    data: Vec<u8>,
    rows: usize,
    columns: usize,
}

fn main() {
    let _ = view_core::View::of(&Matrix { data: vec![0; 8], rows: 1, columns: 2 });
}
