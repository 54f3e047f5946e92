//! What the readers say about files that are cut off, of another kind, or damaged: one line, and never a panic.

use std::fs;

use examples::{Error, data, elf, npy, pcap, png, tzfile};

type Describe = fn(&[u8]) -> Result<String, Error>;

/// Each reader, the name it calls its files by, and some of them.
const READERS: [(Describe, &str, &[&str]); 5] = [
    (png::describe, "PNG", &["basn0g08.png"]),
    (tzfile::describe, "TZif", &["Berlin.tzif"]),
    (
        elf::describe,
        "ELF",
        &["obj_simple32.o.elf", "reloc_aarch64_gcc.o.elf", "simple_mips_gcc.o.elf", "mips64-relocs-be.o.elf"],
    ),
    (pcap::describe, "pcap", &["ntp.pcap"]),
    (
        npy::describe,
        "npy",
        &["example_f64_little_endian_standard.npy", "example_f64_big_endian_fortran.npy", "structured.npy"],
    ),
];

fn files() -> impl Iterator<Item = (Describe, &'static str, &'static str, Vec<u8>)> {
    READERS.into_iter().flat_map(|(describe, kind, names)| {
        names.iter().map(move |name| (describe, kind, *name, fs::read(data(name)).expect("a file of ours")))
    })
}

#[track_caller]
fn error_of(result: Result<String, Error>) -> String {
    let text = result.expect_err("an error").to_string();
    assert!(!text.is_empty() && !text.contains('\n'), "{text}");
    text
}

/// A capture that ends between two packets is whole, which nothing in the format tells. All others know where they end.
#[test]
fn cut_off_at_every_length() {
    for (describe, kind, name, bytes) in files() {
        let whole = (0..bytes.len()).filter(|&length| match describe(&bytes[..length]) {
            Ok(_) => true,
            Err(error) => error_of(Err(error)).is_empty(),
        });
        let expected = if kind == "pcap" { (0..12).map(|packet| 24 + packet * (16 + 90)).collect() } else { vec![] };
        assert_eq!(whole.collect::<Vec<_>>(), expected, "{name}");
    }
}

#[test]
fn cut_off_is_told_in_numbers() {
    #[track_caller]
    fn check(describe: Describe, name: &str, length: usize, error: &str) {
        let bytes = fs::read(data(name)).expect("a file of ours");
        assert_eq!(error_of(describe(&bytes[..length])), error);
    }
    check(png::describe, "basn0g08.png", 5, "signature: 8 bytes needed, 5 there");
    check(png::describe, "basn0g08.png", 100, "chunk 2, b'IDAT': 65 bytes needed at offset 57, 43 there");
    check(tzfile::describe, "Berlin.tzif", 400, "times: 480 bytes needed at offset 95, 305 there");
    check(tzfile::describe, "Berlin.tzif", 700, "footer: no line in the 23 bytes at offset 677");
    check(elf::describe, "obj_simple32.o.elf", 40, "header: 36 bytes needed at offset 16, 24 there");
    check(elf::describe, "mips64-relocs-be.o.elf", 1999, "section table: 960 bytes needed at offset 1048, 951 there");
    check(pcap::describe, "ntp.pcap", 60, "packet 0: 90 bytes needed at offset 40, 20 there");
    let array = "array: `<d` of shape [2, 3, 4] needs 192 bytes, the view has 172";
    check(npy::describe, "example_f64_little_endian_standard.npy", 300, array);
    check(npy::describe, "structured.npy", 100, "header: 102 bytes needed at offset 10, 90 there");
}

#[test]
fn files_of_another_kind() {
    for (describe, wanted, _) in READERS {
        for (_, kind, name, bytes) in files().filter(|file| file.1 != wanted) {
            let error = error_of(describe(&bytes));
            assert!(error.starts_with(&format!("not a {wanted} file: it starts with b'")), "{kind} {name}: {error}");
        }
        assert_eq!(
            error_of(describe(b"GIF89a, and so on, for longer than any header of these is")),
            format!("not a {wanted} file: it starts with b'GIF89a, '")
        );
    }
}

#[test]
fn close_relatives() {
    let read = |name| fs::read(data(name)).expect("a file of ours");
    let error = error_of(npy::describe(&read("py3-objarr.npy")));
    assert_eq!(error, "header: type '|O': Python objects, which are pickled");
    let error = error_of(pcap::describe(&read("modified-format.pcap")));
    assert_eq!(error, r"not a pcap file: it starts with b'4\xcd\xb2\xa1\x02\x00\x04\x00'");
}

/// Every byte of every file, changed in some ways: an answer or an error, but no panic.
#[test]
fn damaged_anywhere() {
    for (describe, _, name, mut bytes) in files() {
        for at in 0..bytes.len() {
            let original = bytes[at];
            for damaged in [0, 1, 0x7f, 0x80, 0xff, original.wrapping_add(1)] {
                bytes[at] = damaged;
                let said = describe(&bytes).unwrap_or_else(|error| error.to_string());
                assert!(!said.is_empty(), "{name} at {at}");
            }
            bytes[at] = original;
        }
    }
    let mut image = fs::read(data("basn0g08.png")).expect("a file of ours");
    image[60] ^= 1;
    assert_eq!(error_of(png::describe(&image)), "chunk 2, b'IDAT': checksum 83f93829, not 35e2d859");
}
