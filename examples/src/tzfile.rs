//! Time zones as the system keeps them: TZif files, versions 1 to 4 (RFC 9636).
//!
//! The header tells how many numbers and records follow. Each table is then one `TypedView` over its part of the file: no
//! number is read before it is asked for.

use std::fmt::Write;

use view_core::{Be, TypedView, view};

use crate::Error;
use crate::error::{Part, bytes_at};

view! {
    /// What each of the two blocks starts with.
    struct Header = ">4s:magic: B:version: 15x I:universal: I:standard: I:leaps: I:times: I:kinds: I:letters:";

    /// One kind of local time: seconds east of Greenwich, whether it is summer time, and where its name starts.
    struct Kind = ">i:offset: ?:is_summer: B:name:";
}

/// Of the changes, this many are shown.
const SHOWN: usize = 6;

/// The last few changes of the time, and the rule for all after them.
///
/// # Errors
///
/// Where the bytes are not a TZif file, or not the whole of one.
pub fn describe(bytes: &[u8]) -> Result<String, Error> {
    let (header, _) = Header::from_prefix(bytes).part("header")?;
    if header.magic() != b"TZif" {
        return Err(Error::foreign("TZif", bytes));
    }
    // Version 1 has times of 32 bits. Since version 2 all is there a second time, with 64 bits, and a footer follows.
    let first = Block::read(bytes, 0, 4)?;
    let text = match header.version() {
        0 => first.describe(1)?,
        b'2'..=b'4' => {
            let second = Block::read(bytes, first.end, 8)?;
            let footer = footer(bytes, second.end)?;
            format!("{}after that    {footer}\n", second.describe(header.version() - b'0')?)
        }
        version => return Err(Error::content("header", format_args!("version {version:#04x} is not known here"))),
    };
    Ok(text)
}

/// The tables of one block, as they lie in the file.
struct Block<'a> {
    times: Times<'a>,
    /// For each time the number of the kind that starts then.
    kind_of: &'a [u8],
    kinds: TypedView<&'a [u8], Kind>,
    letters: &'a [u8],
    /// Where it ends.
    end: u64,
}

/// Seconds since 1970, in the two sizes.
enum Times<'a> {
    Short(TypedView<&'a [u8], Be<i32>>),
    Long(TypedView<&'a [u8], Be<i64>>),
}

impl<'a> Block<'a> {
    fn read(bytes: &'a [u8], offset: u64, time_size: u64) -> Result<Block<'a>, Error> {
        let start = bytes_at(bytes, offset, Header::SIZE as u64).part("header")?;
        let header = Header::from_bytes(start).part("header")?;
        if header.magic() != b"TZif" {
            return Err(Error::content("second header", "it has to start with b'TZif'"));
        }
        let mut end = offset + Header::SIZE as u64;
        let mut table = |name: &str, count: u32, size: u64| {
            let start = end;
            end += u64::from(count) * size;
            bytes_at(bytes, start, u64::from(count) * size).part(name)
        };
        let times = table("times", header.times(), time_size)?;
        let kind_of = table("kinds of the times", header.times(), 1)?;
        let kinds = table("kinds of local time", header.kinds(), Kind::SIZE as u64)?;
        let letters = table("names", header.letters(), 1)?;
        table("leap seconds", header.leaps(), time_size + 4)?;
        table("marks of standard time", header.standard(), 1)?;
        table("marks of universal time", header.universal(), 1)?;
        let times = match time_size {
            4 => Times::Short(TypedView::from_bytes(times).part("times")?),
            _ => Times::Long(TypedView::from_bytes(times).part("times")?),
        };
        let kinds = TypedView::from_bytes(kinds).part("kinds of local time")?;
        Ok(Block { times, kind_of, kinds, letters, end })
    }

    fn describe(&self, version: u8) -> Result<String, Error> {
        let mut text = format!("version {version}, {} changes, {} kinds\n", self.kind_of.len(), self.kinds.len());
        for i in self.kind_of.len().saturating_sub(SHOWN)..self.kind_of.len() {
            let time = match &self.times {
                Times::Short(times) => times.at(i).into(),
                Times::Long(times) => times.at(i),
            };
            let number = self.kind_of[i];
            let name = format_args!("kind {number} of time {i}");
            let Some(kind) = self.kinds.get([number.into()]) else {
                return Err(Error::content(name, format_args!("there are {} kinds", self.kinds.len())));
            };
            let Some(letters) = self.letters.get(kind.name().into()..) else {
                return Err(Error::content(name, format_args!("name {} is past the last", kind.name())));
            };
            let letters = letters.split(|&letter| letter == 0).next().unwrap_or_default().escape_ascii();
            let (minutes, sign) = (kind.offset().unsigned_abs() / 60, if kind.offset() < 0 { '-' } else { '+' });
            let season = if kind.is_summer() { "  (summer)" } else { "" };
            let (hours, minutes) = (minutes / 60, minutes % 60);
            _ = writeln!(text, "{}  {sign}{hours:02}:{minutes:02}  {letters}{season}", date(time));
        }
        Ok(text)
    }
}

/// The rule after the last change, between two ends of lines.
fn footer(bytes: &[u8], offset: u64) -> Result<String, Error> {
    let line = bytes.get(offset as usize..).unwrap_or_default();
    match line.strip_prefix(b"\n").and_then(|line| line.split_last_chunk()) {
        Some((rule, b"\n")) => Ok(rule.escape_ascii().to_string()),
        _ => Err(Error::content("footer", format_args!("no line in the {} bytes at offset {offset}", line.len()))),
    }
}

/// The date and time of day in Greenwich, in the Gregorian calendar, of a number of seconds since 1970.
fn date(time: i64) -> String {
    let (days, seconds) = (time.div_euclid(86400), time.rem_euclid(86400));
    // Years that start in March, in eras of 400 of them, so that leap days come last.
    let day = i128::from(days) + 719_468;
    let (era, day) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = (year + era * 400 + month / 10, (month + 2) % 12 + 1);
    format!("{year}-{month:02}-{day:02} {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates() {
        for (time, expected) in [
            (0, "1970-01-01 00:00:00"),
            (-1, "1969-12-31 23:59:59"),
            (951_782_400, "2000-02-29 00:00:00"),
            (951_868_800, "2000-03-01 00:00:00"),
            (-2_422_054_408, "1893-03-31 23:06:32"),
            (4_107_542_400, "2100-03-01 00:00:00"),
        ] {
            assert_eq!(date(time), expected);
        }
        date(i64::MIN);
        date(i64::MAX);
    }
}
