// The client of the language server `viewfmt lsp`.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import {
  commands,
  type ExtensionContext,
  type OutputChannel,
  ViewColumn,
  window,
  workspace,
  type WorkspaceConfiguration,
} from "vscode";
import { LanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient/node";

import { findProgram, withoutQuotes } from "./find";

const run = promisify(execFile);
const languages = ["python", "rust"];

let client: LanguageClient | undefined;
let log: OutputChannel | undefined;
/** Starts and stops come one after the other, however fast they are asked for. */
let last: Promise<void> = Promise.resolve();

export async function activate(context: ExtensionContext): Promise<void> {
  log = window.createOutputChannel("viewfmt");
  context.subscriptions.push(
    log,
    commands.registerCommand("viewfmt.restart", () => inOrder(restart)),
    commands.registerCommand("viewfmt.showLog", () => log?.show()),
    commands.registerCommand("viewfmt.explain", () => explain()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("viewfmt.path")) {
        void inOrder(restart);
      }
    }),
  );
  await inOrder(start);
}

export async function deactivate(): Promise<void> {
  await inOrder(stop);
}

function inOrder(step: () => Promise<void>): Promise<void> {
  last = last.then(step, step);
  return last;
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose();
}

async function program(): Promise<string | undefined> {
  const given = settings().get<string | null>("path");
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  const found = await findProgram(given, folder);
  if (found === undefined) {
    const missing = given
      ? `There is no program at ${given}, which the setting viewfmt.path names.`
      : "The program viewfmt is not installed: `cargo install view-lsp` puts it where it is found.";
    log?.appendLine(missing);
    void window.showErrorMessage(missing, "Open the Setting").then((chosen) => {
      if (chosen !== undefined) {
        void commands.executeCommand("workbench.action.openSettings", "viewfmt.path");
      }
    });
  }
  return found;
}

async function start(): Promise<void> {
  const command = await program();
  if (command === undefined || log === undefined) {
    return;
  }
  const options: LanguageClientOptions = {
    documentSelector: [
      ...languages.flatMap((language) => [
        { scheme: "file", language },
        { scheme: "untitled", language },
      ]),
      // Mistakes in the settings of a project are shown where they stand.
      { scheme: "file", pattern: "**/{viewfmt,.viewfmt,pyproject,Cargo}.toml" },
    ],
    synchronize: { configurationSection: "viewfmt" },
    initializationOptions: plain(settings()),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
  client = new LanguageClient("viewfmt", "viewfmt", { command, args: ["lsp"] }, options);
  try {
    await client.start();
  } catch (error) {
    log.appendLine(`${command} lsp does not start: ${String(error)}`);
    void window.showErrorMessage(`viewfmt does not start; its log says why.`, "Show the Log").then((chosen) => {
      if (chosen !== undefined) {
        log?.show();
      }
    });
  }
}

function settings(): WorkspaceConfiguration {
  return workspace.getConfiguration("viewfmt");
}

/** The settings that the server reads. */
function plain(from: WorkspaceConfiguration): object {
  const { diagnostics, inlayHints, semanticTokens } = from;
  return { diagnostics, inlayHints, semanticTokens };
}

/** Draws the layout of the selected format, or of one that is typed, in a panel. */
async function explain(): Promise<void> {
  const editor = window.activeTextEditor;
  const selected = editor === undefined ? "" : withoutQuotes(editor.document.getText(editor.selection));
  const format =
    selected !== ""
      ? selected
      : await window.showInputBox({ prompt: "A format", placeHolder: "<2s:signature: I:size:" });
  const command = format === undefined ? undefined : await program();
  if (format === undefined || command === undefined) {
    return;
  }
  try {
    // Behind `--` nothing is taken for an option.
    const { stdout } = await run(command, ["explain", "--svg", "--color", "never", "--", format]);
    const panel = window.createWebviewPanel("viewfmt", `Layout of ${format}`, ViewColumn.Beside, {});
    panel.webview.html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'none'"></head><body><img alt="Layout of a format" src="data:image/svg+xml;base64,${Buffer.from(stdout).toString("base64")}"></body></html>`;
  } catch (error) {
    const stderr = (error as { stderr?: string }).stderr;
    log?.appendLine(stderr ?? String(error));
    void window.showErrorMessage(stderr?.split("\n")[0] ?? String(error));
  }
}
