// What `view!` and the derives refuse, at its place in the literal.
use view_core::{Record, View, view};

view! {
    /// Two records in one call.
    pub struct First = "<2s:magic: k:size:";
//                                 ^ unknown-code: unknown code `k` in format `<2s:magic: k:size:`
    #[derive(Debug)]
    pub(crate) struct Second = r#"<h:x: 3 H:y:"#;
//                                       ^ space-in-item: white space inside an item in format `<h:x: 3 H:y:`
}

view! { struct Names = "<h:self: h:new: h:a b: h:x: h:set_x:"; }
//                         ^^^^ field-name: `self` cannot be the name of a method in format `<h:self: h:new: h:a b: h:x: h:set_x:`
//                                 ^^^ reserved-name: field `new` would hide the constructor `new` in format `<h:self: h:new: h:a b: h:x: h:set_x:`
//                                        ^^^ field-name: `a b` cannot be the name of a method in format `<h:self: h:new: h:a b: h:x: h:set_x:`
//                                                    ^^^^^ method-clash: two methods called `set_x` in format `<h:self: h:new: h:a b: h:x: h:set_x:`

view_core::view![struct Nested = "T{<h:x: h:x:}:from: @g:y:";];
//                                          ^ duplicate-name: second field called `x` in format `T{<h:x: h:x:}:from: @g:y:`

#[derive(Record)]
#[view(format = "<2sI4xI")]
struct Header {
    /// Documented.
    pub signature: [u8; 3],
//                 ^^^^^^^ field-type: field `signature` is `[u8; 3]`, but its item in format `<2sI4xI` reads as `[u8; 2]`
    #[allow(dead_code)]
    pub(crate) size: u32,
    more: Vec<u8>,
    end: u8,
//       ^^ extra-field: format `<2sI4xI` has no item for this field
}

#[derive(Record)]
#[view(format = "<3H2I:size:")]
struct Tuple([u16; 3], [u32; 2]);

#[derive(Record, Debug)]
#[view(little_endian)]
struct Made {
    #[view(format = "H", with = hex)]
    size: Size,
}

fn in_place(bytes: &[u8], file: &[u8; 12]) {
    let _ = view!(bytes, "<\u{49}\x48 y", [_]);
//                                    ^ unknown-code: unknown code `y` in format `<IH y`
    let _ = view!(&file[..], "<i", [3, 1]);
    let _ = view!(f(a, b), "T{<i:a:");
//                          ^^ unclosed-brace: brace is never closed in format `T{<i:a:`
    let _ = View::new(bytes).cast("<k");
//                                  ^ unknown-code: unknown code `k` in format `<k`
    let _ = View::new(bytes).cast_shape("<i(", &[3]);
//                                         ^ unclosed-parenthesis: parenthesis is never closed in format `<i(`
    let _ = view_format::Layout::parse_as("(3)i", Dialect::Struct, &Target::LP64);
//                                         ^^^ not-in-struct: shapes are not in `struct` (format `(3)i`)
    let _ = view_format::Layout::parse("(3)i");
    let _ = view!(bytes, "<k"); // view: ignore(unknown-code)
    let _ = view!(bytes, "<i"); // view: ignore(unknown-code)
//                                              ^^^^^^^^^^^^ unused-suppression: unused suppression: `unknown-code` is not found here
    let _ = view!(bytes, b"<k");
    let _ = println!("<k", "<k");
}
