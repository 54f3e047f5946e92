"""Sources as they are while somebody types."""
import struct

def one(data):
    a = struct.unpack("<Hk
    b = struct.pack("<HH", 1)

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
