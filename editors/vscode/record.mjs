// Opens the packaged extension in a real window, in code-server and Chromium, checks what is to be seen, and takes pictures.
//
//   npm run package
//   CODE_SERVER=.../node_modules/code-server CHROMIUM=/usr/bin/chromium VIEWFMT=.../viewfmt node record.mjs OUT
//
// with puppeteer-core installed where Node finds it (NODE_PATH). Not part of the tests: both programs are large.
import assert from "node:assert/strict";
import { spawn, execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const puppeteer = createRequire(join(process.env.NODE_PATH ?? process.cwd(), "here.js"))("puppeteer-core");
const { CODE_SERVER, CHROMIUM, VIEWFMT } = process.env;
assert.ok(CODE_SERVER && CHROMIUM && VIEWFMT, "CODE_SERVER, CHROMIUM and VIEWFMT name the programs");
const out = resolve(process.argv[2] ?? ".");
const port = 18234;

const PYTHON = `import struct

HEADER = struct.Struct("<2sI4xI")


def read(data):
    signature, size, offset = HEADER.unpack(data[:14])
    width, height = struct.unpack("<2iH", data[14:24])
    return struct.pack("<2I 3y", size, offset)
`;
const RUST = `use view_core::view;

view! {
    /// The fixed part of a Windows bitmap.
    #[derive(Debug)]
    pub struct BmpHeader = "<2s:signature: I:file_size: 4u I:data_offset:";
}
`;

const root = await mkdtemp(join(tmpdir(), "viewfmt-window-"));
const project = join(root, "project");
await mkdir(project, { recursive: true });
await writeFile(join(project, "bmp.py"), PYTHON);
await writeFile(join(project, "bmp.rs"), RUST);
const settings = {
  "viewfmt.path": VIEWFMT,
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Light Modern",
  "editor.fontSize": 15,
  "editor.minimap.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
};
await mkdir(join(root, "data/User"), { recursive: true });
await writeFile(join(root, "data/User/settings.json"), JSON.stringify(settings));
const folders = ["--user-data-dir", join(root, "data"), "--extensions-dir", join(root, "extensions"), "--config", join(root, "none.yaml")];
await writeFile(join(root, "none.yaml"), "");
const entry = join(CODE_SERVER, "out/node/entry.js");
await promisify(execFile)(process.execPath, [entry, ...folders, "--install-extension", resolve("viewfmt.vsix")]);
const server = spawn(process.execPath, [entry, ...folders, "--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check", project], { stdio: "inherit" });
let browser;
try {
  const url = `http://127.0.0.1:${port}/?folder=${encodeURIComponent(project)}`;
  for (let tries = 0; ; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) break;
    assert.ok(tries < 200, "code-server does not answer");
    await pause(200);
  }
  browser = await puppeteer.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--hide-scrollbars"], defaultViewport: { width: 960, height: 480 } });
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await page.waitForSelector(".monaco-workbench", { timeout: 120000 });
  const open = async (name) => {
    await page.waitForSelector(`.explorer-item [aria-label^="${name}"], [role=treeitem][aria-label^="${name}"]`, { timeout: 120000 });
    await (await page.$(`[role=treeitem][aria-label^="${name}"]`)).click({ clickCount: 2 });
    await page.waitForSelector(`.monaco-editor[data-uri$="${name}"]`, { timeout: 60000 });
  };
  const seen = (selector, count) =>
    page.waitForFunction((selector, count) => document.querySelectorAll(selector).length >= count, { timeout: 90000 }, selector, count);
  const text = async (selector) => page.$$eval(selector, (nodes) => nodes.map((node) => node.textContent.replaceAll("\u00a0", " ")));

  await open("bmp.py");
  await seen(".squiggly-error", 2);
  await pause(1500);
  const lines = await text(".view-line");
  console.log("python:", lines.join("\n"));
  assert.ok(lines.some((line) => /14 B/.test(line)), "the hint with the size");
  await page.screenshot({ path: join(out, "vscode-python.png") });
  // The hover over the `I` of the first format: its place among the coloured pieces of the line.
  const at = async (needle, part) => page.evaluate((needle, part) => {
    const line = [...document.querySelectorAll(".view-line")].find((line) => line.textContent.replaceAll("\u00a0", " ").includes(needle));
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = "";
    const place = line.textContent.replaceAll("\u00a0", " ").indexOf(part);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (place < before.length + node.data.length) {
        const range = document.createRange();
        range.setStart(node, place - before.length);
        range.setEnd(node, place - before.length + 1);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      before += node.data;
    }
  }, needle, part);
  const place = await at('"<2sI4xI"', "I4xI");
  await page.mouse.move(place.x, place.y);
  await page.waitForSelector(".monaco-hover:not(.hidden) .hover-contents", { timeout: 30000 });
  await pause(1000);
  const hover = (await text(".monaco-hover:not(.hidden) .hover-contents")).join("\n");
  console.log("hover:", hover);
  assert.ok(hover.includes("unsigned int"), "the meaning of the code");
  await page.screenshot({ path: join(out, "vscode-hover.png") });

  await page.mouse.move(5, 5);
  await open("bmp.rs");
  await seen(".squiggly-error", 1);
  await pause(1500);
  await page.screenshot({ path: join(out, "vscode-rust.png") });
} finally {
  await browser?.close();
  server.kill();
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
}
