//! How one scalar is read, written and named in the output.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use view_format::{Scalar, ScalarKind};

use crate::model::Order;

/// A scalar in the words of the output.
pub(super) struct ScalarTokens {
    /// The type that implements `Element`.
    pub(super) element: TokenStream,
    /// What it is, for the docs: `u32`, `&[u8; 4]`.
    pub(super) doc: String,
    pub(super) access: Access,
}

/// The ways to read and write one scalar.
pub(super) enum Access {
    /// A number or `bool` that has a load and a store of its own.
    Loaded { value: Ident, load: Ident, store: Ident },
    /// A number in the target's byte order.
    Native { value: Ident },
    /// Through its element: half precision, complex.
    ByElement { value: TokenStream },
    /// A string of bytes.
    Text { length: usize },
    /// A Pascal string.
    Pascal { length: usize },
}

impl Access {
    /// What one is in Rust, when it holds its own bytes.
    pub(super) fn owned_type(&self, path: &TokenStream) -> TokenStream {
        match self {
            Access::Loaded { value, .. } | Access::Native { value } => quote!(#value),
            Access::ByElement { value } => value.clone(),
            Access::Text { length } => quote!([u8; #length]),
            Access::Pascal { length } => quote!(#path::PascalText<[u8; #length]>),
        }
    }

    /// Whether the getter gives bytes, of a type that depends on what holds them.
    pub(super) fn is_bytes(&self) -> bool {
        matches!(self, Access::Text { .. } | Access::Pascal { .. })
    }
}

pub(super) fn scalar(path: &TokenStream, scalar: Scalar, order: Order) -> ScalarTokens {
    let size = scalar.size();
    let ordered = |of: TokenStream| match order {
        Order::Little => quote!(#path::Le<#of>),
        Order::Big => quote!(#path::Be<#of>),
        Order::Native => quote!(#path::Ne<#of>),
    };
    let number = |name: String| {
        let value = format_ident!("{name}");
        let suffix = match order {
            _ if size == 1 => "",
            Order::Little => "_le",
            Order::Big => "_be",
            Order::Native => {
                return ScalarTokens { element: ordered(quote!(#value)), doc: name, access: Access::Native { value } };
            }
        };
        let (load, store) = (format_ident!("load_{name}{suffix}"), format_ident!("store_{name}{suffix}"));
        ScalarTokens { element: ordered(quote!(#value)), doc: name, access: Access::Loaded { value, load, store } }
    };
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
            element: quote!(#path::Bool),
            doc: "bool".into(),
            access: Access::Loaded {
                value: format_ident!("bool"),
                load: format_ident!("load_bool"),
                store: format_ident!("store_bool"),
            },
        },
        ScalarKind::Pascal => ScalarTokens {
            element: quote!(#path::Pascal<#size>),
            doc: format!("Pascal string of at most {} bytes", size.saturating_sub(1)),
            access: Access::Pascal { length: size },
        },
        // Strings, padding with a name, and what only a broken format leaves here.
        _ => ScalarTokens {
            element: quote!(#path::Text<#size>),
            doc: format!("&[u8; {size}]"),
            access: Access::Text { length: size },
        },
    }
}
