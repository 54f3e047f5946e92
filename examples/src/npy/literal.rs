//! The few literals of Python that the headers of `.npy` files are written in.

/// A value.
#[derive(Debug, PartialEq)]
pub(super) enum Literal {
    Text(String),
    Number(usize),
    Bool(bool),
    /// A list or a tuple.
    List(Vec<Literal>),
    Dictionary(Vec<(Literal, Literal)>),
}

/// More than any type of numpy's has; it keeps the stack small, whatever the file says.
const DEEPEST: usize = 32;

impl Literal {
    /// Reads one literal with white space around it. The error is where it cannot be read.
    pub(super) fn parse(text: &[u8]) -> Result<Literal, usize> {
        let mut parser = Parser { text, at: 0 };
        let literal = parser.literal(0).ok_or(parser.at)?;
        parser.space();
        if parser.at == text.len() { Ok(literal) } else { Err(parser.at) }
    }

    /// What a dictionary has under a key.
    pub(super) fn get(&self, key: &str) -> Option<&Literal> {
        match self {
            Literal::Dictionary(entries) => entries
                .iter()
                .find(|(name, _)| matches!(name, Literal::Text(name) if name == key))
                .map(|entry| &entry.1),
            _ => None,
        }
    }
}

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
}

impl Parser<'_> {
    fn literal(&mut self, depth: usize) -> Option<Literal> {
        self.space();
        match *self.text.get(self.at)? {
            _ if depth > DEEPEST => None,
            quote @ (b'\'' | b'"') => {
                self.at += 1;
                let text = self.run(|byte| byte != quote && byte != b'\\')?;
                self.one(quote).then_some(Literal::Text(text))
            }
            b'0'..=b'9' => {
                let number = self.run(|byte| byte.is_ascii_digit())?.parse().ok()?;
                // Python 2 marks long ones.
                self.one(b'L');
                Some(Literal::Number(number))
            }
            b'(' => self.entries(b')', |parser| parser.literal(depth + 1)).map(Literal::List),
            b'[' => self.entries(b']', |parser| parser.literal(depth + 1)).map(Literal::List),
            b'{' => {
                let entry = |parser: &mut Self| {
                    let key = parser.literal(depth + 1)?;
                    parser.space();
                    if parser.one(b':') { Some((key, parser.literal(depth + 1)?)) } else { None }
                };
                self.entries(b'}', entry).map(Literal::Dictionary)
            }
            _ => {
                let start = self.at;
                match self.run(|byte| byte.is_ascii_alphabetic())?.as_str() {
                    "True" => Some(Literal::Bool(true)),
                    "False" => Some(Literal::Bool(false)),
                    _ => {
                        self.at = start;
                        None
                    }
                }
            }
        }
    }

    /// What stands between brackets, with commas between and perhaps at the end.
    fn entries<T>(&mut self, end: u8, mut entry: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.at += 1;
        let mut entries = Vec::new();
        loop {
            self.space();
            if self.one(end) {
                return Some(entries);
            }
            entries.push(entry(self)?);
            self.space();
            if !self.one(b',') {
                return self.one(end).then_some(entries);
            }
        }
    }

    fn space(&mut self) {
        self.at += self.text[self.at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    }

    fn one(&mut self, byte: u8) -> bool {
        let is_there = self.text.get(self.at) == Some(&byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn run(&mut self, mut is_in: impl FnMut(u8) -> bool) -> Option<String> {
        let rest = &self.text[self.at..];
        let length = rest.iter().take_while(|&&byte| is_in(byte)).count();
        self.at += length;
        String::from_utf8(rest[..length].to_vec()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Literal;

    #[test]
    fn headers() {
        let literal = Literal::parse(b"{'a': (2L, 3), \"b\": True, 'c': [('d', '<f8')], } \n").expect("a literal");
        let numbers = vec![Literal::Number(2), Literal::Number(3)];
        assert_eq!(literal.get("a"), Some(&Literal::List(numbers)));
        assert_eq!(literal.get("b"), Some(&Literal::Bool(true)));
        assert_eq!(literal.get("e"), None);
        for (text, at) in [("", 0), ("{'a' 1}", 5), ("(1 2)", 3), ("None", 0), ("()x", 2), ("'a", 2)] {
            assert_eq!(Literal::parse(text.as_bytes()), Err(at), "{text}");
        }
        assert!(Literal::parse(&[b'['; 1_000_000]).is_err());
    }
}
