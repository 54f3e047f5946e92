// The extension as one file, with all that it needs but the editor itself.
import { copyFile } from "node:fs/promises";

import { build } from "esbuild";

await build({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node18",
  external: ["vscode"],
  minify: true,
  sourcemap: false,
  logLevel: "warning",
});

// The licences stand at the root of the repository.
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) {
  await copyFile(new URL(`../../${name}`, import.meta.url), new URL(`dist/${name}`, import.meta.url));
}
