import { spawnSync } from "node:child_process";
import { copyFile, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PEOPLE } from "../../scripts/local-kintone";
import { root } from "../../scripts/root";
import { archiveDigest } from "../../src/archive/manifest/archive-digest";
import { archiveOf, sha256 } from "../archive/archive-fixture";
import { entry, targetFacts } from "../archive/volume-fixture";
import { APP_IDS } from "../emulator/sample/app";
import { expectAccessible } from "./accessibility";
import { lastRun } from "./history";
import { type Stage, closeDialog, photograph, runToItsEnd, setStage } from "./stage";

interface KeptRun {
  recordId: string;
  runId: string;
  digest: string;
  /** Paths of its zip files. */
  files: string[];
}

let stage: Stage;
let folder: string;
let page: Page;
/** Two runs of the plugin, and one whose archive has three volumes. */
let first: KeptRun;
let second: KeptRun;
let large: KeptRun;
/** One that was not allowed to read the permissions of the app, and was refused its charts for another reason. */
let incomplete: KeptRun;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-verify-"));
  stage = await setStage();
  await stage.setTargets([{ appId: APP_IDS.customers, appName: "顧客" }]);
  const list = await stage.openList("sato");
  first = await keepRun(list);
  await closeDialog(list);
  second = await keepRun(list);
  await closeDialog(list);
  incomplete = await keepIncompleteRun(list);
  await list.context().close();
  large = await keepLargeRun();
});
afterEach(() => page?.context().close());
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

async function keepRun(list: Page): Promise<KeptRun> {
  const [download] = await runToItsEnd(list);
  const run = await lastRun(stage);
  const file = path.join(folder, download!.suggestedFilename());
  await copyFile((await download!.path())!, file);
  const [runId, digest] = [run.field("run_id"), run.field("run_archive_digest")];
  return { recordId: run.recordId, runId, digest, files: [file] };
}

async function keepIncompleteRun(list: Page): Promise<KeptRun> {
  const { faults } = stage.emulator.domain;
  const refuse = (endpoint: string, status: number, code: string) =>
    faults.add({
      when: { method: "GET", path: endpoint },
      do: {
        ...{ kind: "answer", status, contentType: "application/json" },
        body: JSON.stringify({ code, id: "1", message: "…" }),
      },
    });
  refuse("app/acl.json", 403, "CB_NO02");
  refuse("app/reports.json", 400, "GAIA_SOMETHING_NEW");
  try {
    return await keepRun(list);
  } finally {
    faults.clear();
  }
}

async function keepLargeRun(): Promise<KeptRun> {
  const contents = [
    [entry("12/records.jsonl", '{"$id":1}\n{"$id":2}\n', "records"), entry("12/comments.jsonl", "", "comments")],
    [entry("12/attachments/図-1/図面.png", "1")],
    [entry("12/settings/app.json", "{}\n", "settings")],
  ];
  const made = await archiveOf(contents, [targetFacts()]);
  const files = made.map(({ name }) => path.join(folder, name));
  await Promise.all(made.map(({ bytes }, at) => writeFile(files[at]!, bytes)));
  const volumes = made.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) }));
  const rows = volumes.map((volume) => ({
    value: {
      volume_name: { value: volume.name },
      volume_size: { value: String(volume.size) },
      volume_sha256: { value: volume.sha256 },
    },
  }));
  const [runId, digest] = [made[0]!.manifest.runId, archiveDigest(volumes)];
  const recordId = await addRun({ run_id: runId, run_archive_digest: digest, run_volumes: rows });
  return { recordId, runId, digest, files };
}

async function addRun(values: Record<string, unknown>): Promise<string> {
  const fields = { record_type: "run", run_trigger: "button", target_enabled: [], run_status: "success", ...values };
  const record = Object.fromEntries(Object.entries(fields).map(([code, value]) => [code, { value }]));
  return (await stage.witness.record.addRecord({ app: stage.appId, record })).id;
}

/** The auditor opens the record and unfolds the section. */
async function openRecord(recordId: string): Promise<Locator> {
  page = await stage.openList(PEOPLE.auditor);
  await page.goto(`${stage.emulator.url}/k/${stage.appId}/show#record=${recordId}`);
  const section = page.locator("#kbm-verify");
  await section.locator("summary").click();
  return section;
}

/** Chooses the files and waits for the verdict: its words, and the answers to the five questions. */
async function check(section: Locator, files: string[]): Promise<{ verdict: string; answers: string; text: string }> {
  await section.locator("input[type=file]").setInputFiles(files);
  return verdictOf(section);
}

async function verdictOf(section: Locator): Promise<{ verdict: string; answers: string; text: string }> {
  const notice = section.locator(".kbm-notice").first();
  await notice.waitFor();
  const answers = await notice.locator(".kbm-status").allInnerTexts();
  return {
    verdict: await notice.locator("p").first().innerText(),
    answers: answers.join(" "),
    text: await section.innerText(),
  };
}

/** A wide and a narrow picture, for people to look at. */
async function photographed(name: string): Promise<void> {
  await photograph(page, name);
  await page.setViewportSize({ width: 480, height: 900 });
  await photograph(page, `${name}-narrow`);
}

async function flipped(file: string): Promise<string> {
  const bytes = await readFile(file);
  const at = bytes.length >> 1;
  bytes[at] = bytes[at]! ^ 1;
  const copy = path.join(await mkdtemp(path.join(folder, "flipped-")), path.basename(file));
  await writeFile(copy, bytes);
  return copy;
}

async function renamed(file: string): Promise<string> {
  const copy = file.replace(/\.zip$/, " (1).zip");
  await copyFile(file, copy);
  return copy;
}

function command(...args: string[]): { code: number | null; out: string; err: string } {
  const program = path.join(root, "dist", "headless", "kintone-backup.cjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "verify", ...args, "--lang", "ja"], {
    encoding: "utf8",
    // No log-in, and nobody to ask for one.
    env: {},
  });
  return { code: status, out: stdout, err: stderr };
}

describe("on the record of a run, an auditor", () => {
  it("is told that the downloaded zip is the one of the history, complete and unchanged", async () => {
    const section = await openRecord(first.recordId);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
    const { verdict, answers, text } = await check(section, first.files);
    await section.getByText("保存を確認したことを実行履歴に記録しました。").waitFor();
    // Nothing but the Worker's script, and that the files are saved: they stay here.
    const told = sent.filter((request) => !/^GET .*(\/js\/|blob:|download|\.js)/.test(request));
    expect(told.filter((request) => !/\/k\/v1\/records\.json/.test(request))).toEqual([]);
    expect(verdict).toBe("すべてそろっていて、実行時のまま変更されていません。");
    expect(answers).toBe("はい はい はい はい はい");
    expect(text).toContain(first.runId);
    expect(text).toContain(first.digest);
    await expectAccessible(page, "#kbm-verify");
    await photographed("verify-sound");
  });

  it("is told what restoring it would meet, when the rehearsal is asked for", async () => {
    const section = await openRecord(first.recordId);
    await check(section, [...second.files, ...first.files]);
    await section.getByRole("button", { name: "復元を机上で確認" }).click();
    await section.getByText("問題は見つかりませんでした。アーカイブのフォームのままなら").waitFor();
    const app = section.getByRole("heading", { name: /顧客/ });
    expect(await app.locator("xpath=..").innerText()).toMatch(/レコード320件、添付ファイル\d+件を確認しました/);
    await expectAccessible(page, "#kbm-verify");
    await photographed("verify-rehearsed");
  });

  it("is told what the run could not read, although the zip is as it was made", async () => {
    const { verdict, answers, text } = await check(await openRecord(incomplete.recordId), incomplete.files);
    expect(verdict).toMatch(
      /^zipファイルはすべてそろっていて.*ただし、この実行でバックアップできなかったものがあります。$/,
    );
    expect(answers).toBe("はい はい はい はい いいえ");
    expect(text).toMatch(
      /不足しているもの[^]*アプリのアクセス権（\d+\/settings\/app\/acl.json）[^]*レコードの変更履歴: /,
    );
    await expectAccessible(page, "#kbm-verify");
    await photographed("verify-incomplete");
  });

  it("can drop the files instead, and a page without Workers does the same", async () => {
    const section = await openRecord(first.recordId);
    await page.route("**/k/*/show*", async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-security-policy": "worker-src 'none'" };
      await route.fulfill({ response, headers });
    });
    await page.reload();
    let workers = 0;
    page.on("worker", () => (workers += 1));
    await section.locator("summary").click();
    const content = (await readFile(first.files[0]!)).toString("base64");
    const transfer = await page.evaluateHandle(
      ([base64, name]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(base64!), (sign) => sign.charCodeAt(0))], name!));
        return data;
      },
      [content, path.basename(first.files[0]!)],
    );
    await section.locator(".kbm-drop").dispatchEvent("drop", { dataTransfer: transfer });
    expect((await verdictOf(section)).verdict).toMatch(/実行時のまま/);
    expect(workers).toBe(0);
  });

  it("is told which file of a zip was changed by one bit", async () => {
    const section = await openRecord(first.recordId);
    const { verdict, answers, text } = await check(section, [await flipped(first.files[0]!)]);
    expect(verdict).toMatch(/^変更または破損/);
    expect(answers).toBe("はい はい いいえ いいえ いいえ");
    expect(text).toMatch(/変更あり/);
    expect(text).toMatch(/見つかった問題（\d+件）[^]*「kintone-backup_[^]*壊れて/);
    await expectAccessible(page, "#kbm-verify");
    await photographed("verify-damaged");
  });

  it("is told when a zip is of another run, and of which", async () => {
    const section = await openRecord(first.recordId);
    const { verdict, text } = await check(section, second.files);
    expect(verdict).toBe("選択されたファイルに、この実行のものはありません。");
    expect(text).toContain(`実行ID ${second.runId} のファイルです。`);
    expect(text).not.toContain("見つかった問題");
    await photographed("verify-foreign");
    await expectAccessible(page, "#kbm-verify");
    const both = await check(await reopened(first.recordId), [...second.files, ...first.files]);
    expect(both.verdict).toMatch(/余分なファイル/);
    expect(both.answers).toBe("いいえ はい はい はい はい");
  });

  it("is told which of several zips is missing, and that a new name is harmless", async () => {
    const [one, two, three] = large.files as [string, string, string];
    const section = await openRecord(large.recordId);
    const all = await check(section, [three, await renamed(one), two]);
    expect(all.verdict).toMatch(/実行時のまま/);
    expect(all.text).toMatch(/ファイル名は「.* \(1\)\.zip」ですが、中身は同じ/);
    expect(all.text).not.toContain("見つかった問題");

    const some = await check(await reopened(large.recordId), [one, three]);
    expect(some.verdict).toMatch(/すべてはそろっていません/);
    expect(some.answers).toBe("はい いいえ はい はい いいえ");
    expect(some.text).toContain(`${path.basename(two)}: 選択されていません`);
    await expectAccessible(page, "#kbm-verify");
    await photographed("verify-missing");
  });

  it("can stop a check while the page stays alive", async () => {
    const huge = path.join(folder, path.basename(first.files[0]!).replace(".zip", " (2).zip"));
    const handle = await open(huge, "w");
    await handle.truncate(3 * 1024 ** 3);
    await handle.close();
    const section = await openRecord(first.recordId);
    await section.locator("input[type=file]").setInputFiles(huge);
    await expect.poll(() => section.locator("progress").getAttribute("value")).not.toBe("0");
    const frames =
      "new Promise((done) => { let n = 0; const tick = () => (++n === 10 ? done(n) : requestAnimationFrame(tick)); tick(); })";
    expect(await page.evaluate(frames)).toBe(10);
    await photograph(page, "verify-progress");
    await expectAccessible(page, "#kbm-verify");
    await section.getByRole("button", { name: "キャンセル" }).click();
    await section.getByText("確認を中止しました。").waitFor();
    // The browser tells a moment later that the worker is gone.
    await expect.poll(() => page.workers().length).toBe(0);
    expect((await check(section, first.files)).verdict).toMatch(/実行時のまま/);
  });

  it("is told that a run without volumes has no archive, and of a history that contradicts itself", async () => {
    const section = await openRecord(await addRun({ run_id: "without", run_status: "failed" }));
    // What is folded out may still be on its way: it is in the plugin's second file.
    await section.getByText("この実行にはzipファイルがありません。").waitFor();
    await expectAccessible(page, "#kbm-verify");
    await page.context().close();
    await stage.witness.record.updateRecord({
      app: stage.appId,
      id: second.recordId,
      record: { run_archive_digest: { value: first.digest } },
    });
    const altered = await check(await openRecord(second.recordId), second.files);
    expect(altered.verdict).toMatch(/一覧とアーカイブのダイジェストが一致しません/);
  });
});

async function reopened(recordId: string): Promise<Locator> {
  await page.context().close();
  return openRecord(recordId);
}

describe("the command, on the same files,", () => {
  it("ends with 0 for a sound archive and prints what the history has", async () => {
    for (const run of [first, large]) {
      const { code, out } = command(...run.files);
      expect(out).toContain(run.runId);
      expect(out).toContain(run.digest);
      for (const file of run.files) expect(out).toContain(sha256(await readFile(file)));
      expect(code).toBe(0);
    }
  });

  it("ends with 1 for a sound archive of an incomplete run, and says what the manifest says", () => {
    const { code, out } = command(...incomplete.files);
    expect(out).toContain("ただし、この実行でバックアップできなかったものがあります。");
    expect(out).toMatch(/\/settings\/app\/acl\.json[^]*\/settings\/app\/reports\.json[^]*レコードの変更履歴: /);
    expect(out).not.toContain("問題は見つかりませんでした");
    expect(code).toBe(1);
  });

  it("ends with 1 for a damaged, a foreign and a missing volume, and says which", async () => {
    const damaged = command(await flipped(first.files[0]!));
    expect([damaged.code, damaged.out]).toEqual([1, expect.stringMatching(/ENTRY_DAMAGED|DIGEST_MISMATCH/)]);
    const foreign = command(...large.files, ...first.files);
    expect([foreign.code, foreign.out]).toEqual([1, expect.stringContaining("別の実行のzipファイル")]);
    const [one, two, three] = large.files as [string, string, string];
    const missing = command(one, three);
    expect([missing.code, missing.out]).toEqual([1, expect.stringContaining(`「${path.basename(two)}」がありません`)]);
  });

  it("ends with 2 when there is no such file", () => {
    const { code, err } = command(first.files[0]!, path.join(folder, "nowhere.zip"));
    expect([code, err]).toEqual([2, expect.stringContaining("nowhere.zip (ENOENT)")]);
    expect(command(folder)).toMatchObject({ code: 2 });
    expect(command().code).toBe(2);
  });
});
