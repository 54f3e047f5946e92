fn main() {
    let bytes = [0u8; 8];
    let numbers = view_core::view!(&bytes[..], "<y", [2]).unwrap();
    for i in 0..numbers.len() {
        println!("{}", numbers.at(i) + 1);
    }
}
