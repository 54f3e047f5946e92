#!/usr/bin/env python3
"""Runs viewfmt over packages that are full of formats, and over the standard library of the Python that runs this.

    cargo build --release -p view-lsp
    python3 view-lsp/corpus/run.py              # findings and counts of sites
    python3 view-lsp/corpus/run.py --speed      # beside ruff, if it is installed

Packages are fetched with pip into target/corpus. Every finding has to stand in docs/findings.md, with why it is right; a
finding that is not there is either a bug of viewfmt or a new one in a package. Sites are counted a second time with Python's
own `ast`: each literal format in a call of `struct` that it sees has to be seen by viewfmt, with the same text, and the
other way round. Exit code 1 if something differs.
"""
import argparse
import ast
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "target" / "corpus"
PACKAGES = [
    "scapy==2.8.0", "impacket==0.13.1", "fonttools==4.68.0", "dpkt==1.9.8", "mutagen==1.48.1", "xlrd==2.0.2",
    "oletools==0.60.2", "rarfile==4.5",
]
FUNCTIONS = {"calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct"}


def fetch():
    """The sources, each package in a directory of its own, and the standard library without what is installed in it."""
    sources = CORPUS / "src"
    for package in PACKAGES:
        name = package.split("==")[0]
        if (sources / name).is_dir():
            continue
        wheels = CORPUS / "wheels" / name
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", wheels, package]
        subprocess.run(command, check=True)
        with zipfile.ZipFile(next(wheels.glob("*.whl"))) as wheel:
            wheel.extractall(sources / name)
    library = sources / "stdlib"
    if not library.is_dir():
        shutil.copytree(sysconfig.get_paths()["stdlib"], library, ignore=shutil.ignore_patterns("site-packages", "__pycache__", "*.so"))
    return sources


class Calls(ast.NodeVisitor):
    """Literal formats in calls of `struct`, however it was imported. Names are looked up in the whole file, not by scope."""

    def __init__(self):
        self.modules, self.names, self.found = {}, {}, []

    def visit_Import(self, node):
        for alias in node.names:
            self.modules[alias.asname or alias.name] = alias.name

    def visit_ImportFrom(self, node):
        if node.module == "struct" and node.level == 0:
            for alias in node.names:
                for name in FUNCTIONS if alias.name == "*" else [alias.name]:
                    self.names[alias.asname or name if alias.name != "*" else name] = name

    def is_known(self, function):
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
            return self.modules.get(function.value.id) == "struct" and function.attr in FUNCTIONS
        return isinstance(function, ast.Name) and self.names.get(function.id) in FUNCTIONS

    def learn(self, node):
        """`size_of = struct.calcsize`, and several in one go."""
        pairs = [(target, node.value) for target in node.targets]
        for target, value in pairs:
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs += zip(target.elts, value.elts)
            elif isinstance(target, ast.Name) and self.is_known(value):
                self.names[target.id] = value.attr if isinstance(value, ast.Attribute) else self.names[value.id]

    def visit_Call(self, node):
        self.generic_visit(node)
        if self.is_known(node.func) and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, (str, bytes)):
            self.found.append(node.args[0])


def by_ast(path):
    """(row, column in characters, text) of each literal format."""
    try:
        source = path.read_bytes().decode("utf-8-sig")
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return None
    calls = Calls()
    # Imports may stand behind the functions that use them.
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            calls.visit_Import(node)
        elif isinstance(node, ast.ImportFrom):
            calls.visit_ImportFrom(node)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            calls.learn(node)
    calls.visit(tree)
    lines = re.split(r"\r\n|\r|\n", source)
    found = set()
    for node in calls.found:
        column = len(lines[node.lineno - 1].encode()[: node.col_offset].decode())
        text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
        found.add((node.lineno, column + 1, text))
    return found


def by_viewfmt(viewfmt, sources):
    """The same, by file, of sites in place without unknown parts."""
    run = subprocess.run([viewfmt, "extract", "--json", "--exclude", "nothing", "."], cwd=sources, check=True, capture_output=True, text=True)
    sites = {}
    total = 0
    for line in run.stdout.splitlines():
        site = json.loads(line)
        total += 1
        if site["in_place"] and not site["holes"] and site["operation"].startswith("struct."):
            place = (site["location"]["row"], site["location"]["column"], site["format"])
            sites.setdefault(site["filename"], set()).add(place)
    return sites, total


def compare_counts(viewfmt, sources):
    sites, total = by_viewfmt(viewfmt, sources)
    counts, differences = {}, []
    for path in sorted(sources.rglob("*.py")):
        if path.is_symlink():
            continue
        name = path.relative_to(sources).as_posix()
        theirs = by_ast(path)
        if theirs is None:
            continue
        ours = sites.get(name, set())
        # Operands of `%`, `+` and `.format` are constants for `ast`, and part of something larger for viewfmt.
        package = name.split("/")[0]
        counts[package] = counts.get(package, 0) + len(theirs & ours)
        differences += [f"{name}:{row}:{column}: only ast sees {text!r}" for row, column, text in sorted(theirs - ours)]
        differences += [f"{name}:{row}:{column}: only viewfmt sees {text!r}" for row, column, text in sorted(ours - theirs)]
    for package, count in sorted(counts.items()):
        print(f"{package:12} {count:5} literal formats in place, seen by both")
    print(f"{'all':12} {sum(counts.values()):5} of {total} sites that viewfmt sees")
    explained = (ROOT / "docs" / "findings.md").read_text()
    return [line for line in differences if re.sub(r":[0-9]+:[0-9]+:", ":", line) not in explained]


def compare_findings(viewfmt, sources):
    run = subprocess.run(
        [viewfmt, "check", "--isolated", "--exclude", "nothing", "--output-format", "json", "."],
        cwd=sources, capture_output=True, text=True,
    )
    if run.returncode == 2:
        sys.exit(run.stderr)
    explained = (ROOT / "docs" / "findings.md").read_text()
    new = []
    findings = json.loads(run.stdout)
    for finding in findings:
        name = Path(finding["filename"]).relative_to(sources).as_posix()
        # Lines move from one Python to the next.
        line = f"`{name}`: {finding['code']} {finding['message']}"
        if line not in explained:
            new.append(f"{finding['location']['row']}: {line}")
    print(f"{len(findings)} findings, {len(new)} of them not in docs/findings.md")
    return new


def measure(command, sources):
    """Seconds and MiB, the best of five."""
    best = None
    for _ in range(5):
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=sources, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(child.pid, 0)
        took = (time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
        best = took if best is None or took[0] < best[0] else best
    return best


def speed(viewfmt, sources):
    ruff = shutil.which("ruff")
    if ruff is None:
        print("skipped: ruff is not installed (pip install ruff)")
        return
    files = [path for path in sources.rglob("*.py") if not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) / 2**20
    print(f"{len(files)} files, {size:.0f} MiB")
    commands = {
        "viewfmt check": [viewfmt, "check", "--isolated", "--exclude", "nothing", "--quiet", "."],
        "ruff check": [ruff, "check", "--isolated", "--no-cache", "--exit-zero", "--quiet", "--exclude", "nothing", "."],
        "ruff check --select F": [ruff, "check", "--isolated", "--no-cache", "--exit-zero", "--quiet", "--select", "F", "--exclude", "nothing", "."],
    }
    ours = None
    for name, command in commands.items():
        wall, cpu, memory = measure(command, sources)
        ours = ours or (wall, cpu, memory)
        print(
            f"{name:24} {wall:6.2f} s ({wall / ours[0]:5.2f} times ours)  {cpu:6.2f} s of processor ({cpu / ours[1]:5.2f})"
            f"  {memory:5.0f} MiB ({memory / ours[2]:5.2f})"
        )


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--viewfmt", default=ROOT / "target" / "release" / "viewfmt", type=lambda path: Path(path).resolve())
    arguments.add_argument("--speed", action="store_true", help="measure beside ruff")
    arguments = arguments.parse_args()
    if not arguments.viewfmt.is_file():
        sys.exit(f"{arguments.viewfmt} is not there: cargo build --release -p view-lsp")
    sources = fetch()
    if arguments.speed:
        return speed(arguments.viewfmt, sources)
    faults = compare_findings(arguments.viewfmt, sources) + compare_counts(arguments.viewfmt, sources)
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
