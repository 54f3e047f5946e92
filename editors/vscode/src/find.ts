// Where the program `viewfmt` is. Nothing here knows the editor.

import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";

export interface Surroundings {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  home: string;
}

const here = (): Surroundings => ({ env: process.env, platform: process.platform, home: homedir() });

/** `~` and `${workspaceFolder}` in a path that a user has written. */
export function expand(path: string, workspace: string | undefined, around: Surroundings = here()): string {
  const home = path === "~" || path.startsWith("~/") || path.startsWith("~\\") ? around.home + path.slice(1) : path;
  return workspace === undefined ? home : home.replaceAll("${workspaceFolder}", workspace);
}

/** The program, or undefined where there is none: at the given path, else in `PATH`, else where cargo puts it. */
export async function findProgram(
  given: string | null | undefined,
  workspace: string | undefined,
  around: Surroundings = here(),
): Promise<string | undefined> {
  const name = around.platform === "win32" ? "viewfmt.exe" : "viewfmt";
  if (given) {
    const path = expand(given, workspace, around);
    const absolute = isAbsolute(path) || workspace === undefined ? path : join(workspace, path);
    return (await isProgram(absolute, around)) ? absolute : undefined;
  }
  const cargo = around.env.CARGO_HOME ?? join(around.home, ".cargo");
  const folders = [...(around.env.PATH ?? "").split(delimiter), join(cargo, "bin")];
  for (const folder of folders.filter((folder) => folder !== "")) {
    const path = join(folder, name);
    if (await isProgram(path, around)) {
      return path;
    }
  }
  return undefined;
}

async function isProgram(path: string, around: Surroundings): Promise<boolean> {
  try {
    await access(path, around.platform === "win32" ? constants.F_OK : constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** What stands between the quotes of a literal, without its prefix; the text itself where it is no literal. */
export function withoutQuotes(text: string): string {
  const found = /^\s*(?:[rRbBuUfF]{0,2}|c)(r?)(#*)("""|'''|"|')([\s\S]*)\3\2\s*$/.exec(text);
  return found?.[4] ?? text.trim();
}
