//! `viewfmt dump`.

use crate::session::{check, run};

#[test]
fn files_are_dumped() {
    check("dump.txt");
}

/// Address space of 200 MB: what does not stream cannot end well.
#[test]
fn files_larger_than_memory_are_read() {
    let file = std::env::temp_dir().join(format!("viewfmt-sparse-{}", std::process::id()));
    std::fs::File::create(&file).unwrap().set_len((5 << 30) + 3).unwrap();
    let name = file.display().to_string();
    let run =
        |command: &str| run(&format!("ulimit -v 200000; {}", command.replace("FILE", &name))).replace(&name, "FILE");
    let tail = run("viewfmt dump FILE -f '<I:a: 4x' --offset 5G");
    // The last of it, found without reading what is before it.
    assert_eq!(
        tail,
        "140000000  00 00 00                                          |...|               [0] 3 of 8 bytes  a=?\n140000003\n\
         warning: FILE: it ends in the midst of an element: at offset 5368709120 there are 3 of 8 bytes\n[exit code 1]\n"
    );
    // Every element of 8 MB is read; all are alike.
    let all = run("viewfmt dump FILE -f '8388608s:block:' --offset 4G | cut -c 1-32");
    assert!(all.contains("\n*  524287 more rows like it\n*  127 more elements like it\n140000000  00 00 00"), "{all}");
    // Strides that skip most of it.
    let strided = run("viewfmt dump FILE -f '<I' --stride 1G -o ndjson");
    assert_eq!(
        strided,
        "0\n0\n0\n0\n0\n{\"$partial\":{\"index\":5,\"offset\":5368709120,\"size\":3,\"itemsize\":4,\"bytes\":\"000000\"}}\n\
        warning: FILE: it ends in the midst of an element: at offset 5368709120 there are 3 of 4 bytes\n[exit code 1]\n"
    );
    std::fs::remove_file(&file).unwrap();
}

#[test]
fn colours_are_those_of_the_fields() {
    let text = run("printf 'abcdefgh' | viewfmt dump - -f '<H:a: x B:b:' --color always");
    let row = text.lines().next().unwrap();
    assert!(row.contains("\u{1b}[36m61 62\u{1b}[0m") && row.contains("\u{1b}[36mab\u{1b}[0m"), "{row}");
    assert!(row.contains("\u{1b}[36ma=25185\u{1b}[0m") && row.contains("\u{1b}[33mb=100\u{1b}[0m"), "{row}");
    assert!(row.contains("\u{1b}[2m63\u{1b}[0m"), "{row}");
    // The second element has the same colours.
    assert!(row.contains("\u{1b}[36m65 66\u{1b}[0m") && row.contains("\u{1b}[36ma=26213\u{1b}[0m"), "{row}");
}
