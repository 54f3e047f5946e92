# A directory with files of all kinds, some of which have a finding that can be fixed.
cd "$(mktemp -d)" || exit
bad='import struct\nstruct.pack("<5s", "x")\n'
mkfifo pipe.py viewfmt.toml
mkdir directory.py
ln -s nowhere dangling.py
ln -s loop.py loop.py
printf '# coding: latin-1\nx = "\xe9"\n'"$bad" > encoded.py
printf 'x = "\xe9"\n'"$bad" > latin.py
printf '\xff\xfei\0' > utf16.py
printf 'x = "\xff\0"\n' > binary.py
printf '\xef\xbb\xbf'"$bad" > bom.py
printf "$bad" > linked.txt && chmod 755 linked.txt && ln -s linked.txt link.py
printf "$bad" > one.py && chmod 640 one.py && ln one.py two.py
printf "$bad" > read-only.py && chmod 444 read-only.py
printf 'x = 1\n' > utf8.py
