view_core::view! {
    /// Characters of two and four bytes stand before the format, on its line.
    /* é𝕒 */ struct Broken = "<2s:magic: ~:size:";
}

#[derive(view_core::Record)]
#[view(format = "<2sI")]
struct Header {
    magic: [u8; 2],
    length: u32,
}
