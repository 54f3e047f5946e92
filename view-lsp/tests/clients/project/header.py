import struct

# Characters of two and four bytes stand before the format, on its line.
pair = "é𝕒", struct.unpack("<2sI~", data)
magic, length = struct.unpack("<2sI", data)
number = struct.unpack("<u32", data)
struct.pack("<HH", length, 1)
