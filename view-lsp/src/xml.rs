//! Text in XML, between tags and in attributes.

/// `text` with what means something in XML written otherwise. What no document may hold at all, as a null, becomes U+FFFD.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // In attributes they would be read as spaces.
            '\t' | '\n' | '\r' => escaped.push_str(&format!("&#{};", u32::from(c))),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_is_read_back_as_it_was() {
        assert_eq!(escape("a<b> & \"c'"), "a&lt;b&gt; &amp; &quot;c'");
        assert_eq!(escape("é𝕒\t\r\n"), "é𝕒&#9;&#13;&#10;");
        assert_eq!(escape("\0\u{1b}[0m\u{ffff}"), "\u{fffd}\u{fffd}[0m\u{fffd}");
        assert_eq!(escape("]]>"), "]]&gt;");
    }
}
