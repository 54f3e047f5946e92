// The settings of the manifest against the server that reads them, over its protocol.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import test from "node:test";

const require = createRequire(import.meta.url);
const rpc = require("vscode-jsonrpc/node");
const manifest = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
const program = process.env.VIEWFMT ?? new URL("../../../target/debug/viewfmt", import.meta.url).pathname;
const skip = existsSync(program) ? false : `there is no ${program}`;

async function session(initializationOptions, body) {
  const child = spawn(program, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
  const said = [];
  let publish;
  const published = new Promise((resolve) => (publish = resolve));
  connection.onNotification("window/logMessage", ({ message }) => said.push(message));
  connection.onNotification("window/showMessage", ({ message }) => said.push(message));
  connection.onNotification("textDocument/publishDiagnostics", (params) => publish(params));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => initializationOptions));
  connection.listen();
  try {
    await talk();
  } finally {
    child.kill();
    connection.dispose();
  }

  async function talk() {
    const { capabilities } = await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      clientInfo: { name: "Visual Studio Code" },
      capabilities: {},
      initializationOptions,
    });
    await connection.sendNotification("initialized", {});
    await body({ connection, capabilities, said, published });
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    assert.equal(await ended, 0);
  }
}

const nested = (path, value) => path.split(".").reverse().reduce((inner, key) => ({ [key]: inner }), value);
const flags = Object.entries(manifest.contributes.configuration.properties).filter(([, { type }]) => type === "boolean");

test("the server knows each setting", { skip }, async () => {
  assert.ok(flags.length >= 6);
  for (const [name] of flags) {
    const short = name.replace(/^viewfmt\./, "");
    await session(nested(short, "yes"), async ({ said }) => {
      assert.ok(said.some((message) => message.includes(name)), `${name}: ${said.join("\n")}`);
    });
  }
});

test("with the defaults of the manifest nothing is wrong, and there are no semantic tokens", { skip }, async () => {
  const defaults = {};
  for (const [name, { default: value }] of flags) {
    const [group, key] = name.split(".").slice(1);
    defaults[group] = { ...defaults[group], [key]: value };
  }
  await session(defaults, async ({ said, connection, published, capabilities }) => {
    assert.equal(capabilities.semanticTokensProvider, undefined);
    assert.deepEqual(said.filter((message) => message.includes("true or false")), []);
    const textDocument = { uri: "untitled:a.py", languageId: "python", version: 1, text: "import struct\nstruct.unpack('<2I 3y', b'')\n" };
    await connection.sendNotification("textDocument/didOpen", { textDocument });
    assert.deepEqual((await published).diagnostics.map(({ code }) => code), ["unknown-code"]);
  });
});
