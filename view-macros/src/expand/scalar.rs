//! How one scalar is read, written and named in the output.

use std::cell::RefCell;
use std::rc::Rc;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use view_format::{Scalar, ScalarKind, Target};

use super::Context;
use super::words::Words;
use crate::model::{Number, Order};

/// A scalar in the words of the output.
pub(super) struct ScalarTokens {
    /// The type that implements `Element`.
    pub(super) element: Words,
    /// What it is, for the docs: `u32`, `&[u8; 4]`.
    pub(super) doc: String,
    pub(super) access: Access,
}

/// The ways to read and write one scalar.
pub(super) enum Access {
    /// A number or `bool` that has a load and a store of its own.
    Loaded { value: Ident, load: Ident, store: Ident },
    /// A number in the target's byte order.
    Native { value: TokenStream },
    /// Through its element: half precision, complex.
    ByElement { value: TokenStream },
    /// A string of bytes.
    Text { length: Words },
    /// A Pascal string.
    Pascal { length: Words },
}

impl Access {
    /// What one is in Rust, when it holds its own bytes.
    pub(super) fn owned_type(&self, path: &Words) -> TokenStream {
        match self {
            Access::Loaded { value, .. } => quote!(#value),
            Access::Native { value } | Access::ByElement { value } => value.clone(),
            Access::Text { length } => quote!([u8; #length]),
            Access::Pascal { length } => quote!(#path::PascalText<[u8; #length]>),
        }
    }

    /// Whether the getter gives bytes, of a type that depends on what holds them.
    pub(super) fn is_bytes(&self) -> bool {
        matches!(self, Access::Text { .. } | Access::Pascal { .. })
    }
}

/// Those that were asked for, by kind, size and order; the fields of a record are of few kinds.
#[derive(Default)]
pub(super) struct Scalars(RefCell<Vec<(Key, Rc<ScalarTokens>)>>);

type Key = (ScalarKind, usize, Order);

/// Its size stands beside it, since that may be another one on other targets.
pub(super) fn scalar(cx: &Context, scalar: Scalar, order: Order, bytes: &Number) -> Rc<ScalarTokens> {
    if bytes.known() != Some(scalar.size()) {
        return Rc::new(make(cx, scalar, order, bytes));
    }
    let key = (scalar.kind(), scalar.size(), order);
    let mut all = cx.scalars.0.borrow_mut();
    if let Some((_, tokens)) = all.iter().find(|(of, _)| *of == key) {
        return Rc::clone(tokens);
    }
    let tokens = Rc::new(make(cx, scalar, order, bytes));
    all.push((key, Rc::clone(&tokens)));
    tokens
}

fn make(cx: &Context, scalar: Scalar, order: Order, bytes: &Number) -> ScalarTokens {
    let path = &cx.path;
    let size = scalar.size();
    let length = cx.number(bytes);
    let ordered = |of: TokenStream| match order {
        Order::Little => Words::from(quote!(#path::Le<#of>)),
        Order::Big => quote!(#path::Be<#of>).into(),
        Order::Native => quote!(#path::Ne<#of>).into(),
    };
    let number = |name: String| {
        let value = format_ident!("{name}");
        let suffix = match order {
            _ if size == 1 => "",
            Order::Little => "_le",
            Order::Big => "_be",
            Order::Native => {
                let value = quote!(#value);
                return ScalarTokens { element: ordered(value.clone()), doc: name, access: Access::Native { value } };
            }
        };
        let (load, store) = (format_ident!("load_{name}{suffix}"), format_ident!("store_{name}{suffix}"));
        ScalarTokens { element: ordered(quote!(#value)), doc: name, access: Access::Loaded { value, load, store } }
    };
    if let (Some(name), true) = (c_integer(scalar.kind(), bytes), scalar.kind().has_byte_order()) {
        let name_tokens = format_ident!("{name}");
        let value = if name.starts_with("c_") { quote!(::core::ffi::#name_tokens) } else { quote!(#name_tokens) };
        return ScalarTokens { element: ordered(value.clone()), doc: name.into(), access: Access::Native { value } };
    }
    match scalar.kind() {
        ScalarKind::Int => number(format!("i{}", 8 * size)),
        ScalarKind::Uint | ScalarKind::Pointer => number(format!("u{}", 8 * size)),
        ScalarKind::Char => number("u8".into()),
        ScalarKind::Float if size == 2 => ScalarTokens {
            element: ordered(quote!(#path::Half)),
            doc: "f32".into(),
            access: Access::ByElement { value: quote!(f32) },
        },
        ScalarKind::Float => number(format!("f{}", 8 * size)),
        ScalarKind::Complex => {
            let part = format_ident!("f{}", 4 * size);
            ScalarTokens {
                element: ordered(quote!(#path::Complex<#part>)),
                doc: format!("Complex<{part}>"),
                access: Access::ByElement { value: quote!(#path::Complex<#part>) },
            }
        }
        ScalarKind::Bool => ScalarTokens {
            element: quote!(#path::Bool).into(),
            doc: "bool".into(),
            access: Access::Loaded {
                value: format_ident!("bool"),
                load: format_ident!("load_bool"),
                store: format_ident!("store_bool"),
            },
        },
        ScalarKind::Pascal => ScalarTokens {
            element: quote!(#path::Pascal<#length>).into(),
            doc: format!("Pascal string of at most {} bytes", size.saturating_sub(1)),
            access: Access::Pascal { length },
        },
        // Strings, padding with a name, and what only a broken format leaves here.
        _ => ScalarTokens {
            element: quote!(#path::Text<#length>).into(),
            doc: match bytes {
                Number::Computed(length) => format!("&[u8; {length}]"),
                _ => format!("&[u8; {size}]"),
            },
            access: Access::Text { length },
        },
    }
}

/// The type of an integer whose size depends on the target.
pub(super) fn c_integer(kind: ScalarKind, size: &Number) -> Option<&'static str> {
    let Number::ByTarget(sizes) = size else { return None };
    let is_long = *sizes == Target::ALL.map(|(_, _, target)| usize::from(target.long.size));
    match kind {
        ScalarKind::Int if is_long => Some("c_long"),
        ScalarKind::Int => Some("isize"),
        ScalarKind::Uint if is_long => Some("c_ulong"),
        ScalarKind::Uint | ScalarKind::Pointer => Some("usize"),
        _ => None,
    }
}
