use view_core::{Le, TypedView, s};

fn columns(view: TypedView<&[u8], Le<u16>, 3>) {
    let _: Result<TypedView<_, _, 1>, _> = view.slice(s![.., 0]);
}

fn main() {}
