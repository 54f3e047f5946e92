"""Writes derive.jsonl: bytes that `struct` packs and layouts that numpy reads, for the structs of tests/derive.rs.

    python gen_derive.py > derive.jsonl        # needs numpy

One JSON object a line: `name` of the struct, `format` and `struct_format` as they must come out of the derive, `size` and
`offsets` of the top fields (numpy's), `values` (flat: ints in decimal, floats as the bits of a double, bytes in hex) and
`packed`, in hex.
"""
import json, math, random, struct, sys
from numpy._core._internal import _dtype_from_pep3118 as dtype_of

RANDOM = random.Random(1)

def bits(value):
    return struct.pack(">d", value).hex()

def number(code):
    sizes = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "q": 8, "Q": 8}
    if code in sizes:
        n = 8 * sizes[code]
        low, high = (-(1 << n - 1), (1 << n - 1) - 1) if code.islower() else (0, (1 << n) - 1)
        return RANDOM.choice([low, high, RANDOM.randint(low, high)])
    if code == "?":
        return RANDOM.random() < 0.5
    if code in "efd":
        # Exact in half precision.
        return RANDOM.choice([0.0, -0.0, 1.5, -2048.0, math.inf, 2.0 ** -14])
    raise ValueError(code)

def values(codes):
    out = []
    for code in codes:
        if isinstance(code, list):
            out.append(RANDOM.choice(code))
        elif code.endswith("s"):
            out.append(RANDOM.randbytes(int(code[:-1])))
        elif code.endswith("p"):
            out.append(RANDOM.randbytes(RANDOM.randrange(int(code[:-1]))))
        else:
            out.append(number(code))
    return out

def shown(value):
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float):
        return bits(value)
    return str(int(value))

POINT, KIND = ["h", "h"], [[1, 2, 0x0102]]
RECORDS = [
    ("Numbers", "<b:a:B:b:h:c:H:d:i:e:I:f:q:g:Q:h:f:i:d:j:?:k:e:l:", "<bBhHiIqQfd?e", list("bBhHiIqQfd?e")),
    ("Swapped", ">H:id:3s:tag:(2,3)i:grid:d:ratio:", ">H3s6id", ["H", "3s"] + ["i"] * 6 + ["d"]),
    ("Padded", "<B:kind:3xI:file size:2x5p:name:H:end:4x", "<B3xI2x5pH4x", ["B", "I", "5p", "H"]),
    ("Line", "<H:kind:T{<h:x:h:y:}:from:(2)T{<h:x:h:y:}:to:<f:weight:", "<Hhhhhhhf", KIND + POINT * 3 + ["f"]),
    ("Figure", ">I:id:5s:name:(3)T{>h:x:h:y:}:points:(2,2)>f:marks:B:end:", ">I5shhhhhh4fB",
     ["I", "5s"] + POINT * 3 + ["f"] * 4 + ["B"]),
    ("Packet", "<H:length:3s:data:(3)I:numbers:h:crc:", "<H3s3Ih", ["H", "3s", "I", "I", "I", "h"]),
]

for name, text, struct_format, codes in RECORDS:
    # numpy has no Pascal strings.
    dtype = dtype_of(text.replace("5p", "5s"))
    for _ in range(12):
        of = values(codes)
        packed = struct.pack(struct_format, *of)
        assert len(packed) == dtype.itemsize == struct.calcsize(struct_format), name
        json.dump({
            "name": name, "format": text, "struct_format": struct_format, "size": dtype.itemsize,
            "offsets": [dtype.fields[field][1] for field in dtype.names],
            "values": [shown(value) for value in of], "packed": packed.hex(),
        }, sys.stdout)
        print()
