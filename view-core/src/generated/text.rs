//! Formats that are put together while the program is compiled, of types whose formats only rustc sees.

/// A piece of a format.
#[derive(Debug)]
pub enum Piece {
    /// As it stands.
    Text(&'static str),
    /// In decimal.
    Number(usize),
    /// What Python's `struct` has for so many of a type; without codes, their bytes as one string.
    Codes {
        /// For one of them.
        codes: Option<&'static str>,
        /// Bytes of one.
        size: usize,
        /// How many.
        count: usize,
    },
}

/// Bytes that are enough for the codes of so many: those of a string have a number of at most 20 digits.
pub const fn codes_length(codes: Option<&'static str>, count: usize) -> usize {
    match codes {
        Some(codes) => codes.len() * count,
        None => 21,
    }
}

const fn digits(number: usize) -> usize {
    if number == 0 { 1 } else { number.ilog10() as usize + 1 }
}

/// Bytes that all of them take.
pub const fn text_length(pieces: &[Piece]) -> usize {
    let (mut length, mut i) = (0, 0);
    while i < pieces.len() {
        length += match pieces[i] {
            Piece::Text(text) => text.len(),
            Piece::Number(number) => digits(number),
            Piece::Codes { codes: Some(codes), count, .. } => codes.len() * count,
            Piece::Codes { codes: None, size, count } => digits(size * count) + 1,
        };
        i += 1;
    }
    length
}

/// One after the other, in an array that may be longer.
pub const fn text_bytes<const N: usize>(pieces: &[Piece]) -> [u8; N] {
    let (mut out, mut at, mut i) = ([0; N], 0, 0);
    while i < pieces.len() {
        match pieces[i] {
            Piece::Text(text) => put(&mut out, &mut at, text),
            Piece::Number(number) => put_number(&mut out, &mut at, number),
            Piece::Codes { codes: Some(codes), count, .. } => {
                let mut n = 0;
                while n < count {
                    put(&mut out, &mut at, codes);
                    n += 1;
                }
            }
            Piece::Codes { codes: None, size, count } => {
                put_number(&mut out, &mut at, size * count);
                put(&mut out, &mut at, "s");
            }
        }
        i += 1;
    }
    out
}

const fn put<const N: usize>(out: &mut [u8; N], at: &mut usize, text: &str) {
    let (bytes, mut i) = (text.as_bytes(), 0);
    while i < bytes.len() {
        out[*at] = bytes[i];
        *at += 1;
        i += 1;
    }
}

const fn put_number<const N: usize>(out: &mut [u8; N], at: &mut usize, number: usize) {
    let mut power = 10_usize.pow(digits(number) as u32 - 1);
    while power > 0 {
        out[*at] = b'0' + (number / power % 10) as u8;
        *at += 1;
        power /= 10;
    }
}

/// The text in the first `length` bytes.
pub const fn text_of(bytes: &'static [u8], length: usize) -> &'static str {
    match core::str::from_utf8(bytes.split_at(length).0) {
        Ok(text) => text,
        Err(_) => panic!("pieces of text are text"),
    }
}

/// Where each of so many things starts that stand one after the other. The last is their end: it has no bytes.
pub const fn offsets<const N: usize>(sizes: [usize; N]) -> [usize; N] {
    let (mut offsets, mut at, mut i) = ([0; N], 0_usize, 0);
    while i < N {
        offsets[i] = at;
        at = match at.checked_add(sizes[i]) {
            Some(end) if end <= isize::MAX as usize => end,
            _ => panic!("the record takes more bytes than memory can hold"),
        };
        i += 1;
    }
    offsets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_make_texts() {
        const PIECES: &[Piece] = &[
            Piece::Text("<("),
            Piece::Number(0),
            Piece::Number(120),
            Piece::Text("é"),
            Piece::Codes { codes: Some("ab"), size: 9, count: 2 },
            Piece::Codes { codes: None, size: 5, count: 2 },
        ];
        const BYTES: [u8; 30] = text_bytes(PIECES);
        const TEXT: &str = text_of(&BYTES, text_length(PIECES));
        assert_eq!(TEXT, "<(0120éabab10s");
        assert_eq!(offsets([2, 0, 5, 0]), [0, 2, 2, 7]);
    }
}
