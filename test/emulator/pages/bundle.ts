import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The client of the pages, ready to be served. */
interface Bundle {
  js: string;
  css: string;
}

let bundle: Promise<Bundle> | undefined;

/** Bundles `client/` once per process; every later call gets the same promise. */
export function clientBundle(): Promise<Bundle> {
  return (bundle ??= buildClient());
}

async function buildClient(): Promise<Bundle> {
  const client = (file: string) => fileURLToPath(new URL(`client/${file}`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [client("main.tsx"), client("style.css")],
    bundle: true,
    write: false,
    outdir: "/",
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "error",
  });
  const text = (extension: string) => outputFiles.find((file) => file.path.endsWith(extension))?.text ?? "";
  return { js: text(".js"), css: text(".css") };
}
