//! All answers, wherever the cursor is.

use super::*;

/// Whatever the source, at every offset: answers, and places that are places.
#[test]
fn every_offset_of_broken_sources_has_answers() {
    let sources = [
        (Python, "import struct\nstruct.pack('<é𝕒3', \nstruct.unpack(f'{a}' '\\x49' + b, x"),
        (Python, "\u{feff}import struct\r\nx, y = struct.unpack(\"\"\"<I\r\n T{\r\n"),
        (Python, "from struct import *\nS = Struct('<h' \"3é\")\nS.pack(*a, 1, S.pack(2, 3), \n"),
        (Rust, "view! { struct H = \"<T{h:é: (3,\u{49}\\u{49}é"),
        (Rust, "#[derive(view_core::Record)] #[view(format = r#\"<2sI\"#)] struct H(u8, é);"),
    ];
    for (language, source) in sources {
        for end in (0..=source.len()).filter(|end| source.is_char_boundary(*end)) {
            let source = &source[..end];
            let sites = host::sites(source, language);
            let file = File { source, sites: &sites, target: &Target::I386 };
            let is_place = |range: SourceRange| assert!(source.get(range.range()).is_some(), "{source:?} {range:?}");
            for offset in (0..=end).filter(|at| source.is_char_boundary(*at)).map(|at| at as u32) {
                file.hover(offset).into_iter().for_each(|hover| is_place(hover.range));
                file.highlights(offset).into_iter().flatten().for_each(|highlight| is_place(highlight.range));
                file.selections(offset).into_iter().flatten().for_each(is_place);
                let _ = file.signature(offset);
                for action in file.actions(SourceRange::empty(offset)) {
                    assert_eq!(apply(source, [action.edits.as_slice()]).1, 1, "{source:?} {action:?}");
                }
            }
            // These cost more, and hang less on the place.
            file.completions(end as u32).into_iter().flatten().for_each(|completion| is_place(completion.edit.range));
            file.tokens(0..end as u32).into_iter().for_each(|token| is_place(token.range));
            file.hints(0..end as u32).into_iter().for_each(|hint| is_place(SourceRange::empty(hint.offset)));
        }
    }
}
