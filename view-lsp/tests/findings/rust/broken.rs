// Sources as they are while somebody types.
use view_core::view;

fn one(bytes: &[u8]) {
    let _ = view!(bytes, "<ki, [3, 4]);
//                         ^ unknown-code: unknown code `k` in format `<ki`
    let other = "a string, untouched";
    let _ = view!(bytes, "<kH");
//                         ^ unknown-code: unknown code `k` in format `<kH`
}

fn two(bytes: &[u8]) {
    let _ = view!(bytes, "<ki);
//                         ^ unknown-code: unknown code `k` in format `<ki`
    let other = "another";
}

view! {
    struct Three = "<h:x: k:y:;
//                        ^ unknown-code: unknown code `k` in format `<h:x: k:y:`
}

fn four() {
    let _ = view!(&[0; 4], "<k
