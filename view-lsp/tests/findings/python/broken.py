"""Sources as they are while somebody types."""
import struct

def one(data):
    a = struct.unpack("<Hk
    b = struct.pack("<HH", 1)
#                  ^^^^^^^^^^ pack-arguments: 1 argument for 2 values of format `<HH`

def two(data):
    a, b = struct.unpack("<HHH", data
#   ^^^^ unpack-targets: 2 targets for 3 values of format `<HHH`
    c = struct.pack("<k", 1)
#                     ^ unknown-code: unknown code `k` in format `<k`

def three(data):
    struct.pack("<HH",

class Four:
    x = struct.Struct("<kH"
#                       ^ unknown-code: unknown code `k` in format `<kH`
    def f(self): return struct.pack("<HH", 1)
#                                  ^^^^^^^^^^ pack-arguments: 1 argument for 2 values of format `<HH`

def five(data, name):
    name = name or ("packet"
    size, kind = struct.unpack("<HB", data)
    return f"{size}: {kind}"

@decorated
def six(data):
    """A parenthesis that does not end holds what follows up to the next thing of the file's own level.
import struct
    struct.pack("<k", 1)
    """
    return struct.pack("<BB", 1)
#                     ^^^^^^^^^^ pack-arguments: 1 argument for 2 values of format `<BB`

names = ["a", (
import array
array.array("Z")
#            ^ array-typecode: `array.array` takes no format `Z`

sizes = [1 2]
TEXT = """
import struct
struct.pack("<k", 1)
def seven():
    return struct.pack("<k", 1)
"""
for size in sizes:
    struct.pack("<k", size)
#                 ^ unknown-code: unknown code `k` in format `<k`
