use view_core::Bytes;

view_core::view! {
    struct Header = "<2s:magic: I:size:";
}

fn clear(header: &mut Header<impl Bytes>) {
    header.set_size(0);
}

fn main() {
    clear(&mut Header::new([0; 6]));
}
