"""The errors that Python's checkers were asked to find."""
import array
import struct
from struct import unpack

x, y, z = struct.unpack("<HH", b)
# @0-7 unpack-targets: 3 targets for 2 values of format `<HH`
x, y, z = unpack("<HH", b)
# @0-7 unpack-targets: 3 targets for 2 values of format `<HH`
x, y, z = struct.unpack(b"<HH", b)
# @0-7 unpack-targets: 3 targets for 2 values of format `<HH`
for m, n in struct.iter_unpack("<III", b):
#   ^^^^ unpack-targets: 2 targets for 3 values of format `<III`
    pass
memoryview(b).cast("zz")
#                   ^^ memoryview-cast: `memoryview.cast` takes no format `zz`
s = struct.Struct("<HHH")
p, q = s.unpack(b)
# @0-4 unpack-targets: 2 targets for 3 values of format `<HHH`
struct.pack("<HH", 1)
#          ^^^^^^^^^^ pack-arguments: 1 argument for 2 values of format `<HH`
struct.pack("<HH", 1, 2, 3)
#                        ^ pack-arguments: 3 arguments for 2 values of format `<HH`
struct.unpack("<Z", b)
#               ^ not-in-struct: code `Z` is not in `struct` (format `<Z`)
struct.unpack("<P", b)
#               ^ native-only-code: code `P` exists in native sizes only, not after `<` (format `<P`)
struct.unpack("H<", b)
#               ^ mark-not-first: order mark `<` is not the first character in format `H<`
struct.calcsize("<3")
#                 ^ count-without-code: count without a code in format `<3`
struct.calcsize("<9223372036854775808x")
#                 ^^^^^^^^^^^^^^^^^^^^ size-overflow: size is larger than memory can be in format `<9223372036854775808x`
struct.pack("<B", 300)
#                 ^^^ pack-range: `300` packed as `B` in format `<B`, which takes 0 to 255
struct.pack("<B", "a")
#                 ^^^ pack-type: `"a"` packed as `B` in format `<B`, which takes an integer
array.array("k")
#            ^ array-typecode: `array.array` takes no format `k`
