#![no_implicit_prelude]
#![deny(warnings, missing_docs, unreachable_pub, missing_debug_implementations)]
#![forbid(unsafe_code)]
//! Nothing in the output depends on what is in scope.

::view_core::view! {
    /// All kinds of field.
    #[derive(Debug, PartialEq, Eq, Default)]
    pub struct Kinds = "<b?hH2iqQ c:letter: 3s:tag: 4p:name: T{<h:x: h:y:}:at: (2,3)H:grid: (2)T{B:a:}:rows: (2)2s:tags: =I:own:";
}

#[derive(::view_core::Record)]
#[view(format = "<2sI4xI")]
struct Header {
    signature: [u8; 2],
    file_size: u32,
    data_offset: u32,
}

#[derive(::view_core::Record)]
#[view(native_endian)]
struct Pair(u16, [[f32; 2]; 3]);

fn main() {
    let mut kinds = Kinds::new([0; Kinds::SIZE]);
    kinds.at_mut().set_x(-1);
    ::std::assert!(kinds != <Kinds as ::std::default::Default>::default());
    let header = Header { signature: *b"BM", file_size: 70, data_offset: 54 };
    ::std::assert_eq!(header.pack()[..6], *b"BM\x46\0\0\0");
    ::std::assert_eq!(Pair(1, [[0.5; 2]; 3]).pack().len(), 26);
    ::std::assert_eq!(::view_core::view!(&[1u8, 0], "<H").get([]), ::std::option::Option::Some(1));
    ::std::assert!(::view_core::view!(&[1u8, 0][..], "<H", [2]).is_err());
    let _ = (header.signature, header.file_size, header.data_offset);
}
