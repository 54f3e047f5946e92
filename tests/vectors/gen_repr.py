"""Writes repr.jsonl: what `repr` makes of texts and bytes.

    python gen_repr.py > repr.jsonl

One JSON object a line. First `kept` and `escaped`: ranges of code points, ends included, of which `repr` writes the
character itself and an escape; those that Unicode has not assigned are in neither, since later versions assign them. Then
`text` (a list of code points) or `bytes` (in hex), and its `repr`.
"""
import json, unicodedata

def ranges(is_in):
    out = []
    for code in range(0x110000):
        if 0xd800 <= code < 0xe000 or unicodedata.category(chr(code)) == "Cn" or not is_in(code):
            continue
        if out and out[-1][1] == code - 1:
            out[-1][1] = code
        else:
            out.append([code, code])
    return out

def is_kept(code):
    # A backslash before it is not the character itself.
    return repr(chr(code))[1:-1] == chr(code)

def write(**line):
    print(json.dumps(line, separators=(",", ":")))

write(kept=ranges(is_kept), escaped=ranges(lambda code: not is_kept(code)))
QUOTES = ["", "'", '"', "'\"", "it's", 'say "it\'s"', "\\'", '\\"', "\\", "''", '""', "\\n", "{}", "a'b\"c'"]
ODD = [
    "\0", "\x07", "\b", "\t", "\n", "\v", "\f", "\r", "\x1b", "\x7f",  # control characters of ASCII
    "\x80", "\x85", "\x9f", "\xa0", "\xad", "\xff",                    # and of Latin-1, its space and its soft hyphen
    "\u0300", "e\u0301", "\u0903",                                     # marks, alone and on a letter
    "\u061c", "\u200b", "\u200d", "\u200e", "\u202e", "\u2060", "\ufeff", "\U000e0041",  # of format
    "\u1680", "\u2000", "\u2009", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000",      # spaces and line ends
    "\ue000", "\uf8ff", "\U000f0000", "\U0010fffd",                    # for private use
    "\ufffd", "\ufdd0", "\uffff", "\U0010ffff",                        # the one for what is none, and such that never are one
    "\u4e2d", "\U0001f600", "\U0001f468\u200d\U0001f469",              # beyond Latin, and joined
]
for text in QUOTES + ODD + ["a" + odd + "b'" for odd in ODD]:
    write(text=[ord(c) for c in text], repr=repr(text))
for data in [text.encode() for text in QUOTES] + [bytes(range(256)), bytes(range(256)).replace(b"'", b""), b"\r\n\t'"]:
    write(bytes=data.hex(), repr=repr(data))
