//! The same records, written in every way.

use std::fmt::Write;

pub const RECORDS: usize = 300;
pub const FIELDS: usize = 5;

/// One way to write the records.
pub struct Variant {
    pub name: &'static str,
    pub what: &'static str,
    /// The same methods by hand.
    pub by_hand: Option<&'static str>,
    pub dependencies: &'static str,
    head: &'static str,
    record: fn(&Record, &mut String),
}

impl Variant {
    pub fn source(&self) -> String {
        let mut out = String::from(self.head);
        for number in 0..RECORDS {
            (self.record)(&Record::new(number), &mut out);
        }
        out
    }
}

const OURS: &str = concat!("view-core = { path = \"", env!("CARGO_MANIFEST_DIR"), "/../view-core\" }");

pub const VARIANTS: &[Variant] = &[
    Variant { name: "empty", what: "nothing", by_hand: None, dependencies: "", head: "", record: |_, _| {} },
    Variant {
        name: "getters",
        what: "by hand: getters over `&[u8; N]`",
        by_hand: None,
        dependencies: "",
        head: "",
        record: getters,
    },
    Variant {
        name: "accessors",
        what: "by hand: getters over any bytes, setters over `&mut`, and constructors",
        by_hand: None,
        dependencies: "",
        head: "use std::{array::TryFromSliceError, borrow::{Borrow, BorrowMut}};\n",
        record: accessors,
    },
    Variant {
        name: "hand-view",
        what: "by hand: all that `view!` makes, with the same traits and docs",
        by_hand: None,
        dependencies: OURS,
        head: HEAD,
        record: |record, out| hand_view(record, "", out),
    },
    Variant { name: "view", what: "view!", by_hand: Some("hand-view"), dependencies: OURS, head: "", record: view },
    Variant {
        name: "view-debug",
        what: "view! with Debug and PartialEq",
        by_hand: None,
        dependencies: OURS,
        head: "",
        record: |record, out| {
            out.push_str("view_core::view! { #[derive(Debug, PartialEq)] ");
            _ = writeln!(out, "pub struct R{} = {:?}; }}", record.number, record.format());
        },
    },
    Variant {
        name: "hand-derive",
        what: "by hand: all that the derive makes",
        by_hand: None,
        dependencies: OURS,
        head: HEAD,
        record: hand_derive,
    },
    Variant {
        name: "derive",
        what: "#[derive(Record)] with a byte order",
        by_hand: Some("hand-derive"),
        dependencies: OURS,
        head: "",
        record: |record, out| derive("little_endian", record, out),
    },
    Variant {
        name: "derive-format",
        what: "#[derive(Record)] with a format",
        by_hand: None,
        dependencies: OURS,
        head: "",
        record: |record, out| derive(&format!("format = {:?}", record.format()), record, out),
    },
    Variant {
        name: "zerocopy",
        what: "zerocopy: FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned",
        by_hand: None,
        dependencies: "zerocopy = { version = \"0.8\", features = [\"derive\"] }",
        head: "use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, LE, U16, U32, F64, Unaligned};\n",
        record: zerocopy,
    },
    Variant {
        name: "bytemuck",
        what: "bytemuck: Pod, Zeroable, on packed structs",
        by_hand: None,
        dependencies: "bytemuck = { version = \"1\", features = [\"derive\"] }",
        head: "use bytemuck::{Pod, Zeroable};\n",
        record: bytemuck,
    },
    Variant {
        name: "binrw",
        what: "binrw: BinRead, BinWrite",
        by_hand: None,
        dependencies: "binrw = \"0.15\"",
        head: "use binrw::{BinRead, BinWrite};\n",
        record: binrw,
    },
];

/// A record: a string, an integer of 4 bytes, a float, an integer of 2, a byte, beginning with another one each time.
pub struct Record {
    number: usize,
    fields: [Field; FIELDS],
}

#[derive(Clone, Copy)]
struct Field {
    name: &'static str,
    code: &'static str,
    rust: &'static str,
    size: usize,
    offset: usize,
}

impl Record {
    fn new(number: usize) -> Record {
        let field = |name, code, rust, size| Field { name, code, rust, size, offset: 0 };
        let mut fields = [
            field("tag", "4s", "[u8; 4]", 4),
            field("id", "I", "u32", 4),
            field("price", "d", "f64", 8),
            field("kind", "H", "u16", 2),
            field("flags", "B", "u8", 1),
        ];
        fields.rotate_left(number % FIELDS);
        let mut offset = 0;
        for field in &mut fields {
            field.offset = offset;
            offset += field.size;
        }
        Record { number, fields }
    }

    fn size(&self) -> usize {
        self.fields.iter().map(|field| field.size).sum()
    }

    fn format(&self) -> String {
        let items: Vec<_> = self.fields.iter().map(|field| format!("{}:{}:", field.code, field.name)).collect();
        format!("<{}", items.join(" "))
    }
}

impl Field {
    fn is_text(&self) -> bool {
        self.rust.starts_with('[')
    }

    /// The bytes of it, as an array.
    fn array(&self) -> String {
        let bytes: Vec<_> = (self.offset..self.offset + self.size).map(|at| format!("bytes[{at}]")).collect();
        format!("[{}]", bytes.join(", "))
    }
}

fn getters(record: &Record, out: &mut String) {
    let (number, size) = (record.number, record.size());
    _ = writeln!(out, "pub struct R{number}<'a>(pub &'a [u8; {size}]);\nimpl R{number}<'_> {{");
    for field in &record.fields {
        let (name, rust) = (field.name, field.rust);
        let (array, value) =
            (field.array(), if field.is_text() { String::new() } else { format!("{rust}::from_le_bytes") });
        _ = writeln!(out, "    pub fn {name}(&self) -> {rust} {{ let bytes = self.0; {value}({array}) }}");
    }
    out.push_str("}\n");
}

fn accessors(record: &Record, out: &mut String) {
    let (number, size) = (record.number, record.size());
    _ = writeln!(
        out,
        "#[derive(Clone, Copy)] pub struct R{number}<B>(B);\n\
         impl<B: Borrow<[u8; {size}]>> R{number}<B> {{\n    pub const fn new(bytes: B) -> Self {{ R{number}(bytes) }}\n    \
         pub fn into_inner(self) -> B {{ self.0 }}"
    );
    for field in &record.fields {
        let (name, rust) = (field.name, field.rust);
        let (array, value) =
            (field.array(), if field.is_text() { String::new() } else { format!("{rust}::from_le_bytes") });
        _ = writeln!(out, "    pub fn {name}(&self) -> {rust} {{ let bytes = self.0.borrow(); {value}({array}) }}");
        let bytes = if field.is_text() { "value" } else { "value.to_le_bytes()" };
        let (from, to) = (field.offset, field.offset + field.size);
        _ = writeln!(
            out,
            "    pub fn set_{name}(&mut self, value: {rust}) where B: BorrowMut<[u8; {size}]> {{\n        \
             self.0.borrow_mut()[{from}..{to}].copy_from_slice(&{bytes});\n    }}"
        );
    }
    _ = writeln!(
        out,
        "}}\nimpl<'a> R{number}<&'a [u8; {size}]> {{\n    pub fn from_bytes(bytes: &'a [u8]) -> Result<Self, TryFromSliceError> {{\n        \
         bytes.try_into().map(R{number})\n    }}\n    \
         pub fn from_prefix(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {{\n        \
         bytes.split_first_chunk().map(|(bytes, rest)| (R{number}(bytes), rest))\n    }}\n    \
         pub fn from_offset(bytes: &'a [u8], offset: usize) -> Option<Self> {{\n        \
         bytes.get(offset..)?.first_chunk().map(R{number})\n    }}\n}}"
    );
}

fn view(record: &Record, out: &mut String) {
    _ = writeln!(out, "view_core::view! {{ pub struct R{} = {:?}; }}", record.number, record.format());
}

const HEAD: &str = "use view_core::__private::{self, ByValue, ByView, Bytes, BytesMut, Facts, Holds, Layout, Le, \
                    RecordType, SizeError, Source, Text, TypedView, UnpackError, Values, View, ViewError, Viewed, baked, \
                    exported_record, layout_of, named, Buffer, BufferMut};\n";

fn struct_format(record: &Record) -> String {
    record.fields.iter().map(|field| field.code).collect()
}

/// What `view!` makes, as one would write it for oneself.
fn hand_view(record: &Record, after: &str, out: &mut String) {
    let (size, format) = (record.size(), record.format());
    let name = &format!("R{}{after}", record.number);
    _ = writeln!(
        out,
        "/// `{format}`, {size} bytes\n#[derive(Clone, Copy)]\n#[repr(transparent)]\npub struct {name}<B = [u8; {size}]>(B);\n\
         impl {name} {{\n    /// The format.\n    pub const FORMAT: &'static str = {format:?};\n    \
         /// Bytes of one.\n    pub const SIZE: usize = {size};\n    /// Where the fields lie.\n    \
         pub const LAYOUT: Layout = layout_of::<Self>();\n}}\n\
         impl<B: Bytes> {name}<B> {{\n    /// Over an array.\n    #[inline(always)]\n    \
         pub const fn new(bytes: B) -> Self where B: Holds<{size}> {{ {name}(bytes) }}\n    \
         /// Over exactly {size} bytes.\n    #[inline(always)]\n    \
         pub fn from_bytes<S: Source<{size}, Array = B>>(bytes: S) -> Result<Self, SizeError> {{ bytes.exact().map({name}) }}\n    \
         /// Over the first {size} bytes, and the rest.\n    #[inline(always)]\n    \
         pub fn from_prefix<S: Source<{size}, Array = B, Rest = R>, R>(bytes: S) -> Result<(Self, R), SizeError> {{\n        \
         bytes.prefix_as({name})\n    }}\n    \
         /// Over {size} bytes from `offset` on.\n    #[inline(always)]\n    \
         pub fn from_offset<S: Source<{size}, Array = B>>(bytes: S, offset: usize) -> Result<Self, SizeError> {{\n        \
         bytes.at(offset).map({name})\n    }}\n    /// The bytes.\n    #[inline(always)]\n    \
         pub fn into_inner(self) -> B {{ self.0 }}"
    );
    let at = |field: &Field| format!("`{}:{}:` at {}: `{}`", field.code, field.name, field.offset, field.rust);
    for field in &record.fields {
        let (name, offset, rust, size, doc) = (field.name, field.offset, field.rust, field.size, at(field));
        let (result, get, argument, set) = match field.is_text() {
            true => (
                format!("B::Text<'_, {size}>"),
                format!("self.0.text({offset})"),
                format!("&[u8; {size}]"),
                format!("self.0.store({offset}, *value)"),
            ),
            false => {
                let end = if size == 1 { "" } else { "_le" };
                let (get, set) = (format!("load_{rust}{end}({offset})"), format!("store_{rust}{end}({offset}, value)"));
                (rust.into(), format!("self.0.{get}"), rust.into(), format!("self.0.{set}"))
            }
        };
        _ = writeln!(
            out,
            "    /// {doc}\n    #[inline(always)]\n    pub fn {name}(&self) -> {result} {{ {get} }}\n    \
             /// Sets {doc}\n    #[inline(always)]\n    \
             pub fn set_{name}(&mut self, value: {argument}) where B: BytesMut {{ {set} }}"
        );
    }
    _ = writeln!(
        out,
        "}}\nconst _: () = {{\n    #[derive(Clone, Copy)]\n    \
         pub struct Columns<V>(V);\n    impl<B: Bytes, const R: usize> Columns<TypedView<B, {name}, R>> {{"
    );
    for field in &record.fields {
        let element = match (field.is_text(), field.size) {
            (true, size) => format!("Text<{size}>"),
            (false, _) => format!("Le<{}>", field.rust),
        };
        let (name, offset, doc) = (field.name, field.offset, at(field));
        _ = writeln!(
            out,
            "        /// {doc}\n        #[inline(always)]\n        \
             pub fn {name}(self) -> TypedView<B, {element}, R> {{ self.0.__field({offset}) }}"
        );
    }
    let names: Vec<_> = record.fields.iter().map(|field| format!("pub {}: usize", field.name)).collect();
    let offsets: Vec<_> = record.fields.iter().map(|field| format!("{}: {}", field.name, field.offset)).collect();
    let each = |of: &dyn Fn(&Field) -> String| record.fields.iter().map(of).collect::<Vec<_>>().join(", ");
    let (quoted, at) = (each(&|field| format!("{:?}", field.name)), each(&|field| field.offset.to_string()));
    let kinds = each(&|field| match (field.rust, field.is_text()) {
        (_, true) => format!("baked::text({})", field.size),
        ("f64", _) => "baked::FLOAT8_LE".into(),
        ("u8", _) => "baked::UINT1".into(),
        _ => format!("baked::UINT{}_LE", field.size),
    });
    let codes = struct_format(record);
    // The view of a derived struct has `Debug`.
    let debug = if after.is_empty() {
        ""
    } else {
        "fn debug<B: Bytes>(bytes: B, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { std::fmt::Debug::fmt(&Self::over(bytes), f) }"
    };
    _ = writeln!(
        out,
        "    }}\n    pub struct Offsets {{ {} }}\n    impl {name} {{\n        /// Where each field starts.\n        \
         pub const OFFSETS: Offsets = Offsets {{ {} }};\n    }}\n    \
         impl RecordType for {name} {{ type By = ByView; }}\n    \
         impl Viewed for {name} {{\n        type Array = [u8; {size}];\n        type Over<C> = {name}<C>;\n        \
         type Columns<V> = Columns<V>;\n        const FACTS: Facts = Facts {{\n            \
         format: <{name}>::FORMAT, size: {size}, align: 1,\n            \
         fields: &named([{quoted}], [{at}], [{kinds}]),\n            \
         item: \"T{{{format}}}\", codes: [Some(\"{codes}\"), None],\n        }};\n        \
         #[inline(always)]\n        fn over<C>(bytes: C) -> {name}<C> {{ {name}(bytes) }}\n        \
         #[inline(always)]\n        fn columns<V>(view: V) -> Columns<V> {{ Columns(view) }}\n        \
         #[inline(always)]\n        fn bytes(&self) -> &[u8; {size}] {{ &self.0 }}\n        {debug}\n    }}\n    \
         impl Buffer for {name} {{\n        #[inline]\n        \
         fn buffer(&self) -> Result<View<&[u8]>, ViewError> {{ exported_record::<Self, _>(&self.0[..]) }}\n    }}\n    \
         impl BufferMut for {name} {{\n        #[inline]\n        \
         fn buffer_mut(&mut self) -> Result<View<&mut [u8]>, ViewError> {{ exported_record::<Self, _>(&mut self.0[..]) }}\n    }}\n}};",
        names.join(", "),
        offsets.join(", "),
    );
}

fn fields(record: &Record, of: impl Fn(&Field) -> String) -> String {
    let fields: Vec<_> =
        record.fields.iter().map(|field| format!("    pub {}: {},\n", field.name, of(field))).collect();
    fields.concat()
}

fn derive(option: &str, record: &Record, out: &mut String) {
    let fields = fields(record, |field| field.rust.into());
    _ = writeln!(out, "#[derive(view_core::Record)]\n#[view({option})]\npub struct R{} {{\n{fields}}}", record.number);
}

/// What the derive makes: the view with `Debug`, and the values.
fn hand_derive(record: &Record, out: &mut String) {
    hand_view(record, "View", out);
    let (number, size, format, codes) = (record.number, record.size(), record.format(), struct_format(record));
    let all = fields(record, |field| field.rust.into());
    let access = |field: &Field, what: &str| match (field.is_text(), field.size) {
        (true, _) => what.to_string(),
        (_, 1) => format!("{what}_{}", field.rust),
        _ => format!("{what}_{}_le", field.rust),
    };
    let each = |of: &dyn Fn(&Field) -> String| record.fields.iter().map(of).collect::<Vec<_>>().join(" ");
    let shown = each(&|field| format!(".field({0:?}, &self.{0}())", field.name));
    let reads = each(&|field| format!("{}: bytes.{}(at + {}),", field.name, access(field, "load"), field.offset));
    let writes =
        each(&|field| format!("bytes.{}(at + {}, self.{});", access(field, "store"), field.offset, field.name));
    _ = writeln!(
        out,
        "pub struct R{number} {{\n{all}}}\n\
         impl<B: Bytes> std::fmt::Debug for R{number}View<B> {{\n    \
         fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{\n        \
         f.debug_struct(\"R{number}View\"){shown}.finish()\n    }}\n}}\n\
         impl R{number} {{\n    /// The format.\n    pub const FORMAT: &'static str = {format:?};\n    \
         /// The format without names.\n    pub const STRUCT_FORMAT: &'static str = \"<{codes}\";\n    \
         /// Bytes of one.\n    pub const SIZE: usize = {size};\n    /// Where the fields lie.\n    \
         pub const LAYOUT: Layout = layout_of::<R{number}View>();\n    \
         /// The values in exactly {size} bytes.\n    \
         pub fn unpack<S: Source<{size}>>(bytes: S) -> Result<Self, UnpackError> {{ __private::unpack_exact(bytes) }}\n    \
         /// The values in {size} bytes from `offset` on.\n    \
         pub fn unpack_from<S: Source<{size}>>(bytes: S, offset: usize) -> Result<Self, UnpackError> {{ __private::unpack_at(bytes, offset) }}\n    \
         /// The values as bytes.\n    \
         pub fn pack(&self) -> [u8; {size}] {{ __private::pack(self) }}\n    \
         /// Writes the values at the front.\n    \
         pub fn pack_into(&self, bytes: &mut [u8]) -> Result<(), SizeError> {{ __private::pack_into::<_, {size}>(self, bytes) }}\n    \
         /// A view of {size} bytes.\n    \
         pub fn view<S: Source<{size}, Array = B>, B: Bytes>(bytes: S) -> Result<R{number}View<B>, SizeError> {{\n        \
         R{number}View::from_bytes(bytes)\n    }}\n    \
         /// A view of {size} bytes, to write.\n    \
         pub fn view_mut<S: Source<{size}, Array = B>, B: BytesMut>(bytes: S) -> Result<R{number}View<B>, SizeError> {{\n        \
         R{number}View::from_bytes(bytes)\n    }}\n}}\n\
         impl RecordType for R{number} {{ type By = ByValue; }}\n\
         impl Values for R{number} {{\n    type View = R{number}View;\n    type Of = Self;\n    \
         fn read<B: Bytes>(bytes: &B, at: usize) -> Result<Self, UnpackError> {{ Ok(R{number} {{ {reads} }}) }}\n    \
         fn write<B: BytesMut>(&self, bytes: &mut B, at: usize) {{ {writes} }}\n}}"
    );
}

fn zerocopy(record: &Record, out: &mut String) {
    let fields = fields(record, |field| match field.rust {
        "u8" => "u8".into(),
        _ if field.is_text() => field.rust.into(),
        rust => format!("{}<LE>", rust.to_uppercase()),
    });
    _ = writeln!(
        out,
        "#[derive(FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]\n#[repr(C)]\npub struct R{} {{\n{fields}}}",
        record.number
    );
}

fn bytemuck(record: &Record, out: &mut String) {
    let fields = fields(record, |field| field.rust.into());
    _ = writeln!(
        out,
        "#[derive(Clone, Copy, Pod, Zeroable)]\n#[repr(C, packed)]\npub struct R{} {{\n{fields}}}",
        record.number
    );
}

fn binrw(record: &Record, out: &mut String) {
    let fields = fields(record, |field| field.rust.into());
    _ = writeln!(out, "#[derive(BinRead, BinWrite)]\n#[brw(little)]\npub struct R{} {{\n{fields}}}", record.number);
}
