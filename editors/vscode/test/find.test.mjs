// Where the program is looked for.
import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import { load } from "./load.mjs";

const { expand, findProgram, withoutQuotes } = await load("find.ts");

async function folders(t) {
  const root = await mkdtemp(join(tmpdir(), "viewfmt-"));
  t.after(() => rm(root, { recursive: true }));
  const program = async (...parts) => {
    const folder = join(root, ...parts);
    await mkdir(folder, { recursive: true });
    const path = join(folder, "viewfmt");
    await writeFile(path, "#!/bin/sh\n");
    await chmod(path, 0o755);
    return path;
  };
  const around = (path) => ({ env: { PATH: path }, platform: "linux", home: join(root, "home") });
  return { root, program, around };
}

test("the setting comes first, and is not replaced where it is wrong", async (t) => {
  const { root, program, around } = await folders(t);
  const own = await program("own");
  await program("path");
  const found = (given, workspace) => findProgram(given, workspace, around(join(root, "path")));
  assert.equal(await found(own), own);
  assert.equal(await found(join(root, "missing")), undefined);
  assert.equal(await found(root), undefined, "a directory is no program");
  assert.equal(await found("${workspaceFolder}/own/viewfmt", root), own);
  assert.equal(await found("own/viewfmt", root), own);
});

test("then PATH, then where cargo puts it", async (t) => {
  const { root, program, around } = await folders(t);
  const cargo = await program("home", ".cargo", "bin");
  assert.equal(await findProgram(null, undefined, around("")), cargo);
  const second = await program("second");
  assert.equal(await findProgram("", undefined, around(`${join(root, "first")}:${join(root, "second")}`)), second);
  await mkdir(join(root, "first"));
  await writeFile(join(root, "first", "viewfmt"), "no program");
  assert.equal(await findProgram(undefined, undefined, around(`${join(root, "first")}:${join(root, "second")}`)), second);
});

test("home and workspace in paths", () => {
  const around = { env: {}, platform: "linux", home: "/home/me" };
  assert.equal(expand("~/bin/viewfmt", undefined, around), "/home/me/bin/viewfmt");
  assert.equal(expand("~other/viewfmt", undefined, around), "~other/viewfmt");
  assert.equal(expand("${workspaceFolder}/viewfmt", "/w", around), "/w/viewfmt");
});

test("what a selected literal holds", () => {
  for (const [text, inside] of [
    ['"<2sI"', "<2sI"], ["b'<H'", "<H"], ["rb'''<H\nI'''", "<H\nI"], ['r#"<H:a:"#', "<H:a:"], ["<H", "<H"], [" '>i' ", ">i"], ["", ""], ['"', '"'],
  ]) {
    assert.equal(withoutQuotes(text), inside, text);
  }
});
