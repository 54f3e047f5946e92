use view_core::view;

fn main() {
    let bytes = [1, 0, 0, 0];
    assert_eq!(view!(&bytes, "<i").get([]), Some(1));
}
