"""Formats that stand elsewhere: constants, attributes, aliases, scopes."""
import struct, struct as st
import numpy
from struct import *

PAIR = "<HH"
TRIPLE = PAIR + "H"


def constants(data):
    a, b, c = struct.unpack(PAIR, data)
#   ^^^^^^^ unpack-targets: 3 targets for 2 values of format `<HH`
    a, b = st.unpack(TRIPLE, data)
#   ^^^^ unpack-targets: 2 targets for 3 values of format `{PAIR}H`
    a, b, c = unpack(PAIR, data)
#   ^^^^^^^ unpack-targets: 3 targets for 2 values of format `<HH`


def shadowed(struct, data):
    a, b, c = struct.unpack("<HH", data)


def local(data):
    fmt = "<I"
    a, b = st.unpack(fmt, data)
#   ^^^^ unpack-targets: 2 targets for 1 value of format `<I`
    other = "<I"
    other += "H"
    a, b = st.unpack(other, data)
    if data:
        either = "<k"
#                  ^ unknown-code: unknown code `k` in format `<k`
    else:
        either = "<I"
    a, b = st.unpack(either, data)


class Header:
    FORMAT = st.Struct("<HH")
    LAYOUT = "<BBB"

    def __init__(self, big):
        self._tail = st.Struct(">I" if big else "<k")
#                                                 ^ unknown-code: unknown code `k` in format `<k`
        self._head = st.Struct(">4s")

    def read(self, data):
        a, b, c = self.FORMAT.unpack(data)
#       ^^^^^^^ unpack-targets: 3 targets for 2 values of format `<HH`
        a, b = st.unpack(self.LAYOUT, data)
#       ^^^^ unpack-targets: 2 targets for 3 values of format `<BBB`
        a, b = self._head.unpack(data)
#       ^^^^ unpack-targets: 2 targets for 1 value of format `>4s`
        a, b = self._tail.unpack(data)
        a, b = Header.FORMAT.unpack(data)
        a, b, c = Header.FORMAT.unpack(data)
#       ^^^^^^^ unpack-targets: 3 targets for 2 values of format `<HH`


class Base:
    LAYOUT = "<H"

    def read(self, data):
        # What derives from it says otherwise.
        a, b = st.unpack(self.LAYOUT, data)


class Derived(Base):
    LAYOUT = "<HH"


view = memoryview(data).cast("I")
again = view.cast("H")
#                  ^ memoryview-cast: cast to format `H` of elements that are no bytes
fine = view.cast("B").cast("H")
memoryview(data).cast("<I")
#                      ^^ memoryview-cast: `memoryview.cast` takes no format `<I`
unknown.cast("zz")
pairs = [a + b for a, b in st.iter_unpack("<BBB", data)]
#                  ^^^^ unpack-targets: 2 targets for 3 values of format `<BBB`
numpy._core._internal._dtype_from_pep3118("T{<i:a:k:b:}")
#                                                 ^ unknown-code: unknown code `k` in format `T{<i:a:k:b:}`

try:
    import struct as perhaps
except ImportError:
    perhaps = None
perhaps.unpack("<k", data)
#                ^ unknown-code: unknown code `k` in format `<k`
size_of = perhaps.calcsize
size_of("<k")
#         ^ unknown-code: unknown code `k` in format `<k`
