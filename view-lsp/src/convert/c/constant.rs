//! Constants, as lengths of arrays have them.

use super::names::number;
use super::read::{DEEP, Read, Reader};

impl Reader<'_> {
    /// A constant: sums of products of numbers and names.
    pub(super) fn sum(&mut self, depth: usize) -> Read<usize> {
        let mut value = self.product(depth)?;
        loop {
            let other = match self.peek_text() {
                "+" => {
                    self.at += 1;
                    value.checked_add(self.product(depth)?)
                }
                "-" => {
                    self.at += 1;
                    value.checked_sub(self.product(depth)?)
                }
                _ => return Ok(value),
            };
            value = other.ok_or_else(|| self.mistake_before("no length is that large, or that small"))?;
        }
    }

    fn product(&mut self, depth: usize) -> Read<usize> {
        let mut value = self.atom(depth)?;
        loop {
            let other = match self.peek_text() {
                "*" => {
                    self.at += 1;
                    value.checked_mul(self.atom(depth)?)
                }
                "/" => {
                    self.at += 1;
                    value.checked_div(self.atom(depth)?)
                }
                _ => return Ok(value),
            };
            value = other.ok_or_else(|| self.mistake_before("no length is that large, or it is divided by 0"))?;
        }
    }

    fn atom(&mut self, depth: usize) -> Read<usize> {
        if depth > DEEP {
            return Err(self.mistake("too deep"));
        }
        if self.eat("(") {
            let value = self.sum(depth + 1)?;
            self.expect(")")?;
            return Ok(value);
        }
        let text = self.peek_text();
        let value = number(text).or_else(|| self.constants.get(text).copied());
        let value = value.ok_or_else(|| {
            self.mistake(format!("`{}` is no number that is known here", text.escape_debug()))
                .help("a `#define` in front may say it")
        })?;
        self.at += 1;
        Ok(value)
    }
}
