//! `viewfmt convert`.

use crate::session::{check, run};

#[test]
fn notations_are_converted() {
    check("convert.txt");
}

/// The assertions in what is written hold with a real compiler.
#[test]
fn a_compiler_agrees_with_what_is_written_in_c() {
    if run("cc --version").contains("not found") {
        println!("skipped: there is no C compiler");
        return;
    }
    if cfg!(not(all(target_arch = "x86_64", target_os = "linux"))) {
        println!("skipped: the formats here are laid out for 64-bit Linux");
        return;
    }
    for format in [
        "<2s:signature: I:file_size: 4x I:data_offset:",
        "@b2T{h:x: l:y:}:pts: (3,4)f:m: 5h Zd ? c 3w:text: 2x",
        "<3T{B:a: 2T{H:b: x d:c:}:in:}:out: P:p:",
        "bqh",
        "bqh0q",
        "T{b:a:}:x: T{q:b:}:y: g:z:",
        "<x 7B:a: x",
        "^hq5p:text: 4x:reserved: N:n:",
    ] {
        let format = if format.contains('P') { format.replace(" P:p:", "@P:p:") } else { format.into() };
        let command =
            format!("viewfmt convert '{format}' --to c --target lp64 | cc -std=c11 -fsyntax-only -x c - && echo holds");
        let answer = run(&command);
        assert!(
            answer.ends_with("holds\n"),
            "{format}\n{answer}\n{}",
            run(&format!("viewfmt convert '{format}' --to c --target lp64"))
        );
    }
}
