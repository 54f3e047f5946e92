//! Edits at random: what is kept from one to the next never shows.

use std::fmt::Write;

use super::*;

/// Numbers that look random, and are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

/// What is typed and pasted: whatever opens, closes, ends or joins something.
const SNIPPETS: &[&str] = &[
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\x0c",
    "\t",
    " ",
    "    ",
    "\\",
    "\\\n",
    "#",
    "# view: ignore\n",
    "  # view: ignore[VF204]",
    "# noqa: VF204",
    "# view: ignore-file\n",
    ":",
    ";",
    ",",
    ".",
    "=",
    "*",
    "@",
    "%",
    "é",
    "𝕒",
    "\u{feff}",
    "0",
    "x",
    "B",
    "<I",
    "f\"{",
    "}\"",
    "rb'",
    "b\"\\x00",
    "lambda: ",
    "not ",
    "else:\n",
    "else:\n    x = 1\n",
    "elif x:\n    pass\n",
    "except OSError:\n    pass\n",
    "finally:\n    pass\n",
    "case 1:\n    pass\n",
    "match x:\n",
    "match x:\n    ",
    "try:\n",
    "try:\n    pass\n",
    "if x:\n",
    "while x:\n    pass\n",
    "for a, b in struct.iter_unpack('<HH', data):\n    pass\n",
    "with x:\n",
    "@decorated\n",
    "class A:\n",
    "class A(B):\n    FORMAT = '<I'\n",
    "def f(self):\n",
    "async def f():\n    return 1\n",
    "return\n",
    "global HEADER\n",
    "    global HEADER, FORMAT\n",
    "nonlocal x\n",
    "import struct\n",
    "import struct as s\n",
    "from struct import *\n",
    "from struct import unpack\n",
    "HEADER = 1\n",
    "HEADER = struct.Struct('<HH')\n",
    "FORMAT = '<3I'\n",
    "del HEADER\n",
    "struct = None\n",
    "a, b = struct.unpack('<I', data)\n",
    "HEADER.pack(1, 2, 3)\n",
    "self.header = struct.Struct('>Q')\n",
    "x.header = 1\n",
    "type X = int\n",
    "print(f'{x!r:>{width}}')\n",
    "with self.assertRaises(struct.error):\n",
    "x = (\n",
    "x = [\n    1,\n",
    ")\n",
    "    )\n",
    "]\n",
    "view! { struct A = \"<I\"; }\n",
    "#[view(format = \"<IH\")]\n",
    "r#\"",
    "\"#",
    "/*",
    "*/",
    "// view: ignore\n",
    "'a",
    "struct A {",
    "}\n",
];

/// Sources as people write them, with names that are used far from where they are bound.
pub(crate) fn python() -> Vec<String> {
    let mut sources: Vec<String> = [
        include_str!("../../tests/findings/python/names.py"),
        include_str!("../../tests/findings/python/uses.py"),
        include_str!("../../tests/findings/python/clean.py"),
        include_str!("../../tests/findings/python/dynamic.py"),
        include_str!("../../tests/findings/python/suppressed.py"),
        include_str!("../../tests/findings/python/broken.py"),
        "import struct\nHEADER = struct.Struct('<IH')\n",
        "",
    ]
    .map(Into::into)
    .into();
    let mut text = String::from(
        "#!/usr/bin/env python3\n\"\"\"Packets.\"\"\"\nimport struct\n\nHEADER = struct.Struct('<2sI4xI')\nFORMAT = '<HH'\n",
    );
    for i in 0..6 {
        let base = if i % 3 == 0 { "object".into() } else { format!("Packet{}", i - 1) };
        let _ = write!(
            text,
            "\n\nclass Packet{i}({base}):\n    \"\"\"One.\n\nclass NotOne:\n    \"\"\"\n    kind = {i}\n\n    \
             def __init__(self, data):\n        self.header = struct.Struct('<{i}sH')\n        \
             # A comment.\n        self.a, self.b = struct.unpack_from(\"<IH\", data, 4)\n\n    \
             def pack(self):\n        magic, size = HEADER.unpack(self.data[:14])\n        \
             return self.header.pack(b'', 70000) + struct.pack(FORMAT, self.a, size, 3)\n\n\n\
             def read{i}(data):\n    if not data:\n        raise ValueError(f'no {{data}}')\n    \
             else:\n        return Packet{i}.kind, struct.calcsize(\n            FORMAT,\n)\n\n\
             @decorated\nasync def write{i}():\n    global COUNT{i}\n    COUNT{i} = struct.unpack('<I', b'1234')[0]\n\n\
             TABLE{i} = {{\n'a': (1, 2),\n}}\nelse_ = case_ = {i}\nif else_:\n    finally_ = b''\nelse_: int = 1\ntry:\n    import array\nexcept ImportError:\n    array = None\nelse:\n    \
             x{i} = array.array('Z')\n"
        );
    }
    sources.push(text.replace('\n', "\r\n"));
    sources.push(text);
    sources
}

fn rust() -> Vec<String> {
    [
        include_str!("../../tests/findings/rust/records.rs"),
        include_str!("../../tests/findings/rust/broken.rs"),
        include_str!("../../tests/findings/rust/others.rs"),
    ]
    .map(Into::into)
    .into()
}

/// A place, rather where something starts or ends than anywhere.
fn place(source: &str, random: &mut Random) -> usize {
    let at = random.below(source.len() + 1);
    let at = match random.below(6) {
        0 => source[..source.floor_char_boundary(at)].rfind('\n').map_or(0, |at| at + 1),
        1 => source[..source.floor_char_boundary(at)].rfind('\n').unwrap_or(0),
        // Where something of the file's own level starts.
        2 => ["\nclass ", "\ndef ", "\n@", "\nTABLE", "\nelse_", "\ntry", "\nx"]
            .iter()
            .filter_map(|start| {
                Some(source.floor_char_boundary(at) + source[source.floor_char_boundary(at)..].find(start)? + 1)
            })
            .min()
            .unwrap_or(at),
        3 => source[source.floor_char_boundary(at)..]
            .find(['"', '\''])
            .map_or(at, |next| source.floor_char_boundary(at) + next),
        _ => at,
    };
    // In the first word of something, too.
    let at = if random.one_in(6) { at + random.below(7) } else { at };
    source.floor_char_boundary(at.min(source.len()))
}

/// An edit: what is replaced, and by what.
fn edit(source: &str, random: &mut Random) -> (Range<usize>, String) {
    let start = place(source, random);
    let length = match random.below(8) {
        0..4 => 0,
        4 | 5 => 1 + random.below(3),
        6 => 1 + random.below(60),
        // To the end of a line, or of another.
        _ => source[start..].match_indices('\n').nth(random.below(4)).map_or(0, |(at, _)| at + 1),
    };
    let end = source.ceil_char_boundary((start + length).min(source.len()));
    let text = match random.below(8) {
        0 | 1 if start < end => String::new(),
        // Moved or doubled lines.
        2 => {
            let (a, b) = (place(source, random), place(source, random));
            let (from, to) = (a.min(b), a.max(b).min(source.ceil_char_boundary((a.min(b) + 300).min(source.len()))));
            source[from..to].to_owned()
        }
        3 => format!("{}{}", random.of(SNIPPETS), random.of(SNIPPETS)),
        _ => (*random.of(SNIPPETS)).to_owned(),
    };
    (start..end, text)
}

/// Edits of sources, two of three of them taken back at once, as who types a quote types another. A source is taken anew before
/// all of it is broken. `told` is told of each edit, and `check` of the text that comes of it, sometimes of several edits.
pub(crate) fn rounds<S>(
    sources: &[String],
    seed: u64,
    steps: usize,
    state: &mut S,
    told: impl Fn(&mut S, Range<usize>, usize),
    check: impl Fn(&mut S, &str, &str),
) {
    let mut random = Random(seed);
    let mut source = String::new();
    let mut undo: Option<(Range<usize>, String)> = None;
    let mut done = Vec::new();
    for step in 0..steps {
        let is_new = step % 24 == 0;
        let (range, text) = match undo.take() {
            _ if is_new => {
                done.clear();
                (0..source.len(), random.of(sources).clone())
            }
            Some(back) => back,
            None => edit(&source, &mut random),
        };
        if !is_new && !random.one_in(3) {
            undo = Some((range.start..range.start + text.len(), source[range.clone()].to_owned()));
        }
        source.replace_range(range.clone(), &text);
        told(state, range.clone(), text.len());
        done.push((range, text));
        // Editors send several changes at once.
        if !is_new && random.one_in(6) {
            continue;
        }
        check(state, &source, &format!("seed {seed}, step {step}, after {:#?}", &done[done.len().saturating_sub(5)..]));
    }
}

fn same_as_anew(sources: &[String], language: Language, seed: u64, steps: usize) {
    let settings = Settings::default();
    let check = |kept: &mut Incremental, source: &str, when: &str| {
        let (found, expected) = (kept.analyse(source, &settings), of(source, language, &settings));
        if found != expected {
            let first = found.sites.iter().zip(&expected.sites).find(|(one, other)| one != other);
            panic!(
                "{when}: {} sites for {}, {} findings for {}, {} comments for {}\n{first:#?}\nof\n{source}",
                found.sites.len(),
                expected.sites.len(),
                found.findings.len(),
                expected.findings.len(),
                found.comments.len(),
                expected.comments.len(),
            );
        }
    };
    rounds(
        sources,
        seed,
        steps,
        &mut Incremental::new(language),
        |kept, range, inserted| kept.edit(range, inserted),
        check,
    );
}

/// More of the same: `VIEW_ROUNDS=1000 cargo test -p view-lsp --lib --release at_random`.
pub(crate) fn seeds() -> u64 {
    std::env::var("VIEW_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(4)
}

#[test]
fn python_edited_at_random_is_python_read_anew() {
    (0..seeds()).for_each(|seed| same_as_anew(&python(), Language::Python, seed, 400));
}

#[test]
fn rust_edited_at_random_is_rust_read_anew() {
    (0..seeds()).for_each(|seed| same_as_anew(&rust(), Language::Rust, seed, 200));
}

/// What was told of the edits is not true of the text: then all of it is read.
#[test]
fn a_text_that_nobody_told_of() {
    let (language, settings) = (Language::Python, Settings::default());
    let mut kept = Incremental::new(language);
    for source in &python() {
        assert_eq!(kept.analyse(source, &settings), of(source, language, &settings));
        kept.edit(5..usize::MAX, 3);
    }
}

/// What was found with other settings is not found again.
#[test]
fn other_settings() {
    let language = Language::Python;
    let source = "import struct\nx, = struct.unpack('@l', data[:4])\nstruct.pack('<I', 1, 2)\n";
    let mut kept = Incremental::new(language);
    let mut other = Settings::default();
    other.rules.ignore("pack-arguments").unwrap();
    other.target = "llp64".parse().unwrap();
    for settings in [Settings::default(), other, Settings::default()] {
        assert_eq!(kept.analyse(source, &settings), of(source, language, &settings));
    }
}
