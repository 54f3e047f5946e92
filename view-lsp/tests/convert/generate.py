"""Writes what numpy and a C compiler say about the inputs here, one JSON object a line.

    python generate.py numpy > numpy.jsonl          # needs numpy
    python generate.py written VIEWFMT > written.jsonl   # what numpy says about dtypes that viewfmt has written
    python generate.py ctypes VIEWFMT > ctypes.jsonl     # what ctypes says about classes, and about those that viewfmt has written
    python generate.py c > c.jsonl                  # needs gcc that compiles for -m64 and -m32, no C library

Same seed, numpy and compiler: same bytes.
"""

import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SCALARS = ["i1", "u1", "<i2", ">u2", "<i4", ">i4", "<u8", ">i8", "<f2", ">f4", "<f8", "<c8", ">c16", "?", "S1", "S5", "<U3", ">U2", "V4",
           "i4", "u2", "f8", "b", "B", "h", "H", "i", "I", "l", "L", "q", "Q", "e", "f", "d", "c", "p", "P", "b1", "=i4", "|u1", "F", "D"]
NAMED = ["np.int32", "np.uint8", "np.float64", "np.bool_", "np.complex64", "np.int64", "np.uint16", "np.float16", "np.intc",
         "np.longlong", "np.short", "np.uintp", "int", "float", "bool", "complex", "np.dtype('<u4')", "'int16'", "'float32'", "'uint64'"]
HAND = ["'<i4'", "np.dtype('(2,3)<f8')", "'i4, f8, S5'", "'3i2, (2,)f4'", "('<i4', (2, 3))", "('<i4', 3)", "(('<i4', 2), 3)", "{'x': ('<i4', 0), 'y': ('<f8', 8)}",
        "[('x', '<i4'), ('', '<f8')]", "[(('a title', 'x'), '<i4')]", "[('x', '<i4', (2,)), ('y', [('z', '>u2'), ('w', 'S3')], (2, 2))]",
        "{'names': ['a', 'b'], 'formats': ['<u2', '<u4'], 'offsets': [2, 8], 'itemsize': 20}",
        "{'names': ('a', 'b'), 'formats': ('<u2', '<u4')}",
        "np.dtype({'names': ['a', 'b'], 'formats': ['u1', '<u4'], 'aligned': True})",
        "np.dtype([('a', 'u1'), ('b', '<f8'), ('c', 'u1')], align=True)",
        "np.dtype([('a', 'u1'), ('b', [('x', 'u1'), ('y', '<i4')]), ('c', 'u1')], align=True)",
        "np.dtype([('a', 'u1'), ('b', '<i4')], True)", "numpy.dtype([('\\xe9', '<i4')])", "np.dtype('V16')", "[('m', ('<f4', (3, 4)))]",
        "[('m', ('<f4', (3,)), (2,))]"]


def scalar(rng):
    return repr(rng.choice(SCALARS)) if rng.random() < 0.8 else rng.choice(NAMED)


def dtype(rng, depth):
    roll = rng.random()
    if depth == 0 or roll < 0.25:
        return scalar(rng)
    fields = []
    for i in range(rng.randint(1, 4)):
        shape = rng.choice(["", "", ", (2,)", ", 3", ", (2, 3)"])
        fields.append(f"('n{i}', {dtype(rng, depth - 1)}{shape})")
    text = f"[{', '.join(fields)}]"
    if roll < 0.5:
        return f"np.dtype({text}, align=True)"
    return text


def places(np, dt):
    """Fields as [path, offset, size], those of structs after them; of arrays, those of the first element."""
    found = []

    def walk(dt, base, path):
        if dt.subdtype:
            return walk(dt.subdtype[0], base, path)
        for name in dt.names or ():
            inner, offset = dt.fields[name][:2]
            own = f"{path}.{name}" if path else name
            found.append([own, base + offset, inner.itemsize])
            walk(inner, base + offset, own)

    walk(dt, 0, "")
    return found


def numpy_lines():
    import numpy as np
    rng = random.Random(1)
    texts = HAND + [dtype(rng, 2) for _ in range(300)]
    yield {"numpy": np.__version__}
    for text in texts:
        dt = np.dtype(eval(text, {"np": np, "numpy": np}))
        yield {"text": text, "itemsize": dt.itemsize, "fields": places(np, dt), "str": str(dt)}


FORMATS = ["<I", "<2s:signature: I:file_size: 4x I:data_offset:", "@b2T{h:x: l:y:}:pts: (3,4)f:m: 5h Zd ? c 3w:text:", ">H:a: <i:b:", "<3h",
           "<3h b", "<5s", "<T{T{B:x: 3x}:in: H:y:}:out: B:z:", "<2T{3T{B:q: H:r:}:p: x}:o:", "<(2,2)H", "<e d Zf", "<B:f0: H", "<4x:reserved: I:n:", "x", "<x B:a: 7x",
           "<b:it's: B:b\\:", "<(2)T{B:a:}:s:", "<c 2c ? 3?", "@P:p: n:n: N:m:"]


def written_lines(viewfmt):
    import numpy as np
    yield {"numpy": np.__version__}
    for text in FORMATS:
        for to in ("numpy", "numpy-dict"):
            run = subprocess.run([viewfmt, "convert", text, "--to", to, "--target", "lp64"], capture_output=True, text=True, check=True)
            dt = eval(run.stdout, {"np": np})
            yield {"format": text, "to": to, "text": run.stdout, "itemsize": dt.itemsize, "fields": places(np, dt)}


CTYPES = ["c_byte", "c_ubyte", "c_short", "c_uint16", "c_int", "c_uint32", "c_long", "c_ulonglong", "c_int64", "c_float", "c_double", "c_char",
          "c_char * 5", "c_uint16 * 3", "(c_int32 * 2) * 3", "c_ubyte * N", "Alias"]
NATIVE = ["c_bool", "c_void_p", "c_longdouble", "c_size_t", "POINTER(c_int)", "c_char_p", "c_uint32.__ctype_be__", "c_double.__ctype_le__ * 2"]


def ctypes_class(rng, name, inner):
    base = rng.choice(["Structure", "Structure", "ctypes.Structure", "BigEndianStructure", "LittleEndianStructure"])
    types = CTYPES + inner + (NATIVE if "Endian" not in base else [])
    pack = rng.choice(["", "", "    _pack_ = 1\n", "    _pack_ = 2\n", "    _pack_ = 4\n"])
    fields = []
    for i in range(rng.randint(1, 6)):
        of = rng.choice(types)
        if of in inner and rng.random() < 0.3:
            of += " * 2"
        fields.append(f"        ('m{i}', {of}),\n")
    return f"class {name}({base}):\n{pack}    _fields_ = [\n{''.join(fields)}    ]\n"


def ctypes_places(ctypes, of):
    """Fields as [path, offset, size, value], of arrays those of the first element; the values of integers where each byte is its offset."""
    found = []
    whole = bytes(i % 251 for i in range(ctypes.sizeof(of)))

    def walk(of, base, path):
        while isinstance(of, type(ctypes.Array)) and of._type_ is not ctypes.c_char:
            of = of._type_
        if isinstance(of, type(ctypes.Structure)):
            names = [name for cls in reversed(of.__mro__) for name, *_ in cls.__dict__.get("_fields_", ())]
            types = dict(pair[:2] for cls in of.__mro__ for pair in cls.__dict__.get("_fields_", ()))
            for name in names:
                place = getattr(of, name)
                own = f"{path}.{name}" if path else name
                at = len(found)
                found.append([own, base + place.offset, place.size, None])
                found[at][3] = walk(types[name], base + place.offset, own)
            return None
        if issubclass(of, ctypes._SimpleCData) and of._type_ in "bBhHiIlLqQ":
            return of.from_buffer_copy(whole, base).value
        return None

    walk(of, 0, "")
    return found


def ctypes_lines(viewfmt):
    import ctypes
    rng = random.Random(3)
    yield {"python": sys.version.split()[0]}
    head = "import ctypes\nfrom ctypes import *\n\nN = 2 * 3 + 1\nAlias = ctypes.c_uint16 * 2\n\n"
    for i in range(200):
        inner = [f"In{i}" for i in range(rng.randint(0, 2))]
        text = head + "\n".join(ctypes_class(rng, name, inner[:i]) for i, name in enumerate(inner + ["Top"]))
        if rng.random() < 0.2:
            text += "\nclass Derived(Top):\n    _fields_ = [('last', c_uint16)]\n"
        space = {}
        exec(text, space)
        of = space.get("Derived", space["Top"])
        yield {"text": text, "name": of.__name__, "size": ctypes.sizeof(of), "fields": ctypes_places(ctypes, of)}
    for text in FORMATS:
        if text == "<e d Zf":
            text = "<d Zf"
        run = subprocess.run([viewfmt, "convert", text, "--to", "ctypes", "--target", "lp64"], capture_output=True, text=True, check=True)
        space = {}
        exec(run.stdout, space)
        of = space["Record"]
        yield {"format": text, "text": run.stdout, "size": ctypes.sizeof(of), "fields": ctypes_places(ctypes, of)}


C_TYPES = ["char", "signed char", "unsigned char", "short", "unsigned short int", "int", "unsigned", "long", "unsigned long", "long long",
           "long int unsigned", "float", "double", "_Bool", "uint8_t", "int16_t", "uint32_t", "int64_t", "size_t", "void *", "const char *", "uintptr_t", "ptrdiff_t",
           "enum { A%d, B%d }", "float _Complex", "double _Complex", "long double"]


def members(rng, depth, count):
    lines = []
    for i in range(rng.randint(1, 5)):
        name = f"m{i}"
        lengths = "".join(f"[{rng.randint(1, 4)}]" for _ in range(rng.choice([0, 0, 0, 1, 2])))
        if depth and rng.random() < 0.3:
            packed = rng.choice(["", "", " __attribute__((packed))"])
            lines.append(f"struct {{ {members(rng, depth - 1, count)} }}{packed} {name}{lengths};")
        else:
            count[0] += 1
            of = rng.choice(C_TYPES)
            of = of % (count[0], count[0]) if "%d" in of else of
            lines.append(f"{of} {name}{lengths};")
    return " ".join(lines)


def c_lines():
    rng = random.Random(2)
    yield {"gcc": subprocess.run(["gcc", "-dumpfullversion"], capture_output=True, text=True, check=True).stdout.strip()}
    for i in range(150):
        body = members(rng, 2, [0])
        text = f"struct s {{ {body} }};"
        kind = rng.choice(["", "", "packed", "pack2"])
        if kind == "packed":
            text = f"struct __attribute__((__packed__)) s {{ {body} }};"
        if kind == "pack2":
            text = f"#pragma pack(push, 2)\nstruct s {{ {body} }};\n#pragma pack(pop)"
        outer = body
        while "{" in outer:
            outer = re.sub(r"\{[^{}]*\}", "", outer)
        top = re.findall(r"\bm\d\b", outer)
        asks = ["sizeof(struct s)"] + [f"__builtin_offsetof(struct s, {name})" for name in top]
        asks += [f"sizeof(((struct s *)0)->{name})" for name in top]
        line = {"text": text}
        for target, flag in (("lp64", "-m64"), ("i386", "-m32")):
            source = f"#include <stdint.h>\n#include <stddef.h>\n{text}\nconst unsigned v[] = {{ {', '.join(asks)} }};\n"
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, "s.c")
                path.write_text(source)
                run = ["gcc", flag, "-ffreestanding", "-w", "-S", "-o", "-", str(path)]
                assembly = subprocess.run(run, capture_output=True, text=True, check=True).stdout
            values = []
            for found in re.finditer(r"\.(long|zero)\s+(\d+)", assembly.split("v:")[1]):
                values += [int(found[2])] if found[1] == "long" else [0] * (int(found[2]) // 4)
            n = len(top)
            line[target] = {"size": values[0], "fields": [[name, at, size] for name, at, size in zip(top, values[1:n + 1], values[n + 1:])]}
        yield line


def main():
    kinds = {"numpy": numpy_lines, "c": c_lines, "written": written_lines, "ctypes": ctypes_lines}
    for line in kinds[sys.argv[1]](*sys.argv[2:]):
        print(json.dumps(line))


main()
