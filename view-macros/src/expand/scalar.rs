//! How one scalar is read, written and named in the output.

use std::cell::RefCell;
use std::rc::Rc;

use proc_macro2::Ident;
use view_format::{Scalar, ScalarKind, Target};

use super::Context;
use super::code::Fragment;
use crate::model::{Number, Order};

/// A scalar in the words of the output.
pub(super) struct ScalarTokens {
    /// The type that implements `Element`.
    pub(super) element: Fragment,
    /// What it is, for the docs: `u32`, `&[u8; 4]`.
    pub(super) doc: String,
    pub(super) access: Access,
}

/// The ways to read and write one scalar.
pub(super) enum Access {
    /// A number or `bool` that has a load and a store of its own.
    Loaded { value: String, load: String, store: String },
    /// A number in the target's byte order.
    Native { value: String },
    /// Through its element: half precision, complex.
    ByElement { value: String },
    /// A string of bytes.
    Text { length: Fragment },
    /// A Pascal string.
    Pascal { length: Fragment },
}

impl Access {
    /// What one is in Rust, when it holds its own bytes.
    pub(super) fn owned_type(&self, path: &Ident) -> Fragment {
        match self {
            Access::Loaded { value, .. } | Access::Native { value } | Access::ByElement { value } => {
                value.clone().into()
            }
            Access::Text { length } => length.within(&format!("[{path}::u8; "), "]"),
            Access::Pascal { length } => length.within(&format!("{path}::PascalText<[{path}::u8; "), "]>"),
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
    let size = scalar.size();
    let length = cx.number(bytes);
    let path = &cx.path;
    let ordered = |of: &str| {
        let order = match order {
            Order::Little => "Le",
            Order::Big => "Be",
            Order::Native => "Ne",
        };
        Fragment::from(format!("{path}::{order}<{of}>"))
    };
    let number = |doc: String| {
        let value = format!("{path}::{doc}");
        let suffix = match order {
            _ if size == 1 => "",
            Order::Little => "_le",
            Order::Big => "_be",
            Order::Native => {
                return ScalarTokens { element: ordered(&value), doc, access: Access::Native { value } };
            }
        };
        let (load, store) = (format!("load_{doc}{suffix}"), format!("store_{doc}{suffix}"));
        ScalarTokens { element: ordered(&value), doc, access: Access::Loaded { value, load, store } }
    };
    if let (Some(name), true) = (c_integer(scalar.kind(), bytes), scalar.kind().has_byte_order()) {
        let value = if name.starts_with("c_") { format!("::core::ffi::{name}") } else { format!("{path}::{name}") };
        return ScalarTokens { element: ordered(&value), doc: name.into(), access: Access::Native { value } };
    }
    match scalar.kind() {
        ScalarKind::Int => number(format!("i{}", 8 * size)),
        ScalarKind::Uint | ScalarKind::Pointer => number(format!("u{}", 8 * size)),
        ScalarKind::Char => number("u8".into()),
        ScalarKind::Float if size == 2 => ScalarTokens {
            element: ordered(&format!("{path}::Half")),
            doc: "f32".into(),
            access: Access::ByElement { value: format!("{path}::f32") },
        },
        ScalarKind::Float => number(format!("f{}", 8 * size)),
        ScalarKind::Complex => {
            let part = format!("f{}", 4 * size);
            let (doc, value) = (format!("Complex<{part}>"), format!("{path}::Complex<{path}::{part}>"));
            ScalarTokens { element: ordered(&value), doc, access: Access::ByElement { value } }
        }
        ScalarKind::Bool => ScalarTokens {
            element: format!("{path}::Bool").into(),
            doc: "bool".into(),
            access: Access::Loaded {
                value: format!("{path}::bool"),
                load: "load_bool".into(),
                store: "store_bool".into(),
            },
        },
        ScalarKind::Pascal => ScalarTokens {
            element: length.within(&format!("{path}::Pascal<"), ">"),
            doc: format!("Pascal string of at most {} bytes", size.saturating_sub(1)),
            access: Access::Pascal { length },
        },
        // Strings, padding with a name, and what only a broken format leaves here.
        _ => ScalarTokens {
            element: length.within(&format!("{path}::Text<"), ">"),
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
