//! Written by conversions; a test holds it fresh.

// <2s:signature: I:file_size: 4x I:data_offset:
view_core::view! {
    pub struct BmpHeaderInPlace = "<2s:signature: I:file_size: 4x I:data_offset:";
}

// <2s:signature: I:file_size: 4x I:data_offset:
#[derive(view_core::Record, Debug, Clone)]
#[view(format = "<2s:signature: I:file_size: 4x I:data_offset:")]
pub struct BmpHeader {
    pub signature: [u8; 2],
    pub file_size: u32,
    pub data_offset: u32,
}

// @b2T{h:x: l:y:}:pts: (3,4)f:m: 5h Zd:z: 3p:type: ?:flag: c:letter: e:half: 4x:reserved:
view_core::view! {
    pub struct NestedInPlace = "<b7x(2)T{h:x:6xq:y:}:pts:(3,4)f:m:5h6xZd:z:3p:type:?:flag:c:letter:xe:half:4x:reserved:";
}

// @b2T{h:x: l:y:}:pts: (3,4)f:m: 5h Zd:z: 3p:type: ?:flag: c:letter: e:half: 4x:reserved:
#[derive(view_core::Record, Debug, Clone)]
#[view(format = "<h:x:6xq:y:")]
pub struct NestedPts {
    pub x: i16,
    pub y: i64,
}

#[derive(view_core::Record, Debug, Clone)]
#[view(format = "<b7x(2)T{h:x:6xq:y:}:pts:(3,4)f:m:5h6xZd:z:3p:type:?:flag:c:letter:xe:half:4x:reserved:")]
pub struct Nested {
    pub field0: i8,
    pub pts: [NestedPts; 2],
    pub m: [[f32; 4]; 3],
    pub field3: [i16; 5],
    pub z: view_core::Complex<f64>,
    pub r#type: view_core::PascalText<[u8; 3]>,
    pub flag: bool,
    pub letter: u8,
    pub half: f32,
    pub reserved: [u8; 4],
}

// >H:a: <i:b: 3h d
view_core::view! {
    pub struct PackedInPlace = ">H:a: <i:b: 3h d";
}

// >H:a: <i:b: 3h d
#[derive(view_core::Record, Debug, Clone)]
#[view(format = ">H:a: <i:b: 3h d")]
pub struct Packed {
    pub a: u16,
    pub b: i32,
    pub field2: [i16; 3],
    pub field5: f64,
}

// <(2,2)T{(2)H:a: x T{q:c:}:in:}:grid:
view_core::view! {
    pub struct TwoWordsInPlace = "<(2,2)T{(2)H:a: x T{q:c:}:in:}:grid:";
}

// <(2,2)T{(2)H:a: x T{q:c:}:in:}:grid:
#[derive(view_core::Record, Debug, Clone)]
#[view(format = "<q:c:")]
pub struct TwoWordsGridIn {
    pub c: i64,
}

#[derive(view_core::Record, Debug, Clone)]
#[view(format = "(2)<H:a:xT{q:c:}:in:")]
pub struct TwoWordsGrid {
    pub a: [u16; 2],
    pub r#in: TwoWordsGridIn,
}

#[derive(view_core::Record, Debug, Clone)]
#[view(format = "<(2,2)T{(2)H:a: x T{q:c:}:in:}:grid:")]
pub struct TwoWords {
    pub grid: [[TwoWordsGrid; 2]; 2],
}

// <3h 2s B
view_core::view! {
    pub struct PlainInPlace = "<3h 2s B";
}

// <3h 2s B
#[derive(view_core::Record, Debug, Clone)]
#[view(format = "<3h 2s B")]
pub struct Plain {
    pub field0: [i16; 3],
    pub field3: [u8; 2],
    pub field4: u8,
}
