//! From the names in a format to names that Rust has room for.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use view_format::record::{RecordFault, check_name};

/// The identifier for a name that stands at `place` in a format; keywords become raw.
pub(crate) fn identifier(name: &str, place: view_format::Span, span: Span) -> Result<Ident, RecordFault> {
    let is_plain = is_identifier(name) && !name.starts_with("r#");
    // What cannot stand behind `r#` either is no identifier at all.
    check_name(name, place, |name| is_plain || is_identifier(&format!("r#{name}")))?;
    Ok(if is_plain { in_any_edition(Ident::new(name, span)) } else { Ident::new_raw(name, span) })
}

/// Whether that is an identifier, and nothing besides: not even a blank.
fn is_identifier(text: &str) -> bool {
    syn::parse_str::<Ident>(text).is_ok_and(|name| name == text)
}

/// The name as all editions read it. The output is text in the edition of the library, and what is a keyword there, such as `gen`,
/// may be none where the name is from.
pub(crate) fn in_any_edition(name: Ident) -> Ident {
    let text = name.to_string();
    match &*text {
        "async" | "await" | "dyn" | "gen" | "try" => Ident::new_raw(&text, name.span()),
        _ => name,
    }
}

/// The name of the type of a nested record: that of the outer one and that of the field, `Trade` and `spot` to `TradeSpot`.
pub(crate) fn nested_type(outer: &Ident, field: &Ident) -> Ident {
    let name = view_format::record::nested_type(&outer.unraw().to_string(), &field.unraw().to_string());
    Ident::new(&name, outer.span())
}

/// Whether rustc would warn about a method of this name.
pub(crate) fn is_snake_case(name: &str) -> bool {
    !name.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::format_ident;
    use view_format::record::RecordFaultKind;

    #[test]
    fn names_that_rust_has_room_for() {
        let is = |name: &str| match identifier(name, view_format::Span::default(), Span::call_site())
            .map_err(|fault| fault.kind)
        {
            Ok(ident) => ident.to_string(),
            Err(RecordFaultKind::Keyword { .. }) => "keyword".into(),
            Err(RecordFaultKind::NotAnIdentifier { instead, .. }) => format!("not {instead}"),
            Err(_) => String::new(),
        };
        assert_eq!(is("width"), "width");
        assert_eq!(is("type"), "r#type");
        assert_eq!(is("gen"), "r#gen");
        assert_eq!(is("self"), "keyword");
        assert_eq!(is("file size"), "not file_size");
        assert_eq!((&*is(" H"), &*is("size "), &*is("r#type")), ("not h", "not size", "not r_type"));
        assert_eq!((&*is("a/**/"), &*is("")), ("not a", "not field"));
        assert_eq!(is("2nd"), "not field_2nd");
        assert_eq!(is("größe"), "größe");
        assert_eq!(is("--"), "not field");
    }

    #[test]
    fn nested_types_are_named_after_both() {
        let nested = |field: &str| {
            nested_type(
                &format_ident!("Trade"),
                &identifier(field, view_format::Span::default(), Span::call_site()).ok().unwrap(),
            )
        };
        assert_eq!(nested("spot").to_string(), "TradeSpot");
        assert_eq!(nested("best_bid").to_string(), "TradeBestBid");
        assert_eq!(nested("type").to_string(), "TradeType");
    }
}
