import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readKeyFile } from "../../../src/archive/encryption/keys";
import { decrypted, encryptedBytes, newKey, opening, someBytes } from "./encrypted";

const run = promisify(execFile);
const isThere = spawnSync("age", ["--version"]).status === 0;

/** The program that defines the format (Debian's package `age`): archives must be opened by something that is not ours. */
describe.skipIf(!isThere)(
  `age itself${isThere ? "" : ": skipped, as there is no program called age (apt-get install age)"}`,
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), "kbm-age-"));
    });
    afterAll(() => rm(folder, { recursive: true }));

    const within = (name: string) => path.join(folder, name);

    test.each([0, 65_536, 200_001])("opens what we encrypted with either key: %i bytes", async (size) => {
      const keys = [await newKey(), await newKey()];
      const plain = someBytes(size);
      const { bytes } = await encryptedBytes(plain, { recipients: keys.map(({ recipient }) => recipient) });
      await writeFile(within("ours.age"), bytes);
      for (const { identity } of keys) {
        await writeFile(within("key.txt"), `${identity}\n`);
        const age = ["--decrypt", "-i", within("key.txt"), within("ours.age")];
        const { stdout } = await run("age", age, { encoding: "buffer" });
        expect(stdout.equals(plain)).toBe(true);
      }
    });

    test.each([0, 65_536, 200_001])("encrypts what we open, with the keys that it makes: %i bytes", async (size) => {
      await rm(within("made.txt"), { force: true });
      const { stderr } = await run("age-keygen", ["-o", within("made.txt")]);
      const [recipient = ""] = /age1[0-9a-z]+/.exec(stderr) ?? [];
      const plain = someBytes(size);
      await writeFile(within("plain"), plain);
      await run("age", ["-r", recipient, "-o", within("theirs.age"), within("plain")]);
      const identities = readKeyFile(await readFile(within("made.txt"), "utf8")) ?? [];
      const opened = await decrypted(await readFile(within("theirs.age")), opening(...identities));
      expect(Buffer.from(opened).equals(plain)).toBe(true);
    });
  },
);
