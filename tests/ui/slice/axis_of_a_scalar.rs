use view_core::{Le, TypedView};

fn axis(view: TypedView<&[u8], Le<u16>, 0>) {
    let _ = view.index_axis(0, 0);
}

fn main() {}
