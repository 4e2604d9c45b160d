import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "../../scripts/root";
import { encryptedBytes, lockedBytes, newKey, someBytes } from "../archive/encryption/encrypted";
import { sharedBrowser } from "../browser/chromium";
import { expectAccessible } from "./accessibility";

const PAGE = path.join(root, "dist", "headless", "decrypt.html");
const plain = someBytes(3 * 1024 * 1024 + 7);
const sha256 = createHash("sha256").update(plain).digest("hex");

let folder: string;
let context: BrowserContext;
let page: Page;
let asked: string[];

async function open(locale: string): Promise<void> {
  context = await (await sharedBrowser()).newContext({ locale, acceptDownloads: true, offline: true });
  page = await context.newPage();
  asked = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => asked.push(message.text()));
  await page.goto(pathToFileURL(PAGE).href);
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "decrypt-page-"));
});
afterEach(async () => {
  await context.close();
  await rm(folder, { recursive: true });
});

const put = async (name: string, content: Uint8Array | string) => {
  await writeFile(path.join(folder, name), content);
  return path.join(folder, name);
};
const says = (pattern: RegExp) => page.getByRole("status").filter({ hasText: pattern }).waitFor();

it("opens an archive from the disk with a key file, and asks nobody for anything", async () => {
  const { identity, recipient } = await newKey();
  const { bytes } = await encryptedBytes(plain, { recipients: [recipient] });
  await open("ja-JP");
  await page.getByLabel("暗号化されたファイル").setInputFiles(await put("b.zip.age", bytes));
  await page.getByRole("button", { name: "b.zip.ageを復号して保存" }).click();
  await says(/秘密鍵のファイルを選択するか/);
  await page.getByLabel("秘密鍵のファイル").setInputFiles(await put("key.txt", `# mine\n${identity}\n`));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "b.zip.ageを復号して保存" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("b.zip");
  expect((await readFile(await download.path())).equals(plain)).toBe(true);
  await says(new RegExp(sha256));
  expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("blob:"))).toEqual([]);
  await expectAccessible(page, "main");
});

it("says what is wrong with a file or a key, and takes a passphrase", async () => {
  const [{ identity }, { recipient }] = [await newKey(), await newKey()];
  const { bytes } = await encryptedBytes(plain.subarray(0, 99), { recipients: [recipient] });
  await open("en-US");
  await page
    .getByLabel("Encrypted files")
    .setInputFiles([
      await put("other.zip.age", bytes),
      await put("none.zip", "PK"),
      await put("locked.zip.age", await lockedBytes(plain.subarray(0, 9), "right words")),
    ]);
  const press = (name: string) => page.getByRole("button", { name: `Decrypt and save ${name}` }).click();
  const typed = page.getByLabel("Or enter the secret key");
  await typed.fill(identity);
  await press("other.zip.age");
  await says(/other.zip.age was encrypted for other keys/);
  await press("none.zip");
  await says(/none.zip is no file/);
  await typed.fill("wrong words");
  await press("locked.zip.age");
  await says(/locked.zip.age was encrypted with another passphrase/);
  await typed.fill("right words");
  const [download] = await Promise.all([page.waitForEvent("download"), press("locked.zip.age")]);
  expect((await readFile(await download.path())).equals(plain.subarray(0, 9))).toBe(true);
});

it("a large file goes where somebody chooses, as it comes", async () => {
  const { identity, recipient } = await newKey();
  const large = new Uint8Array(65 * 1024 ** 2);
  const { bytes } = await encryptedBytes(large, { recipients: [recipient] });
  await open("en-US");
  await page.evaluate(() => {
    const written: number[] = [];
    Object.assign(window, {
      written,
      showSaveFilePicker: async () => ({
        createWritable: async () => ({
          write: async ({ length }: Uint8Array) => void written.push(length),
          close: async () => void written.push(-1),
          abort: async () => undefined,
        }),
      }),
    });
  });
  await page.getByLabel("Encrypted files").setInputFiles(await put("large.zip.age", bytes));
  await page.getByLabel("Or enter the secret key").fill(identity);
  await page.getByRole("button", { name: "Decrypt and save" }).click();
  await says(/large.zip was decrypted/);
  const written = await page.evaluate(() => (window as unknown as { written: number[] }).written);
  expect(written.at(-1)).toBe(-1);
  expect(Math.max(...written)).toBe(1024 ** 2);
  expect(written.slice(0, -1).reduce((sum, size) => sum + size, 0)).toBe(large.length);
});

it("is in the command, which lays it beside the archives", async () => {
  await open("en-US");
  const command = await readFile(path.join(root, "dist", "headless", "kintone-backup.cjs"), "utf8");
  expect(command).toContain(JSON.stringify(await readFile(PAGE, "utf8")));
});
