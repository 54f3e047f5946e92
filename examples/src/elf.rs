//! Executables, libraries and object files of Linux and many others: ELF, of 32 and of 64 bits, in both byte orders.
//!
//! The same tables come in four layouts. The structs are written once, and `#[derive(Record)]` takes the layout from their
//! types: `#[view(little_endian)]` or `#[view(big_endian)]`, with words of `u32` or of `u64`.

use std::fmt::Write;

use view_core::view;

use crate::Error;
use crate::error::{Part, bytes_at};

view! {
    /// What every ELF file starts with: how to read the rest.
    struct Identification = "4s:magic: B:class: B:order: B:version: B:abi: B:abi_version: 7x";
}

/// What is of interest here, as wide as needed for all four.
struct Elf {
    kind: u16,
    machine: u16,
    entry: u64,
    /// The number of the section that holds the names of all sections.
    names: usize,
    sections: Vec<Section>,
}

struct Section {
    name: u32,
    kind: u32,
    address: u64,
    offset: u64,
    size: u64,
}

/// One of the four layouts.
macro_rules! layout {
    ($layout:ident, $order:ident, $word:ident) => {
        mod $layout {
            use view_core::{Record, TypedView};

            use super::{Elf, Error, Identification, Part, Section, bytes_at};

            /// What follows the identification.
            #[derive(Record)]
            #[view($order)]
            struct Header {
                kind: u16,
                machine: u16,
                version: u32,
                entry: $word,
                programs_at: $word,
                sections_at: $word,
                flags: u32,
                header_size: u16,
                program_size: u16,
                programs: u16,
                section_size: u16,
                sections: u16,
                names: u16,
            }

            /// A row of the section table.
            #[derive(Record)]
            #[view($order)]
            struct Row {
                name: u32,
                kind: u32,
                flags: $word,
                address: $word,
                offset: $word,
                size: $word,
                link: u32,
                info: u32,
                alignment: $word,
                entry_size: $word,
            }

            pub(super) fn read(bytes: &[u8]) -> Result<Elf, Error> {
                let header = Header::unpack_from(bytes, Identification::SIZE).part("header")?;
                let (at, row_size) = (u64::from(header.sections_at), Row::SIZE as u64);
                if at != 0 && u64::from(header.section_size) != row_size {
                    let says = format_args!("sections of {} bytes, not {row_size}", header.section_size);
                    return Err(Error::content("header", says));
                }
                // Numbers that do not fit the header stand in the first row.
                let (mut count, mut names) = (u64::from(header.sections), usize::from(header.names));
                if at != 0 && (count == 0 || header.names == u16::MAX) {
                    let first = bytes_at(bytes, at, row_size).part("first row of the section table")?;
                    let first = Row::unpack(first).part("first row of the section table")?;
                    count = if count == 0 { first.size.into() } else { count };
                    names = if header.names == u16::MAX { first.link as usize } else { names };
                }
                let table = bytes_at(bytes, at, count.saturating_mul(row_size)).part("section table")?;
                let table = TypedView::<_, Row>::from_bytes(table).part("section table")?;
                let section = |row: Row| Section {
                    name: row.name,
                    kind: row.kind,
                    address: row.address.into(),
                    offset: row.offset.into(),
                    size: row.size.into(),
                };
                let sections = table.iter().map(section).collect();
                Ok(Elf { kind: header.kind, machine: header.machine, entry: header.entry.into(), names, sections })
            }
        }
    };
}
layout!(little32, little_endian, u32);
layout!(little64, little_endian, u64);
layout!(big32, big_endian, u32);
layout!(big64, big_endian, u64);

/// The header and the table of sections.
///
/// # Errors
///
/// Where the bytes are not an ELF file, or not the whole of one.
pub fn describe(bytes: &[u8]) -> Result<String, Error> {
    let (start, _) = Identification::from_prefix(bytes).part("identification")?;
    if start.magic() != b"\x7fELF" {
        return Err(Error::foreign("ELF", bytes));
    }
    let (kind, elf) = match (start.class(), start.order()) {
        (1, 1) => ("32 bits, little-endian", little32::read(bytes)?),
        (2, 1) => ("64 bits, little-endian", little64::read(bytes)?),
        (1, 2) => ("32 bits, big-endian", big32::read(bytes)?),
        (2, 2) => ("64 bits, big-endian", big64::read(bytes)?),
        (class, order) => {
            let says = format_args!("class {class} and byte order {order}, of which there are 1 and 2");
            return Err(Error::content("identification", says));
        }
    };
    let Elf { machine, entry, .. } = elf;
    let mut text = format!("{kind}, {}, machine {machine}, entry {entry:#x}\n", file_kind(elf.kind));
    let sections = format!("{} sections", elf.sections.len());
    _ = writeln!(text, "{sections:29}{:>12}{:>18}{:>12}{:>12}", "kind", "address", "offset", "size");
    let names = match elf.sections.get(elf.names) {
        Some(names) => bytes_at(bytes, names.offset, names.size).part("names of the sections")?,
        None => b"",
    };
    for (i, section) in elf.sections.iter().enumerate() {
        let name = names.get(section.name as usize..).unwrap_or_default();
        let name = name.split(|&letter| letter == 0).next().unwrap_or_default().escape_ascii().to_string();
        // Those of no bits take no bytes of the file.
        if section.kind != 8 {
            bytes_at(bytes, section.offset, section.size).part(format_args!("section {i}, {name}"))?;
        }
        let Section { address, offset, size, .. } = section;
        _ = writeln!(
            text,
            "{i:4}  {name:22} {:>12} {address:#17x} {offset:#11x} {size:11}",
            section_kind(section.kind)
        );
    }
    Ok(text)
}

fn file_kind(kind: u16) -> String {
    let name = match kind {
        1 => "object file",
        2 => "executable",
        3 => "shared object",
        4 => "core file",
        _ => return format!("kind {kind}"),
    };
    name.into()
}

fn section_kind(kind: u32) -> String {
    let name = match kind {
        0 => "null",
        1 => "progbits",
        2 => "symtab",
        3 => "strtab",
        4 => "rela",
        6 => "dynamic",
        7 => "note",
        8 => "nobits",
        9 => "rel",
        11 => "dynsym",
        14 => "init_array",
        15 => "fini_array",
        _ => return format!("{kind:#x}"),
    };
    name.into()
}
