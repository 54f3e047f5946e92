//! From the names in a format to names that Rust has room for.

use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::ext::IdentExt;

/// Why a name cannot be one of Rust's.
pub(crate) enum Unusable {
    /// It has characters that identifiers have not. With one that would do.
    NotAnIdentifier(String),
    /// `self`, `Self`, `super`, `crate` and `_`, which even `r#` does not free.
    Keyword,
}

/// The identifier for a name; keywords become raw.
pub(crate) fn identifier(name: &str, span: Span) -> Result<Ident, Unusable> {
    if matches!(name, "self" | "Self" | "super" | "crate" | "_") {
        return Err(Unusable::Keyword);
    }
    if syn::parse_str::<Ident>(name).is_ok() {
        return Ok(Ident::new(name, span));
    }
    // What cannot stand behind `r#` either is no identifier at all.
    match syn::parse_str::<Ident>(&format!("r#{name}")) {
        Ok(_) => Ok(Ident::new_raw(name, span)),
        Err(_) => Err(Unusable::NotAnIdentifier(snake_case(name))),
    }
}

/// A name that would do in the place of one that does not.
fn snake_case(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            _ if out.ends_with('_') || out.is_empty() => {}
            _ => out.push('_'),
        }
    }
    let out = out.trim_end_matches('_');
    match out.chars().next() {
        None => "field".into(),
        Some(first) if first.is_ascii_digit() => format!("field_{out}"),
        Some(_) => out.into(),
    }
}

/// The name of the type of a nested record: that of the outer one and that of the field, `Trade` and `spot` to `TradeSpot`.
pub(crate) fn nested_type(outer: &Ident, field: &Ident) -> Ident {
    let field = field.unraw().to_string();
    let camel: String = field
        .split('_')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<Vec<_>>()
        })
        .collect();
    format_ident!("{}{camel}", outer, span = outer.span())
}

/// Whether rustc would warn about a method of this name.
pub(crate) fn is_snake_case(name: &str) -> bool {
    !name.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_rust_has_room_for() {
        let is = |name: &str| match identifier(name, Span::call_site()) {
            Ok(ident) => ident.to_string(),
            Err(Unusable::Keyword) => "keyword".into(),
            Err(Unusable::NotAnIdentifier(instead)) => format!("not {instead}"),
        };
        assert_eq!(is("width"), "width");
        assert_eq!(is("type"), "r#type");
        assert_eq!(is("self"), "keyword");
        assert_eq!(is("file size"), "not file_size");
        assert_eq!(is("2nd"), "not field_2nd");
        assert_eq!(is("größe"), "größe");
        assert_eq!(is("--"), "not field");
    }

    #[test]
    fn nested_types_are_named_after_both() {
        let nested =
            |field: &str| nested_type(&format_ident!("Trade"), &identifier(field, Span::call_site()).ok().unwrap());
        assert_eq!(nested("spot").to_string(), "TradeSpot");
        assert_eq!(nested("best_bid").to_string(), "TradeBestBid");
        assert_eq!(nested("type").to_string(), "TradeType");
    }
}
