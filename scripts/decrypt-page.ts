/** Puts the page that opens encrypted archives together: one file without a way to any network, which the command carries with it. */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { DECRYPT_PAGE_PLACEHOLDER } from "../src/entries/command/encrypted/decrypt-page";
import { root } from "./root";

const STYLE = `
body { margin: 0; background: #ffffff; color: #1f2a33; font: 16px/1.6 sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 24px; }
label { display: block; margin-top: 16px; font-weight: bold; }
input { display: block; box-sizing: border-box; width: 100%; margin-top: 4px; font: inherit; }
ul { padding: 0; list-style: none; }
li { margin: 8px 0; }
button { padding: 8px 16px; border: 0; background: #1d6fa5; color: #ffffff; font: inherit; cursor: pointer; overflow-wrap: anywhere; }
button:disabled { background: #eef1f2; color: #6d747a; cursor: not-allowed; }
[role="status"] { overflow-wrap: anywhere; }
`;

const digest = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing may be loaded, sent or opened: only this script and this style. */
function page(script: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(STYLE)}`,
    ...["base-uri 'none'", "form-action 'none'"],
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>decrypt</title>
<style>${STYLE}</style>
</head>
<body><script>${script}</script></body>
</html>
`;
}

/** Writes `dist/headless/decrypt.html`, and puts it into the command beside it. */
export async function makeDecryptPage(): Promise<void> {
  const folder = path.join(root, "dist", "headless");
  const script = await readFile(path.join(root, "dist", "decrypt", "decrypt-page.js"), "utf8");
  // Within a page, this would end the script; in one it can only be in a text or a pattern.
  const html = page(script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--"));
  await writeFile(path.join(folder, "decrypt.html"), html);
  const command = path.join(folder, "kintone-backup.cjs");
  const parts = (await readFile(command, "utf8")).split(JSON.stringify(DECRYPT_PAGE_PLACEHOLDER));
  if (parts.length !== 2) throw new Error("The command has no place, or several, for the page that decrypts");
  await writeFile(command, parts.join(JSON.stringify(html)));
  console.log(`dist/headless/decrypt.html: ${(html.length / 1024).toFixed(0)} KiB`);
}
