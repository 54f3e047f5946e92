//! What the types of fields are in a format, as far as tokens tell.

use proc_macro2::Ident;
use syn::{Expr, ExprLit, GenericArgument, Lit, Path, PathArguments, Type};

use crate::model::Number;

/// A type as an item of a format.
pub(super) struct Item<'t> {
    pub(super) of: Of<'t>,
    /// The lengths of the arrays around it.
    pub(super) dimensions: Vec<Number>,
}

/// What is in the arrays.
pub(super) enum Of<'t> {
    /// A number, a `bool` or a string with a code: `I`, `16p`.
    Code(String),
    /// A string of so many bytes.
    Text(Number),
    /// A type of the user's, which has a layout of its own or none.
    Own(&'t Type),
}

impl Item<'_> {
    /// As a format has it: `u32` is `I`, `[u8; 4]` is `4s`, `[[f32; 4]; 3]` is `(3,4)f`; `None` where only rustc knows.
    pub(super) fn text(&self) -> Option<String> {
        let code = match &self.of {
            Of::Code(code) => code.clone(),
            Of::Text(length) => format!("{}s", length.known()?),
            Of::Own(_) => return None,
        };
        let lengths = self.dimensions.iter().map(|length| length.known().map(|length| length.to_string()));
        let lengths: Vec<_> = lengths.collect::<Option<_>>()?;
        Some(if lengths.is_empty() { code } else { format!("({}){code}", lengths.join(",")) })
    }
}

/// The item for a type; an error in words where it can be none.
pub(super) fn item(field_type: &Type) -> Result<Item<'_>, String> {
    let (mut dimensions, mut inner) = (Vec::new(), field_type);
    loop {
        match inner {
            Type::Array(array) => {
                dimensions.push(length(&array.len));
                inner = &array.elem;
            }
            Type::Paren(paren) => inner = &paren.elem,
            Type::Group(group) => inner = &group.elem,
            _ => break,
        }
    }
    let of = match inner {
        Type::Path(path) => match primitive(&path.path) {
            Some(name) if name == "u8" => match dimensions.pop() {
                // The innermost array of bytes is a string of bytes.
                Some(length) => Of::Text(length),
                None => Of::Code("B".into()),
            },
            Some(name) => match code(name) {
                Some(code) => Of::Code(code.into()),
                None => named(name, false).map(|()| Of::Own(inner))?,
            },
            None => match generic(path) {
                Some(code) => Of::Code(code),
                None => {
                    if let Some(last) = path.path.segments.last() {
                        named(&last.ident, !last.arguments.is_empty())?;
                    }
                    Of::Own(inner)
                }
            },
        },
        Type::Macro(_) => Of::Own(inner),
        Type::Reference(_) => {
            return Err("a reference is an address, not bytes of the record: make the field an array, `[u8; 16]`; to look into \
                        bytes without a copy there is `view`"
                .into());
        }
        Type::Slice(_) => return Err("the length has to be known: make the field an array, `[u8; 16]`".into()),
        Type::Tuple(tuple) if tuple.elems.is_empty() => {
            return Err("`()` has no bytes: leave it out with `#[view(skip)]`".into());
        }
        Type::Tuple(_) => {
            return Err("a tuple has no order in memory: make it a struct with `#[derive(Record)]`".into());
        }
        Type::Ptr(_) | Type::FnPtr(_) => {
            return Err("an address means nothing in bytes that come from elsewhere: take it as a number, `u64`".into());
        }
        _ => return Err("this type has no bytes that a format describes".into()),
    };
    if dimensions.iter().any(|length| length.known() == Some(0)) {
        return Err(
            "formats have no arrays without elements: leave the field out of the bytes with `#[view(skip)]`".into()
        );
    }
    Ok(Item { of, dimensions })
}

/// The one name that a path is, or that of a primitive type by its full path, `core::primitive::u32`.
fn primitive(path: &Path) -> Option<&Ident> {
    let mut names = path.segments.iter().map(|segment| &segment.ident);
    match [names.next(), names.next(), names.next(), names.next()] {
        [Some(krate), Some(module), Some(name), None]
            if (krate == "core" || krate == "std") && module == "primitive" =>
        {
            Some(name)
        }
        _ => path.get_ident(),
    }
}

/// The code of a primitive type.
fn code(name: &Ident) -> Option<&'static str> {
    Some(match &*name.to_string() {
        "i8" => "b",
        "u8" => "B",
        "i16" => "h",
        "u16" => "H",
        "i32" => "i",
        "u32" => "I",
        "i64" => "q",
        "u64" => "Q",
        "f32" => "f",
        "f64" => "d",
        "bool" => "?",
        _ => return None,
    })
}

/// Types of the standard library that are no fields, with what would do. Those that have parameters are only meant where
/// there are some: a type of the user's may be called the same.
fn named(name: &Ident, has_parameters: bool) -> Result<(), String> {
    let name = name.to_string();
    let help = match &*name {
        "usize" | "isize" => {
            let number = if name == "usize" { 'u' } else { 'i' };
            format!("has another size on every machine: write `{number}32` or `{number}64`")
        }
        "u128" | "i128" => "has no code in formats: take the bytes, `[u8; 16]`".into(),
        "f16" | "f128" => "has no code in formats; for half precision write `f32` and `#[view(format = \"e\")]`".into(),
        "char" => "is no byte: write `u8`, or `u32` for a code point".into(),
        "Vec" | "Option" | "Box" | "Rc" | "Arc" | "Cow" | "PhantomData" if !has_parameters => return Ok(()),
        "String" | "Vec" | "str" => "has no fixed length: write an array, `[u8; 16]`, which is filled up with zeros; \
                               or convert one, `#[view(format = \"16s\", with = module)]`"
            .into(),
        "Option" => {
            "has no form in bytes: take the number, and convert it with `#[view(format = \"I\", with = module)]`".into()
        }
        "Box" | "Rc" | "Arc" | "Cow" => "is an address, not bytes of the record: put the value itself here".into(),
        "PhantomData" => "has no bytes: leave it out with `#[view(skip)]`".into(),
        _ => return Ok(()),
    };
    Err(format!("`{name}` {help}"))
}

/// `Complex<f32>`, and `PascalText<[u8; 16]>`.
fn generic(path: &syn::TypePath) -> Option<String> {
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    let Some(GenericArgument::Type(argument)) = arguments.args.first() else { return None };
    match (&*last.ident.to_string(), item(argument).ok()?) {
        ("Complex", Item { of: Of::Code(part), dimensions })
            if dimensions.is_empty() && matches!(&*part, "f" | "d") =>
        {
            Some(format!("Z{part}"))
        }
        ("PascalText", Item { of: Of::Text(Number::Known(length)), dimensions }) if dimensions.is_empty() => {
            Some(format!("{length}p"))
        }
        _ => None,
    }
}

/// The length of an array: a literal, or what rustc makes of it.
fn length(of: &Expr) -> Number {
    match literal(of) {
        Some(length) => Number::Known(length),
        None => Number::Computed(quote::quote!(#of)),
    }
}

pub(super) fn literal(length: &Expr) -> Option<usize> {
    match length {
        // Out of a macro of the user's.
        Expr::Group(group) => literal(&group.expr),
        Expr::Lit(ExprLit { lit: Lit::Int(length), .. }) => length.base10_parse().ok(),
        _ => None,
    }
}
