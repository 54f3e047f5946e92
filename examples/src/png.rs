//! PNG images: a signature, then chunks, each with its length, kind and checksum (ISO/IEC 15948).
//!
//! The layouts are three `view!` records. `from_offset` reads one wherever it starts, and says what is missing.

use std::fmt::Write;

use view_core::{Value, view};

use crate::Error;
use crate::error::{Part, bytes_at};

view! {
    /// What every PNG file starts with.
    struct Signature = "8s:magic:";

    /// What every chunk starts with. All numbers are big-endian.
    struct ChunkStart = ">I:length: 4s:kind:";

    /// What every chunk ends with.
    struct ChunkEnd = ">I:checksum:";

    /// The data of the first chunk, `IHDR`.
    struct Image = ">I:width: I:height: B:depth: B:colour: B:compression: B:filter: B:interlace:";
}

/// The image and its chunks.
///
/// # Errors
///
/// Where the bytes are not a PNG file, or not the whole of one.
pub fn describe(bytes: &[u8]) -> Result<String, Error> {
    let (signature, _) = Signature::from_prefix(bytes).part("signature")?;
    if signature.magic() != b"\x89PNG\r\n\x1a\n" {
        return Err(Error::foreign("PNG", bytes));
    }
    let mut text = String::new();
    let mut at = Signature::SIZE;
    for number in 0.. {
        let start = ChunkStart::from_offset(bytes, at).part(format_args!("chunk {number}"))?;
        let kind = Value::from(start.kind());
        let name = format!("chunk {number}, {kind}");
        let data = bytes_at(bytes, (at + ChunkStart::SIZE) as u64, start.length().into()).part(&name)?;
        let end = ChunkEnd::from_offset(bytes, at + ChunkStart::SIZE + data.len()).part(&name)?;
        let found = checksum(&[start.kind(), data]);
        if found != end.checksum() {
            return Err(Error::content(name, format_args!("checksum {found:08x}, not {:08x}", end.checksum())));
        }
        if number == 0 {
            if start.kind() != b"IHDR" {
                return Err(Error::content(name, "the first chunk has to be b'IHDR'"));
            }
            let image = Image::from_bytes(data).part(&name)?;
            let (width, height, depth) = (image.width(), image.height(), image.depth());
            _ = writeln!(text, "{width} x {height}, {depth} bits a channel, {}", colour(image.colour()));
        }
        _ = writeln!(text, "{at:8}  {kind} {:8} bytes  checksum {found:08x}", data.len());
        at += ChunkStart::SIZE + data.len() + ChunkEnd::SIZE;
        if start.kind() == b"IEND" {
            break;
        }
    }
    Ok(text)
}

fn colour(code: u8) -> &'static str {
    match code {
        0 => "grey",
        2 => "red, green and blue",
        3 => "colours of a palette",
        4 => "grey with alpha",
        6 => "red, green and blue with alpha",
        _ => "colours of a kind that is not known here",
    }
}

/// The CRC-32 of the parts, one after the other.
fn checksum(parts: &[&[u8]]) -> u32 {
    !parts.concat().iter().fold(u32::MAX, |state, &byte| {
        (0..8).fold(state ^ u32::from(byte), |state, _| (state >> 1) ^ (0xedb8_8320 * (state & 1)))
    })
}
