"""Nothing is wrong here, though it may look so."""
import array
import struct
import unittest
from mine import struct as other
from . import unpack

other.unpack("not a format")
unpack("not a format either")
re.compile("<k")
x.cast("zz")
struct.unpack(fmt, data)
struct.unpack("<2x", data)
() == struct.unpack("<2x", data)
struct.pack("<2x")
struct.pack("?", "anything")
struct.pack("n", -1)  # noqa: VF101
struct.pack("f", 1e300)
struct.pack("<q", 1 << 62)
struct.pack("<s", bytearray(3))
struct.pack("<5s", b"much longer than that")
struct.unpack("l", data[:8])  # noqa: VF101
struct.unpack("l", data[:4])  # noqa: VF101
struct.unpack_from("<I", data[:9])
struct.unpack("<I", data[:n])
struct.unpack("<I", data[a:b])
struct.unpack("<I", data[2:-2])
struct.unpack("<I", reader.read())
struct.unpack("<3H", data)[-3]
*all, = struct.unpack("<HH", data)
a, *b, c = struct.unpack("<HH", data)
a = b, c = struct.unpack("<HH", data)
struct.calcsize("P") * 8
array.array("w")
array.array(code)
array.array("B", b"12")
memoryview(data).cast("@i")
memoryview(data).cast("B", shape=[2, 3])
memoryview(data).cast(fmt)


class Tests(unittest.TestCase):
    def test(self):
        with self.assertRaises(struct.error):
            struct.pack("<B", 300)
        self.assertRaises(struct.error, struct.unpack, "<k", b"")


try:
    import struct as maybe
except ImportError:
    import mine as maybe
maybe.unpack("<k", data)


def loop(data):
    fmt = "<"
    for _ in data:
        fmt = fmt + "H"
    return struct.unpack(fmt, data)


def later(data, struct=None):
    return struct.unpack("<k", data)


def rebound(data):
    value = struct.unpack("<H", data)
    value = value[0]
    return value == 3


def told_apart(data, item):
    if isinstance(item, str):
        kind = ":"
    else:
        kind = item
    if kind != ":":
        struct.unpack(kind, data)


def starred(*args):
    struct.pack_into("21s", *args)
    struct.pack_into("21s", buffer, *args)
    struct.unpack_from("21s", *args)
    struct.pack("<HH", *args)
