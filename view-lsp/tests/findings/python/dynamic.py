"""Formats with unknown parts: only what stays wrong whatever stands in them is found."""
import struct

a, b, c = struct.unpack(f"{endian}HH", data)
# @0-7 unpack-targets: 3 targets for 2 values of format `{endian}HH`
a, b, c = struct.unpack(self.endian + "HH", data)
# @0-7 unpack-targets: 3 targets for 2 values of format `{self.endian}HH`
a, b = struct.unpack(prefix + "HHH", data)
a, b, c, d = struct.unpack(prefix + "HHH", data)
a, b = struct.unpack("<I%ds" % n, data)
a, b, c = struct.unpack("<I%ds" % n, data)
# @0-7 unpack-targets: 3 targets for 2 values of format `<I%ds`
a, b = struct.unpack("<I%dH" % n, data)
a, b, = struct.unpack("<I{}s".format(len(name)), data)
a, b, c = struct.unpack("<I{}s".format(len(name)), data)
# @0-7 unpack-targets: 3 targets for 2 values of format `<I{}s`
a, b, c = struct.unpack(f"<I{n}s", data)
# @0-7 unpack-targets: 3 targets for 2 values of format `<I{n}s`
struct.pack(f"<{n}sk", 1, 2)
#                  ^ unknown-code: unknown code `k` in format `<{n}sk`
struct.pack("<%dk" % n, 1, 2)
#               ^ unknown-code: unknown code `k` in format `<%dk`
struct.pack(f"<I{len(name)}s", "x", "name")
#                              ^^^ pack-type: `"x"` packed as `I` in format `<I{len(name)}s`, which takes an integer
struct.pack("<I" + "B" * n, 1)
struct.pack("<" + "B" * 3, 1)
#          ^^^^^^^^^^^^^^^^^^ pack-arguments: 1 argument for 3 values of format `<{\"B\" * 3}`
order = "<" if little else ">"
struct.pack(order + "HH", 1)
#          ^^^^^^^^^^^^^^^^^ pack-arguments: 1 argument for 2 values of format `{order}HH`
mark = ">"
if little:
    mark = "<"
struct.unpack(mark + "HI", data[:8])
#                          ^^^^^^^^ data-length: at most 8 bytes of data for 6 bytes of format `{mark}HI`
struct.pack("%sHH" % mark, 1)
#          ^^^^^^^^^^^^^^^^^^ pack-arguments: 1 argument for 2 values of format `%sHH`
struct.pack("<%s" % codes, 1)
struct.pack("<%(count)ds" % sizes, b"", 2)
#                                       ^ pack-arguments: 2 arguments for 1 value of format `<%(count)ds`
struct.pack("<{{}}".format(), 1)
#             ^^ stray-brace: `{` without a `T` before it in format `<{}`
struct.unpack(">" + self.fmt * n, data)
struct.pack(f"{{", 1)
#             ^^ stray-brace: `{` without a `T` before it in format `{`
struct.pack("<5%%s", 1)
#              ^ unknown-code: unknown code `%` in format `<5%%s`
#               ^ unknown-code: unknown code `%` in format `<5%%s`
