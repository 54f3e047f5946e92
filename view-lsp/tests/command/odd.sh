# A directory whose names mean something in the formats of reports, and in it two sources with findings and one without.
cd "$(mktemp -d)" || exit
mkdir 'a b'
printf 'import struct\né = "𝕒"; a, b = struct.unpack("<2Ik", data)  # -->\nstruct.pack("<5s", "]]>&")\n' > 'a b/100% <a>;].py'
printf 'fn main() {\n    view_core::view!(b, "<y");\n}\n' > main.rs
printf 'import struct\n' > clean.py
