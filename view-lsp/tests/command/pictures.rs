//! The pictures in `docs/images`, drawn from what the command prints.

use expect_test::expect_file;

use crate::session::{root, run};

/// What a terminal shows after a command.
fn terminal(command: &str, name: &str) {
    let shown = format!("\u{1b}[1m$ {command}\u{1b}[0m\n{}", run(&format!("{command} --color always")));
    let svg = anstyle_svg::Term::new().render_svg(&shown);
    expect_file![root().join("docs/images").join(name)].assert_eq(&svg);
}

#[test]
fn pictures_are_fresh() {
    terminal("viewfmt explain '<2s:signature: I:file_size: 4x I:data_offset:'", "explain.svg");
    terminal(
        "viewfmt dump basn0g08.png -f '>8s:magic: I:length: 4s:type: I:width: I:height: B:depth: 4x 4s:crc:' --count 1",
        "dump.svg",
    );
    let drawing = run("viewfmt explain 'T{<H:width: <H:height: 4x (2,3)<f:matrix:}' --svg");
    expect_file![root().join("docs/images/layout.svg")].assert_eq(&drawing);
}
