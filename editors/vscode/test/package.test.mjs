// What is shipped, and what the lockfile says.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { promisify } from "node:util";

const folder = new URL("..", import.meta.url).pathname;

test("the lockfile names no registry but npm's own", async () => {
  const lock = JSON.parse(await readFile(`${folder}package-lock.json`, "utf8"));
  for (const [name, { resolved }] of Object.entries(lock.packages)) {
    assert.ok(resolved === undefined || resolved.startsWith("https://registry.npmjs.org/"), `${name}: ${resolved}`);
  }
});

test("what is shipped is what runs", async () => {
  const { stdout } = await promisify(execFile)("npx", ["--no-install", "vsce", "ls", "--no-dependencies"], { cwd: folder });
  const files = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("npm ")).sort();
  assert.deepEqual(files, [
    "CHANGELOG.md", "README.md", "dist/LICENSE-APACHE", "dist/LICENSE-MIT", "dist/extension.js", "package.json",
    "syntaxes/python.tmLanguage.json", "syntaxes/rust.tmLanguage.json",
  ]);
});

test("each command of the manifest is registered, and each setting is read", async () => {
  const manifest = JSON.parse(await readFile(`${folder}package.json`, "utf8"));
  const source = await readFile(`${folder}src/extension.ts`, "utf8");
  for (const { command } of manifest.contributes.commands) {
    assert.ok(source.includes(`"${command}"`), command);
  }
});
