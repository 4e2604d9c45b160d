import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The client of the pages, ready to be served. */
export interface Bundle {
  js: string;
  css: string;
}

let bundle: Promise<Bundle> | undefined;

/** Bundles `client/` once per process; every later call gets the same promise. */
export function clientBundle(): Promise<Bundle> {
  return (bundle ??= buildClient());
}

async function buildClient(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("client/main.tsx", import.meta.url))],
    bundle: true,
    write: false,
    outdir: "/",
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcemap: "inline",
    logLevel: "error",
  });
  const text = (extension: string) => outputFiles.find((file) => file.path.endsWith(extension))?.text ?? "";
  return { js: text(".js"), css: text(".css") };
}
