view_core::view! {
    struct Header = "<2s:magic: I:size:";
}

fn main() {
    let mut header = Header::new([0; 6]);
    header.set_magic(b"RIFF");
}
