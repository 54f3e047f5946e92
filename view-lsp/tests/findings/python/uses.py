"""What programs do with the tuple, the values and the data."""
import struct
from struct import Struct as S, pack_into as put

header = struct.unpack("<4sHH", data)
magic, version = header
# @0-14 unpack-targets: 2 targets for 3 values of format `<4sHH`
magic = header[3]
#              ^ unpack-index: index 3 of 3 values of format `<4sHH`
magic = header[-4]
#              ^^ unpack-index: index -4 of 3 values of format `<4sHH`
print(header[2], header[-3], header["x"], header[1:])
only = struct.unpack("<H", data)
if only == 1 or 2 != only:
#  ^^^^ unpack-compared: tuple of 1 value of format `<H` compared with `1`
#                    ^^^^ unpack-compared: tuple of 1 value of format `<H` compared with `2`
    pass
if only == other or only[0] == 1 or only == (1,):
    pass
magic, *rest = header
a, b, c, d, *rest = header
# @0-17 unpack-targets: at least 4 targets for 3 values of format `<4sHH`
(value,) = struct.unpack(">I", f.read(3))
#                              ^^^^^^^^^ data-length: at most 3 bytes of data for 4 bytes of format `>I`
[value] = struct.unpack(">I", data[4:7])
#                             ^^^^^^^^^ data-length: at most 3 bytes of data for 4 bytes of format `>I`
value, = struct.unpack(">I", data[at:at + 2])
#                            ^^^^^^^^^^^^^^^ data-length: at most 2 bytes of data for 4 bytes of format `>I`
value, = struct.unpack(">I", data[at + 2:at + 6])
value, = struct.unpack(">I", data[-2:])
#                            ^^^^^^^^^ data-length: at most 2 bytes of data for 4 bytes of format `>I`
value, = struct.unpack(">I", b"\0" + data[:3])
value, = struct.unpack(">I", bytes(5))
#                            ^^^^^^^^ data-length: 5 bytes of data for 4 bytes of format `>I`
value, = struct.unpack_from(">I", b"abcdef", 3)
#                                 ^^^^^^^^^ data-length: 6 bytes of data for 4 bytes from offset 3 of format `>I`
value, = struct.unpack_from(">I", data[2:8], 2)
for one, in struct.iter_unpack("<I", b"\0" * 10):
#                                    ^^^^^^^^^^ data-length: 10 bytes of data for a multiple of 4 bytes of format `<I`
    pass

SIZE = 8
BIG = 70_000
struct.unpack("<I", stream.read(SIZE))
#                   ^^^^^^^^^^^^^^^^^ data-length: at most 8 bytes of data for 4 bytes of format `<I`
struct.unpack("<Q", stream.read(SIZE))
struct.pack("<H", BIG)
#                 ^^^ pack-range: `BIG` packed as `H` in format `<H`, which takes 0 to 65535
struct.pack("<Hb?cf", -1, -129, [], b"ab", "1.5")
#                     ^^ pack-range: `-1` packed as `H` in format `<Hb?cf`, which takes 0 to 65535
#                         ^^^^ pack-range: `-129` packed as `b` in format `<Hb?cf`, which takes -128 to 127
#                                   ^^^^^ pack-type: `b"ab"` packed as `c` in format `<Hb?cf`, which takes exactly 1 byte
#                                          ^^^^^ pack-type: `"1.5"` packed as `f` in format `<Hb?cf`, which takes a number
struct.pack("<f", 1e39)
#                 ^^^^ pack-range: `1e39` packed as `f` in format `<f`, which has no number that large
struct.pack("<e", 65520)
#                 ^^^^^ pack-range: `65520` packed as `e` in format `<e`, which has no number that large
struct.pack("<5s2p", "hello", None)
#                    ^^^^^^^ pack-type: `"hello"` packed as `s` in format `<5s2p`, which takes bytes
#                             ^^^^ pack-type: `None` packed as `p` in format `<5s2p`, which takes bytes
struct.pack("<c", "a")
#                 ^^^ pack-type: `"a"` packed as `c` in format `<c`, which takes a string of 1 byte
struct.pack("<HH", *values, 3, 4, 5)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^ pack-arguments: at least 3 arguments for 2 values of format `<HH`
struct.pack("<HHHH", *values, 3)
struct.pack("<HH", x=1)
#                    ^ call-arguments: `struct.pack` takes no keyword `x`; its format is `<HH`
put("<HH", buffer, 0, 1)
#  ^^^^^^^^^^^^^^^^^^^^^ pack-arguments: 1 argument for 2 values of format `<HH`
put("<HH", buffer)
#  ^^^^^^^^^^^^^^^ call-arguments: `put` takes at least 2 arguments besides the format, got 1; its format is `<HH`
struct.unpack("<HH")
#            ^^^^^^^ call-arguments: `struct.unpack` takes 1 argument besides the format, got 0; its format is `<HH`
struct.calcsize("<HH", 1)
#              ^^^^^^^^^^ call-arguments: `struct.calcsize` takes 0 arguments besides the format, got 1; its format is `<HH`
pair = S("<HH")
pair.unpack("<HH", data)
#          ^^^^^^^^^^^^^ call-arguments: `pair.unpack` takes 1 argument, got 2; its format is `<HH`
pair.pack(1)
#        ^^^ pack-arguments: 1 argument for 2 values of format `<HH`
pair.unpack_from(buffer=data, offset=3)
pair.unpack_from(data, start=3)
#                            ^ call-arguments: `pair.unpack_from` takes no keyword `start`; its format is `<HH`
read = S("<HH").unpack
a, b, c = read(data)
# @0-7 unpack-targets: 3 targets for 2 values of format `<HH`
a, b, c = S(">BB").unpack(data)
# @0-7 unpack-targets: 3 targets for 2 values of format `>BB`
if (both := struct.unpack("<HH", data))[2]:
#                                       ^ unpack-index: index 2 of 2 values of format `<HH`
    pass
first = struct.unpack("<HH", data)[2]
#                                  ^ unpack-index: index 2 of 2 values of format `<HH`
