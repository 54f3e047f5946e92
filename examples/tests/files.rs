//! What the readers say about real files.

use std::fs;

use view_core::Record;

use examples::{Error, data, elf, npy, pcap, png, tzfile};

/// The file says all of these things.
#[track_caller]
fn check(describe: fn(&[u8]) -> Result<String, Error>, name: &str, said: &[&str]) {
    let text = describe(&fs::read(data(name)).expect("a file of ours")).expect("a whole file");
    for said in said {
        assert!(text.contains(said), "no {said:?} in\n{text}");
    }
}

#[test]
fn an_image() {
    let chunks =
        ["32 x 32, 8 bits a channel, grey", "b'IHDR'       13", "b'gAMA'        4", "b'IDAT'       65", "b'IEND'"];
    check(png::describe, "basn0g08.png", &chunks);
}

#[test]
fn a_time_zone() {
    let said = [
        "version 2, 60 changes, 4 kinds",
        "1995-09-24 01:00:00  +01:00  CET\n",
        "1996-03-31 01:00:00  +02:00  CEST  (summer)",
        "after that    CET-1CEST,M3.5.0,M10.5.0/3",
    ];
    check(tzfile::describe, "Berlin.tzif", &said);
}

#[test]
fn object_files_in_all_four_layouts() {
    let facts = [
        ("obj_simple32.o.elf", "32 bits, little-endian, object file, machine 3,", "9 sections"),
        ("reloc_aarch64_gcc.o.elf", "64 bits, little-endian, object file, machine 183,", "9 sections"),
        ("simple_mips_gcc.o.elf", "32 bits, big-endian, object file, machine 8,", "25 sections"),
        ("mips64-relocs-be.o.elf", "64 bits, big-endian, object file, machine 8,", "15 sections"),
    ];
    for (name, kind, sections) in facts {
        check(elf::describe, name, &[kind, sections, ".shstrtab", ".text"]);
    }
    check(
        elf::describe,
        "simple_mips_gcc.o.elf",
        &["22  .shstrtab                    strtab               0x0       0x3eb         214"],
    );
}

#[test]
#[cfg(target_os = "linux")]
fn this_very_executable() {
    let bytes = fs::read("/proc/self/exe").expect("the executable of this test");
    let text = elf::describe(&bytes).expect("an executable");
    assert!(text.contains("  .text ") && text.contains("  .dynamic "), "{text}");
    assert!(elf::describe(&bytes[..bytes.len() / 2]).is_err());
}

#[test]
fn a_capture() {
    let said = [
        "12 packets, link 1",
        "1476535656.489094     90 bytes  UDP 192.168.1.95:123 > 17.253.4.253:123, 48 bytes",
        "1476535739.793479     90 bytes  UDP 17.253.4.125:123 > 192.168.1.100:123, 48 bytes",
    ];
    check(pcap::describe, "ntp.pcap", &said);
}

/// The other byte order and the finer clock, of which there is no file: packed here. The packet is cut short by its capture.
#[test]
fn a_capture_of_a_big_endian_machine() {
    #[derive(Record)]
    #[view(big_endian)]
    struct Capture {
        magic: u32,
        version: [u16; 2],
        zone: i32,
        accuracy: u32,
        limit: u32,
        link: u32,
        packet: [u32; 4],
    }
    let version = [2, 4];
    let packet = [7, 5, 20, 60];
    let capture = Capture { magic: 0xa1b2_3c4d, version, zone: 0, accuracy: 0, limit: 20, link: 1, packet };
    let bytes = [&capture.pack()[..], &[0; 12], &[8, 0], &[0; 6]].concat();
    let text = pcap::describe(&bytes).expect("a capture");
    assert_eq!(text, "1 packets, link 1\n7.000000005     60 bytes  cut short: 20 bytes needed, 6 there\n");
}

#[test]
fn arrays() {
    let corner = "a corner: [[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]";
    let c = "format `<d`, shape [2, 3, 4], C order, strides [96, 32, 8], 192 bytes";
    let sum = "first column of it adds up to 12";
    check(npy::describe, "example_f64_little_endian_standard.npy", &[c, corner, sum]);
    let fortran = "format `>d`, shape [2, 3, 4], Fortran order, strides [8, 16, 48], 192 bytes";
    check(npy::describe, "example_f64_big_endian_fortran.npy", &[fortran, corner, sum]);
    let structured = [
        "format `T{<i:a:<f:b:<q:c:}`, shape [2],",
        "its start: [(a=1, b=2.5, c=4), (a=2, b=3.0999999046325684, c=5)]",
        "first column of it, field `c`, adds up to 9",
    ];
    check(npy::describe, "structured.npy", &structured);
}

/// Headers in the wild, over data of zeros: the format that is made of each type, and the strides that come of it.
#[test]
fn types_of_arrays() {
    #[track_caller]
    fn check(descr: &str, shape: &str, size: usize, said: &str) {
        let header = format!("{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}\n");
        let length = u16::try_from(header.len()).expect("a short header").to_le_bytes();
        let file = [b"\x93NUMPY\x01\x00", &length[..], header.as_bytes(), &vec![0; size]].concat();
        let text = npy::describe(&file).expect("an array");
        assert!(text.contains(said), "no {said:?} in\n{text}");
    }
    check("'|u1'", "(3,)", 3, "`B`, shape [3], C order, strides [1]");
    check("'<f2'", "()", 2, "`<e`, shape [], C order, strides []");
    check("'>c8'", "(0, 5)", 0, "`>Zf`, shape [0, 5], C order, strides [40, 8], 0 bytes\nno elements");
    check("'|S5'", "(2L,)", 10, "`5s`, shape [2], C order, strides [5]");
    check("[('a', '|u1'), ('b', '<f8'), ('c', '|b1')]", "(2,)", 20, "shape [2], C order, strides [10]");
    check("[('a', '<i4', (2, 3)), ('', '|V4')]", "(2,)", 56, "`T{(2,3)<i:a:4x}`, shape [2], C order, strides [28]");
    check("[('p', [('x', '>i2'), ('y', '<i2')]), ('n', '|u1')]", "(2,)", 10, "shape [2], C order, strides [5]");
}
