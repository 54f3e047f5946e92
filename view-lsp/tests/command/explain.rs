//! `viewfmt explain`.

use crate::session::{check, run};

#[test]
fn formats_are_explained() {
    check("explain.txt");
}

#[test]
fn colours_are_one_for_each_field() {
    let text = run("viewfmt explain '<H:a: 2x 2T{B:b: B:c:}:d:' --color always");
    // `b` and `c` have one colour in the picture and in the table; padding is dimmed.
    for (colour, names) in
        [("36", ["a H", "a"]), ("33", ["d[0].b B", "b"]), ("35", ["d[0].c B", "c"]), ("2", ["padding", "(padding)"])]
    {
        for name in names {
            let shown = text.lines().any(|line| {
                line.split(&format!("\u{1b}[{colour}m")).skip(1).any(|part| {
                    let part = part.split('\u{1b}').next().unwrap().trim();
                    part == name
                        || part.ends_with(&format!("  {name}"))
                        || part == format!("{}~", &name[..name.len().min(4)])
                })
            });
            assert!(shown, "{name} in {colour}:\n{text}");
        }
    }
    assert!(!run("viewfmt explain '<H:a:'").contains('\u{1b}'));
    assert!(!run("viewfmt explain '<H:a:' --color never").contains('\u{1b}'));
}

#[test]
fn json_holds_what_the_text_shows() {
    let text = run("viewfmt explain '<2s:signature: I:file_size: 4x I:data_offset:' --json");
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&json["size"], &json["valid"]), (&14.into(), &true.into()));
    let offsets: Vec<_> =
        json["fields"].as_array().unwrap().iter().map(|field| field["offset"].as_u64().unwrap()).collect();
    assert_eq!(offsets, [0, 2, 6, 10]);
    assert_eq!(json["targets"].as_array().unwrap().len(), 4);
}

#[test]
fn drawings_are_xml_whatever_names_there_are() {
    for format in ["<H:a&b<c>\"': B", "T{b:\u{e9}\u{1d555}:100000i:long:}", "", "20000000s", "1000b2d", "x"] {
        let quoted = format.replace('\'', "'\\''");
        let svg = run(&format!("viewfmt explain --svg '{quoted}'"));
        assert!(svg.starts_with("<svg") && svg.ends_with("</svg>\n"), "{svg}");
        // Every tag that opens closes, and text holds no markup.
        let mut open: Vec<&str> = Vec::new();
        for tag in svg.split('<').skip(1) {
            let (tag, _) = tag.split_once('>').unwrap();
            match tag.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{svg}"),
                None if tag.ends_with('/') => {}
                None => open.push(tag.split(' ').next().unwrap()),
            }
        }
        assert!(open.is_empty(), "{svg}");
    }
}
