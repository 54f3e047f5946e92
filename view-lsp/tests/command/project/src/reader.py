import struct

HEADER = struct.Struct("<2I 3y")


def read(file):
    kind, size, more = struct.unpack("<HI", file.read(4))
    return struct.pack("<B4s", 300, "name")
