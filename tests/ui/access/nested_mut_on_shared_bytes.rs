view_core::view! {
    struct Line = "<T{h:x: h:y:}:from:";
}

fn main() {
    let bytes = [0u8; 4];
    let mut line = Line::new(&bytes);
    line.from_mut().set_x(1);
}
