//! What a Python program does with a format, and what comes of it.

use view_format::Severity;

use super::{Rule, python};

const fn error(code: &'static str, name: &'static str, summary: &'static str, why: &'static str) -> Rule {
    let none = python("");
    Rule { code, name, severity: Severity::Error, is_default: true, summary, why, bad: none, good: none }
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        bad: python("import struct\nx, y, z = struct.unpack('<HH', data)\n"),
        good: python("import struct\nx, y = struct.unpack('<HH', data)\n"),
        ..error(
            "VF201",
            "unpack-targets",
            "a tuple that is taken apart into more or fewer names than it has values",
            "Python raises `ValueError` when the line runs. The padding code `x` is no value; `s` and `p` are one, whatever \
             their length.",
        )
    },
    Rule {
        bad: python("import struct\nsize = struct.unpack('<HH', data)[2]\n"),
        good: python("import struct\nsize = struct.unpack('<HH', data)[1]\n"),
        ..error(
            "VF202",
            "unpack-index",
            "an index that is past the values of the format",
            "Python raises `IndexError` when the line runs.",
        )
    },
    Rule {
        bad: python("import struct\nkind = struct.unpack('<H', data)\nif kind == 1:\n    pass\n"),
        good: python("import struct\nkind, = struct.unpack('<H', data)\nif kind == 1:\n    pass\n"),
        ..error(
            "VF203",
            "unpack-compared",
            "the tuple that `unpack` gives, compared with one value",
            "`unpack` gives a tuple even of one value, and a tuple is never equal to a number; `<` and `>` raise `TypeError`.",
        )
    },
    Rule {
        bad: python("import struct\nstruct.pack('<HH', 1)\n"),
        good: python("import struct\nstruct.pack('<HH', 1, 2)\n"),
        ..error(
            "VF204",
            "pack-arguments",
            "more or fewer values than the format packs",
            "Python raises `struct.error: pack expected 2 items for packing (got 1)`.",
        )
    },
    Rule {
        bad: python("import struct\nstruct.pack('<B', 300)\n"),
        good: python("import struct\nstruct.pack('<H', 300)\n"),
        ..error(
            "VF205",
            "pack-range",
            "a constant that its code cannot hold",
            "Python raises `struct.error`, or `OverflowError` of a float.",
        )
    },
    Rule {
        bad: python("import struct\nstruct.pack('<5s', 'hello')\n"),
        good: python("import struct\nstruct.pack('<5s', b'hello')\n"),
        ..error("VF206", "pack-type", "a constant of another type than its code packs", "Python raises `struct.error`.")
    },
    Rule {
        bad: python("import struct\nheader = struct.Struct('<HH')\nheader.unpack()\n"),
        good: python("import struct\nheader = struct.Struct('<HH')\nheader.unpack(data)\n"),
        ..error(
            "VF207",
            "call-arguments",
            "a function or method that is given more or fewer arguments than it takes",
            "Python raises `TypeError`. The methods of a `Struct` do not take the format again.",
        )
    },
    Rule {
        bad: python("import struct\nsize, = struct.unpack('<I', data[:2])\n"),
        good: python("import struct\nsize, = struct.unpack('<I', data[:4])\n"),
        ..error(
            "VF208",
            "data-length",
            "data that is longer or shorter than the format",
            "`unpack` takes just as many bytes as the format has, and raises `struct.error` of any other number.",
        )
    },
    Rule {
        bad: python("memoryview(data).cast('<I')\n"),
        good: python("memoryview(data).cast('I')\n"),
        ..error(
            "VF209",
            "memoryview-cast",
            "a format that `memoryview.cast` does not take",
            "It takes one native code, with or without `@`, and casts from or to bytes only.",
        )
    },
    Rule {
        bad: python("import array\narray.array('k')\n"),
        good: python("import array\narray.array('L')\n"),
        ..error(
            "VF210",
            "array-typecode",
            "a typecode that `array.array` does not have",
            "It has `b B u w h H i I l L q Q f d`, one of them, without byte order and count.",
        )
    },
    Rule {
        bad: python("import struct\nfor _ in struct.iter_unpack('<0H', data):\n    pass\n"),
        good: python("import struct\nfor _ in struct.iter_unpack('<H', data):\n    pass\n"),
        ..error(
            "VF211",
            "iterates-over-nothing",
            "`iter_unpack` of a format of no bytes",
            "Python raises `struct.error: cannot iteratively unpack with a struct of length 0`.",
        )
    },
];
