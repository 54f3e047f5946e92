// What the grammars colour, in the engine that the editor uses.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import test from "node:test";

const require = createRequire(import.meta.url);
const oniguruma = require("vscode-oniguruma");
const { INITIAL, parseRawGrammar, Registry } = require("vscode-textmate");

await oniguruma.loadWASM(await readFile(require.resolve("vscode-oniguruma/release/onig.wasm")));

// Hosts with strings and comments, and nothing else.
const host = (scopeName, comment) => ({
  scopeName,
  patterns: [
    { begin: comment, end: "$", name: "comment.line" },
    { begin: '"', end: '"', name: "string.quoted.double" },
    { begin: "'", end: "'", name: "string.quoted.single" },
  ],
});

async function tokens(language, line) {
  const scope = `source.${language}`;
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      if (name === scope) {
        return parseRawGrammar(JSON.stringify(host(scope, language === "python" ? "#" : "//")), "host.json");
      }
      const path = new URL(`../syntaxes/${language}.tmLanguage.json`, import.meta.url);
      return parseRawGrammar(await readFile(path, "utf8"), path.pathname);
    },
    getInjections: (name) => (name === scope ? [`viewfmt.injection.${language}`] : undefined),
  });
  const grammar = await registry.loadGrammar(scope);
  const found = grammar.tokenizeLine(line, INITIAL).tokens;
  return found
    .map((token) => [line.slice(token.startIndex, token.endIndex), token.scopes.at(-1)])
    .filter(([, name]) => name.endsWith(".viewfmt") && !name.startsWith("meta."))
    .map(([text, name]) => `${text} ${name.split(".")[0]}.${name.split(".")[2]}`);
}

const header = ["< keyword.viewfmt", "2 constant.viewfmt", "s storage.viewfmt", "I storage.viewfmt", "4 constant.viewfmt", "x comment.viewfmt"];
const kinds = (list) => list.map((token) => token.replace(/ (\w+)\..*/, " $1"));
const expected = kinds(header);

test("formats in calls of Python", async () => {
  for (const line of ['a = struct.unpack("<2sI4x", data)', "h = struct.Struct('<2sI4x')", 'n = calcsize(b"<2sI4x")']) {
    assert.deepEqual(kinds(await tokens("python", line)), expected, line);
  }
});

test("other strings of Python are left alone", async () => {
  for (const line of ['print("<2sI4x")', '# struct.unpack("<2sI4x")', '"struct.unpack(" "<2sI4x"', 'struct.unpack("""<2sI', "re.unpack_all('I')"]) {
    assert.deepEqual(await tokens("python", line), [], line);
  }
});

test("formats in Rust, names and shapes", async () => {
  assert.deepEqual(kinds(await tokens("rust", 'struct Header = "<H:id: T{(3,4)f:m:}";')), [
    "< keyword", "H storage", ": punctuation", "id variable", ": punctuation", "T{ keyword", "( punctuation", "3,4 constant", ") punctuation",
    "f storage", ": punctuation", "m variable", ": punctuation", "} keyword",
  ]);
  for (const line of ['#[view(format = "<2sI4x")]', 'View::new(&b).cast("<2sI4x")?', 'Layout::parse("<2sI4x")']) {
    assert.deepEqual(kinds(await tokens("rust", line)), expected, line);
  }
  for (const line of ['println!("<2sI4x")', '// Layout::parse("<2sI4x")', '#[serde(format = "<2sI4x")]']) {
    assert.deepEqual(await tokens("rust", line), [], line);
  }
});

test("an unclosed format ends with its line", async () => {
  assert.deepEqual(kinds(await tokens("python", 'a = struct.unpack("<H')), ["< keyword", "H storage"]);
});
