import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { archiveDigest } from "../../src/archive/manifest/archive-digest";
import { manifestInput } from "../../src/archive/manifest/manifest-entry";
import { sha256 } from "../archive/archive-fixture";
import { entry, manifestOf, targetFacts } from "../archive/volume-fixture";
import { type RawEntry, rawZip } from "../archive/zip/hostile-zips";
import type { Effect } from "../emulator/faults/faults";
import { usualRights } from "../emulator/sample/rights";
import { MARKUP, SHORT, STEERING, type WatchedPage, steeringIn, watched } from "./planted-markup";
import { type Stage, cancelButton, closeButton, dialogOf, photograph, runButton, runToItsEnd, setStage } from "./stage";

const HOSTILE = 61;
const REFUSED = 62;
const NOWHERE = "963";
const PLANTED_FILE = `図面 ${SHORT}${STEERING}.txt`;

let stage: Stage;
let page: Page;
let watch: WatchedPage;

/** Cybozu's error in kintone's form, with a planted message. */
const refusing = (status: number, code: string): Effect => ({
  ...{ kind: "answer", status },
  body: JSON.stringify({ code, id: MARKUP, message: MARKUP + STEERING, errors: { query: { messages: [MARKUP] } } }),
});

beforeAll(async () => {
  // Without any content security policy: nothing but our own care keeps a planted script from running.
  stage = await setStage();
  const { domain } = stage.emulator;
  for (const user of domain.people.users.values()) user.name = `${user.code} ${SHORT}`;
  const text = (code: string, label: string) => ({ type: "SINGLE_LINE_TEXT", code, label });
  const app = domain.addApp({
    ...{ id: HOSTILE, name: `検査 ${MARKUP}${STEERING}`, creator: "admin", acl: usualRights },
    properties: {
      memo: text("memo", `備考 ${SHORT}`),
      my_number: text("my_number", `マイナンバー ${SHORT}`),
      files: { type: "FILE", code: "files", label: `添付 ${SHORT}` },
      family: {
        ...{ type: "SUBTABLE", code: "family", label: `家族 ${SHORT}` },
        fields: { family_number: text("family_number", `個人番号 ${SHORT}`) },
      },
    },
  });
  for (let number = 0; number < 3; number += 1) {
    const bytes = new TextEncoder().encode(MARKUP);
    const fileKey = domain.files.store({ name: PLANTED_FILE, contentType: "text/html", bytes });
    app.addRecord({
      ...{ memo: { value: MARKUP }, my_number: { value: "123456789018" }, files: { value: [{ fileKey }] } },
      family: { value: [{ value: { family_number: { value: MARKUP } } }] },
    });
  }
  domain.addApp({ id: REFUSED, name: `拒否 ${MARKUP}`, creator: "admin", properties: {}, acl: usualRights });
});
afterAll(() => stage?.close());
beforeEach(async () => {
  const { records: runs } = await stage.witness.record.getRecords({
    app: stage.appId,
    query: 'record_type in ("run") limit 100',
  });
  if (runs.length > 0) {
    await stage.witness.record.deleteRecords({ app: stage.appId, ids: runs.map(({ $id }) => String($id?.value)) });
  }
  await stage.setTargets([
    { appId: String(HOSTILE), appName: MARKUP },
    { appId: String(REFUSED), appName: `拒否 ${SHORT}`, query: `memo = "${SHORT}"` },
    { appId: NOWHERE, appName: MARKUP },
  ]);
  const { records } = await stage.witness.record.getRecords({ app: stage.appId, query: `target_app_id = ${HOSTILE}` });
  await stage.witness.record.updateRecord({
    app: stage.appId,
    id: String(records[0]?.$id?.value),
    record: { target_excluded_fields: { value: `無い ${MARKUP}` } },
  });
});
afterEach(async () => {
  stage.emulator.domain.faults.clear();
  await page?.context().close();
});

async function open(user: string, target: string): Promise<void> {
  page = await stage.open(user, "/k/");
  watch = await watched(page, stage.emulator.url);
  await page.goto(`${stage.emulator.url}${target}`);
}

async function openList(): Promise<void> {
  await open("sato", `/k/${stage.appId}/`);
  await runButton(page).waitFor();
}

const fault = (path: string, effect: Effect, method = "GET") =>
  stage.emulator.domain.faults.add({ when: { path, method }, do: effect });

describe("planted texts in the dialog of a run are shown as texts", () => {
  it("while it runs, and when it was cancelled", async () => {
    fault("file.json", { kind: "latency", milliseconds: 60_000 });
    await openList();
    await runButton(page).click();
    const target = dialogOf(page).locator(".kbm-run-target");
    await target.waitFor();
    expect(await target.innerText()).toContain(`<img src="//foreign.invalid/i" onerror="planted()" data-planted>`);
    await watch.expectHarmless("progress");
    await photograph(page, "planted-progress");
    await cancelButton(page).click();
    await closeButton(page).waitFor();
    await watch.expectHarmless("cancelled");
  });

  it("when files, queries and comments were refused with planted messages: partial", async () => {
    fault("file.json", refusing(400, "GAIA_XX99"));
    await openList();
    await runToItsEnd(page);
    const text = await dialogOf(page).innerText();
    for (const shown of [
      `検査 ${MARKUP}`,
      `拒否 ${MARKUP}`,
      `「無い ${MARKUP}`,
      `図面 ${SHORT}`,
      `メッセージ: ${MARKUP}`,
    ])
      expect(text).toContain(shown);
    const sentences = await dialogOf(page).locator("li").allInnerTexts();
    expect(steeringIn(sentences)).toEqual([]);
    expect(sentences.join()).toContain(`図面 ${SHORT}\ufffd`);
    await watch.expectHarmless("partial");
    await photograph(page, "planted-partial");
  });

  it("when everything was refused and the history cannot be written: failed, with the facts to save", async () => {
    fault("app.json", refusing(403, "CB_NO02"));
    fault("records.json", refusing(400, "GAIA_XX98"), "PUT");
    await openList();
    await runToItsEnd(page);
    expect(await dialogOf(page).locator(".kbm-notice").innerText()).toContain(MARKUP);
    await watch.expectHarmless("failed");
    await photograph(page, "planted-failed");
  });

  it("when another run is under way, of somebody with a planted name", async () => {
    const values = { run_lock: "held", run_status: "running", run_operator_name: MARKUP, run_started_exact: MARKUP };
    await addRun(values);
    await openList();
    await runToItsEnd(page);
    expect(await dialogOf(page).innerText()).toContain(MARKUP);
    await watch.expectHarmless("another run");
  });

  it("when the settings cannot be read", async () => {
    await withConfig(PLANTED_CONFIG, async () => {
      await openList();
      await runToItsEnd(page);
      await watch.expectHarmless("unreadable settings");
    });
  });
});

const PLANTED_CONFIG = JSON.stringify({
  ...{ version: 1, filePrefix: MARKUP, timeZone: MARKUP, volumeLimitMiB: MARKUP, requestsAtOnce: MARKUP },
  [MARKUP]: MARKUP,
});

/** As somebody might have stored it with `setConfig` from the console. */
async function withConfig(settings: string, work: () => Promise<void>): Promise<void> {
  const app = stage.emulator.domain.apps.get(Number(stage.appId))!;
  const { plugins } = app.preview;
  const store = (config: Record<string, string>) => {
    app.change({ plugins: plugins.map((plugin) => ({ ...plugin, config })) });
    app.deploy("admin");
  };
  store({ settings });
  try {
    await work();
  } finally {
    store({});
  }
}

async function addRun(values: Record<string, unknown>): Promise<string> {
  const fields = {
    record_type: "run",
    run_trigger: "button",
    target_enabled: [],
    run_status: "partial",
    run_id: SHORT,
    ...values,
  };
  const record = Object.fromEntries(Object.entries(fields).map(([code, value]) => [code, { value }]));
  return (await stage.witness.record.addRecord({ app: stage.appId, record })).id;
}

const row = (values: Record<string, string>) => ({
  value: Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }])),
});

describe("planted texts on the record of a run are shown as texts", () => {
  it("in its fields, and beside the verdict over hostile zips", async () => {
    const zips = await hostileZips();
    const volumes = zips.slice(0, 1).map(({ name, buffer }) => ({ name, size: buffer.length, sha256: sha256(buffer) }));
    const recordId = await addRun({
      ...{ run_message: MARKUP, run_operator_name: MARKUP, run_operator_code: MARKUP, run_destination: MARKUP },
      run_archive_digest: archiveDigest(volumes),
      run_results: [
        row({ result_app_id: "61", result_app_name: MARKUP, result_status: "partial", result_message: MARKUP }),
      ],
      run_volumes: [
        ...volumes.map(({ name, size, sha256: digest }) =>
          row({ volume_name: name, volume_size: String(size), volume_sha256: digest }),
        ),
        row({ volume_name: `${MARKUP}.zip`, volume_size: "1", volume_sha256: MARKUP.slice(0, 64) }),
      ],
    });
    await open("suzuki", `/k/${stage.appId}/show#record=${recordId}`);
    const section = page.locator("#kbm-verify");
    await section.locator("summary").click();
    await watch.expectHarmless("record of a run");
    await section.locator("input[type=file]").setInputFiles(zips);
    await section.locator(".kbm-notice").waitFor();
    const text = await section.innerText();
    // The run id, names of files, paths in a zip and in a manifest, and the run id of a stranger.
    for (const shown of [SHORT, `another ${MARKUP}`, "no-zip", "../evil", "12/missing"]) expect(text).toContain(shown);
    const sentences = await section.locator("li", { hasText: /[(（]ENTRY_/ }).allInnerTexts();
    expect(sentences.join()).toContain(`../evil ${SHORT}\ufffd`);
    expect(steeringIn(sentences)).toEqual([]);
    await watch.expectHarmless("verdict");
    await photograph(page, "planted-verdict");
  });
});

/** One of the run, with hostile entries; one of another run; one that is none. */
async function hostileZips() {
  const facts = [targetFacts({ folder: "12", appName: MARKUP })];
  const manifestOfRun = async (runId: string): Promise<RawEntry> => {
    const listed = [entry("12/records.jsonl", "{}\n", "records"), entry(`12/missing ${SHORT}`, "x")];
    const stream = manifestInput({ ...manifestOf(listed, facts), runId }).open();
    return { path: "manifest.json", content: new Uint8Array(await new Response(await stream).arrayBuffer()) };
  };
  const hostile = rawZip({
    entries: [
      { path: "12/records.jsonl", content: `${MARKUP}\n` },
      { path: `../evil ${SHORT}${STEERING}` },
      { path: "12/surplus", content: MARKUP },
      await manifestOfRun(SHORT),
    ],
  });
  const other = rawZip({ entries: [await manifestOfRun(`another ${MARKUP}`)] });
  const named = (name: string, buffer: Buffer) => ({ name, mimeType: "application/zip", buffer });
  return [
    named(`own ${SHORT}.zip`, hostile),
    named(`foreign ${SHORT}.zip`, other),
    named(`no-zip ${SHORT}.zip`, Buffer.from(MARKUP)),
  ];
}

describe("planted texts on the settings screen are shown as texts", () => {
  const section = () => page.locator(".kbm-targets");

  async function openSettings(): Promise<void> {
    await open("admin", `/k/admin/app/${stage.appId}/plugin/`);
    await page.locator(`[data-plugin-id=${stage.pluginId}]`).getByRole("link").click();
    await section().waitFor();
  }

  async function openRow(text: string): Promise<Locator> {
    const target = section().locator(".kbm-target", { hasText: text }).first();
    await target.locator("summary").first().click();
    await target.locator("fieldset, [role=alert]").first().waitFor();
    return target;
  }

  it("names of apps, labels of fields, codes that were left out, and what was saved or not", async () => {
    await openSettings();
    const target = await openRow("検査");
    for (const details of await target.locator("details > summary").all()) await details.click();
    const text = await target.innerText();
    for (const label of ["マイナンバー", "個人番号", "家族", "備考"]) expect(text).toContain(`${label} ${SHORT}`);
    expect(text).toContain(`無い ${MARKUP}`);
    await watch.expectHarmless("targets");
    await photograph(page, "planted-targets");

    await target.getByRole("radio").first().check();
    const save = section().getByRole("button", { name: "対象アプリの設定を保存" });
    const refused = fault("records.json", refusing(400, "GAIA_XX97"), "PUT");
    await save.click();
    await section().locator(".kbm-save-news [role=alert]").waitFor();
    expect(await section().locator(".kbm-save-news:has([role=alert])").innerText()).toContain(MARKUP);
    await watch.expectHarmless("not saved");
    stage.emulator.domain.faults.remove(refused);
    await save.click();
    await section().locator(".kbm-save-news .kbm-notice-success").waitFor();
    await watch.expectHarmless("saved");
  });

  it("kintone's words when targets cannot be read", async () => {
    fault("app/form/fields.json", refusing(400, "GAIA_XX96"));
    await openSettings();
    const target = await openRow("61");
    expect(await target.locator("[role=alert]").innerText()).toContain(MARKUP);
    await watch.expectHarmless("details unreadable");
    fault("records.json", refusing(400, "GAIA_XX95"));
    await page.reload();
    await section().locator("[role=alert]").waitFor();
    expect(await section().innerText()).toContain(MARKUP);
    await watch.expectHarmless("targets unreadable");
  });

  it("a configuration with markup in every text", async () => {
    await withConfig(PLANTED_CONFIG, async () => {
      await openSettings();
      expect(await page.getByRole("alert").first().innerText()).toMatch(/設定を読み取れなかったため/);
      await watch.expectHarmless("unreadable configuration");
      await photograph(page, "planted-settings");
    });
    await withConfig(MARKUP, async () => {
      await page.reload();
      await section().waitFor();
      await watch.expectHarmless("a configuration that is no JSON");
    });
  });

  it("what is typed into the form", async () => {
    await openSettings();
    for (const field of await page.locator(".kbm-form input[type=text]").all()) await field.fill(MARKUP);
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.locator(".kbm-form [role=alert]", { hasText: "7" }).waitFor();
    await watch.expectHarmless("the form");
  });
});
