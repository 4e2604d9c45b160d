import { beforeEach, describe, expect, it } from "vitest";
import type { ArchivedEntry, ArchivedTarget } from "../../../src/archive/reading/open-archive";
import type { App } from "../../emulator/domain/app";
import { addInspections, newFile } from "../../backup/whole-runs/inspections";
import { restorableKintone } from "../archived-app";
import { restore } from "./restore";

const kintone = restorableKintone();
const { domain } = kintone;
beforeEach(() => {
  domain.apps.clear();
  domain.faults.clear();
});

const remove = (app: App, ids: number[]) => kintone.witness().record.deleteRecords({ app: app.id, ids });

/** kintone, or somebody before it, does not take files. */
function refuseUploads(when: { nth?: number; times?: number }, answer: { status: number; body: string }): void {
  const contentType = answer.body.startsWith("{") ? "application/json" : "text/html";
  domain.faults.add({
    when: { method: "POST", path: "file.json", ...when },
    do: { kind: "answer", contentType, ...answer },
  });
}

const TOO_LARGE = { status: 413, body: "<html>Request Entity Too Large</html>" };
const BY_KINTONE = { status: 400, body: JSON.stringify({ code: "GAIA_XX01", id: "x", message: "このファイルは…" }) };

/** The archive has an entry, and what lies there is not what was packed. */
function damage(archived: ArchivedTarget, path: string): void {
  const entry = archived.entries.get(path);
  if (!entry) throw new Error(`There is no ${path}`);
  const open = async () =>
    new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("Its CRC is another one")) });
  (archived.entries as Map<string, ArchivedEntry>).set(path, { ...entry, open } as ArchivedEntry);
}

describe("a file that cannot be put back", () => {
  it.each([
    ["kintone does not take it", BY_KINTONE, { code: "REFUSED", answer: { code: "GAIA_XX01" } }],
    ["a proxy does not let it through", TOO_LARGE, { code: "NOT_KINTONE", answer: { status: 413 } }],
  ])("sets its record aside where %s, and the others are written", async (_why, answer, error) => {
    const app = addInspections(domain, { records: 60 });
    const archived = await kintone.archive(app.id);
    await remove(app, [3, 10, 30, 50]);
    refuseUploads({ nth: 2 }, answer);
    const { results, written, left } = await restore(kintone, archived, { parts: { requestsAllowed: () => 1 } });
    expect(written).toMatchObject({ counts: { added: 3, refused: 1 } });
    expect(written.stopped).toBeUndefined();
    const [refused, ...others] = results.filter(({ outcome }) => outcome === "refused");
    expect([refused, others]).toMatchObject([
      { error: { ...error, facts: { file: "図面.txt", record: refused!.id } } },
      [],
    ]);
    expect(left).toMatchObject([{ kind: "missing", id: refused!.id }]);
  });

  it("sets its record aside where the archive's bytes of it are damaged", async () => {
    const app = addInspections(domain, { records: 30 });
    const archived = await kintone.archive(app.id);
    await remove(app, [10, 20]);
    const path = `${app.id}/attachments/添付-10/図面.txt`;
    damage(archived, path);
    const { results, written } = await restore(kintone, archived);
    expect(written.counts).toMatchObject({ added: 1, refused: 1 });
    const error = { code: "ARCHIVE_DAMAGED", facts: { record: "10", file: "図面.txt", path } };
    expect(results.find(({ id }) => id === "10")).toMatchObject({ outcome: "refused", error });
  });

  it("leaves a record that is there as it is", async () => {
    const app = addInspections(domain, { records: 10 });
    const archived = await kintone.archive(app.id);
    const record = { 添付: { value: [] }, 数量: { value: "999" } };
    await kintone.witness().record.updateRecord({ app: app.id, id: 10, record });
    refuseUploads({ nth: 1 }, TOO_LARGE);
    const { results } = await restore(kintone, archived);
    expect(results).toMatchObject([{ id: "10", outcome: "refused" }]);
    expect(app.records.get(10)?.values["数量"]).toBe("999");
  });

  it("ends the restore when it is so of one record after the other, and of none other for want of chance", async () => {
    const app = addInspections(domain, { records: 0 });
    for (let number = 1; number <= 24; number += 1)
      app.addRecord({ 品番: { value: `P-${number}` }, 添付: { value: [newFile(domain, `${number}.txt`, "x")] } });
    const archived = await kintone.archive(app.id);
    const ids = Array.from({ length: 24 }, (_, index) => index + 1);
    await remove(app, ids);
    const parts = { requestsAllowed: () => 1 };
    refuseUploads({ nth: 1, times: 9 }, TOO_LARGE);
    refuseUploads({ nth: 11, times: 9 }, TOO_LARGE);
    const some = await restore(kintone, archived, { parts });
    expect(some.written.counts).toMatchObject({ added: 6, refused: 18 });
    expect(some.written.stopped).toBeUndefined();

    domain.faults.clear();
    refuseUploads({}, TOO_LARGE);
    const none = await restore(kintone, archived, { parts, putBack: some.written.newIds });
    expect(none.written.stopped).toMatchObject({ code: "NOT_KINTONE", answer: { status: 413 } });
    expect(none.requests.filter(({ path }) => path === "file.json").length).toBeLessThan(24);
  });

  it("ends the restore when nobody may upload any more", async () => {
    const app = addInspections(domain, { records: 30 });
    const archived = await kintone.archive(app.id);
    await remove(app, [10, 20]);
    domain.faults.add({ when: { method: "POST", path: "file.json" }, do: { kind: "error", code: "CB_AU01" } });
    const { written } = await restore(kintone, archived);
    expect(written).toMatchObject({ counts: { added: 0, refused: 0 }, stopped: { code: "SESSION_EXPIRED" } });
  });
});
