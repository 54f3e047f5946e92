view_core::view! {
    struct Trade = "<I:id: d:price:";
}

fn main() {
    let bytes = [0u8; 24];
    let mut rows = view_core::TypedView::<_, Trade>::from_bytes(&bytes).unwrap();
    rows.columns_mut();
}
