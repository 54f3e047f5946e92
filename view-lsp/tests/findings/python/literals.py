# é𝕒: columns are characters; formats are read through every way to write a literal.
import struct

é = struct.unpack("<\x49\N{LATIN CAPITAL LETTER H}k", data)
#                                                 ^ unknown-code: unknown code `k` in format `<IHk`
é𝕒 = struct.unpack(r"<\x49", data)
#                     ^ unknown-code: unknown code `\\` in format `<\\x49`
#                       ^^ count-without-code: count without a code in format `<\\x49`
struct.unpack(b"<\u0049", data)
#                ^ unknown-code: unknown code `\\` in format `<\\u0049`
#                 ^ not-in-struct: code `u` is not in `struct` (format `<\\u0049`)
#                  ^^^^ count-without-code: count without a code in format `<\\u0049`
struct.unpack("<\q", data)
#               ^ unknown-code: unknown code `\\` in format `<\\q`
struct.unpack("<I" 'k' """H""", data)
#                   ^ unknown-code: unknown code `k` in format `<IkH`
struct.unpack(
    "<I"
    "Hk"
#     ^ unknown-code: unknown code `k` in format `<IHkB`
    "B",
    data,
)
struct.unpack("<I\
k", data)
# @0-1 unknown-code: unknown code `k` in format `<Ik`
struct.unpack('''<I
    Hk
#    ^ unknown-code: unknown code `k` in format `<I\n    Hk\n`
''', data)
struct.unpack(u"<k", data)
#                ^ unknown-code: unknown code `k` in format `<k`
struct.unpack(rb"<k", data)
#                 ^ unknown-code: unknown code `k` in format `<k`
struct.unpack("\074k", data)
#                  ^ unknown-code: unknown code `k` in format `<k`
struct.unpack("<ié", data)
#                ^ non-ascii: `é` is not ASCII in format `<ié`
struct.unpack("<i\0", data)
#                ^^ nul: NUL character in format `<i\0`
