//! Files to text: what is too large, binary or of another encoding is told, and never half read.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use crate::language::Language;

/// The largest file that is read: 64 MiB. Sources are smaller; what is larger is data.
pub(super) const LARGEST: u64 = 64 << 20;

/// A source.
pub(in crate::command) struct Source {
    pub(in crate::command) text: String,
    /// Whether it may be written back as it is. If not, each byte became one character.
    pub(in crate::command) is_utf8: bool,
}

impl Source {
    /// As it was read.
    pub(super) fn bytes(&self) -> Vec<u8> {
        match self.is_utf8 {
            true => self.text.clone().into_bytes(),
            false => self.text.chars().map(|byte| byte as u8).collect(),
        }
    }
}

/// Why a source that is not UTF-8 is left as it is.
pub(super) const NOT_CHANGED: &str = "not changed: only sources in UTF-8 are";

/// Why a file was not read.
pub(in crate::command) enum Failed {
    /// The system says so.
    Io(io::Error),
    /// It is no source.
    Unfit(String),
}

/// Reads a file that may be `written` afterwards.
pub(in crate::command) fn file(path: &Path, language: Language, written: bool) -> Result<Source, Failed> {
    let metadata = fs::metadata(path).map_err(Failed::Io)?;
    // Who names a pipe to read may wait for it; what is read from it is not there to be changed.
    if written && !metadata.is_file() {
        return Err(Failed::Unfit(
            "a pipe or a device, which holds nothing to change; `-` changes what passes through".into(),
        ));
    }
    let size = metadata.len();
    if size > LARGEST {
        return Err(Failed::Unfit(too_large()));
    }
    let mut bytes = Vec::with_capacity(size as usize);
    // Pipes and devices have no size, and some no end.
    let read = fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    read.map_err(Failed::Io)?;
    decode(bytes, language).map_err(Failed::Unfit)
}

fn too_large() -> String {
    format!("larger than {} MiB, so no source", LARGEST >> 20)
}

/// The text of a source, or in one sentence why it is none.
pub(super) fn decode(bytes: Vec<u8>, language: Language) -> Result<Source, String> {
    if bytes.len() as u64 > LARGEST {
        return Err(too_large());
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Source { text, is_utf8: true }),
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    let bytes = error.as_bytes();
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err("UTF-16, not UTF-8".into());
    }
    if bytes.contains(&0) {
        return Err("binary, no source".into());
    }
    // Python sources may be of another encoding, and say so on the first or second line (PEP 263). Formats are ASCII, which
    // nearly all of them share.
    let head: Vec<_> = bytes.split(|&byte| byte == b'\n').take(2).collect();
    let names_encoding =
        head.iter().any(|line| line.starts_with(b"#") && line.windows(6).any(|word| word == b"coding"));
    match language == Language::Python && names_encoding {
        true => Ok(Source { text: bytes.iter().map(|&byte| char::from(byte)).collect(), is_utf8: false }),
        false => Err(format!("not UTF-8 at byte {at}")),
    }
}
