view_core::view! {
    struct Header = "<I:id:";
    struct Row = "<I:id: Y:kind:";
    struct Tail = "<I:sum:";
}

fn main() {
    let tail = Tail::new([0; 4]);
    assert_eq!(tail.sum() + Header::new([0; 4]).id(), 0);
}
