import { beforeEach, describe, expect, test } from "vitest";
import type { FileCellItem } from "../../src/archive/records/kintone-app";
import type { Written } from "../../src/domain/sink";
import { sinkChangesContract } from "./sink-changes";
import { added, all, expectRefusal, titles, values, type WritableApp, versionsOf } from "./sink-form";
import { sinkRefusalsContract } from "./sink-refusals";

/** What every sink promises, so that no script can promise what no kintone keeps. `fresh` gives an app without records. */
export function sinkContract(name: string, fresh: () => Promise<WritableApp>): void {
  describe(`${name} keeps the contract of a sink`, () => {
    sinkChangesContract(fresh);
    sinkRefusalsContract(fresh);

    describe("files", () => {
      let writable: WritableApp;
      beforeEach(async () => {
        writable = await fresh();
      });

      const attached = async () => ((await all(writable))[0]?.files?.value ?? []) as readonly FileCellItem[];

      test.each([
        "図面.pdf",
        "\u{20BB7} é è.txt",
        "a;b=c, d'.txt",
        "../../etc",
        " .hidden ",
        "no-ending",
        `${"長".repeat(80)}.txt`,
      ])("are uploaded as %j and attached by their key, once", async (fileName) => {
        const { app } = writable;
        const data = new Blob(["first\r\n\0"], { type: "text/plain" });
        const fileKey = await writable.writer.upload(app, { name: fileName, data });
        const record = values({ files: [{ fileKey }] });
        versionsOf(await writable.writer.add(app, [record]));
        const [file] = await attached();
        expect(file).toMatchObject({ name: fileName, size: "8", contentType: "text/plain" });
        const stream = (await writable.source.openFile(app, file!.fileKey)) as ReadableStream<Uint8Array<ArrayBuffer>>;
        expect(await new Response(stream).text()).toBe("first\r\n\0");
        expectRefusal(await writable.writer.add(app, [record]), { outcome: "batch-refused", code: "GAIA_BL01", app });
      });

      test("stay where they are when their record names today's keys, and go when it does not", async () => {
        const { app } = writable;
        const upload = (content: string) => writable.writer.upload(app, { name: "a.txt", data: new Blob([content]) });
        const put = [{ fileKey: await upload("a") }];
        const [version] = versionsOf(await writable.manager.add(app, [values({ files: put })]));
        const [kept] = await attached();
        const both = [{ fileKey: kept!.fileKey }, { fileKey: await upload("") }];
        const [next] = versionsOf(
          await writable.writer.update(app, [{ ...version!, record: values({ files: both }) }]),
        );
        expect((await attached()).map(({ size }) => size)).toEqual(["1", "0"]);
        versionsOf(await writable.writer.update(app, [{ ...next!, record: values({ files: [] }) }]));
        expect(await attached()).toEqual([]);
      });
    });

    describe("what is written beside values", () => {
      let writable: WritableApp;
      let app: WritableApp["app"];
      beforeEach(async () => {
        writable = await fresh();
        ({ app } = writable);
      });
      const cellsOf = async (type: string) =>
        (await all(writable)).map((record) => Object.values(record).find((cell) => cell.type === type)?.value);

      test("moves records along their process, all of them or none", async () => {
        const versions = await added(writable, "one", "two");
        writable.startProcess();
        const moves = versions.map((version) => ({ ...version, action: "close" }));
        const [first, second] = moves;
        const wrong = [first!, { ...second!, action: "no such" }];
        expectRefusal(await writable.writer.proceed(app, wrong), { outcome: "batch-refused", app });
        expect(await cellsOf("STATUS")).toEqual(["open", "open"]);
        const moved = versionsOf(await writable.writer.proceed(app, moves));
        expect(await cellsOf("STATUS")).toEqual(["done", "done"]);
        expect(await cellsOf("__REVISION__")).toEqual(moved.map(({ revision }) => revision));
        expectRefusal(await writable.writer.proceed(app, moves), { outcome: "changed-meanwhile", app });
      });

      test("sets whose records are, twenty at a time, by who manages the app alone", async () => {
        const versions = await added(writable, ...Array.from({ length: 21 }, (_, index) => `title ${index}`));
        writable.startProcess();
        const all21 = versions.map((version) => ({ ...version, assignees: ["sato", "admin"] }));
        await expect(writable.manager.assign(app, all21)).rejects.toThrow(RangeError);
        const twenty = all21.slice(0, 20);
        const refused = await writable.writer
          .assign(app, twenty)
          .catch((thrown: unknown) => ({ outcome: "no", error: thrown }));
        expect(refused).toMatchObject({ error: { answer: { code: expect.any(String) } } });
        const gone = [{ ...all21[0]!, assignees: ["nobody"] }];
        expectRefusal(await writable.manager.assign(app, gone), { outcome: "batch-refused", code: "GAIA_IL26", app });
        const assigned = versionsOf(await writable.manager.assign(app, twenty));
        const people = (await cellsOf("STATUS_ASSIGNEE")) as Array<Array<{ code: string }>>;
        expect(people.map((each) => each.map(({ code }) => code))).toEqual([
          ...Array.from({ length: 20 }, () => ["sato", "admin"]),
          [],
        ]);
        expect((await cellsOf("__REVISION__")).slice(0, 20)).toEqual(assigned.map(({ revision }) => revision));
      });

      test("comments on a record, as who writes", async () => {
        const [version] = await added(writable, "one");
        expect(await writable.writer.comment(app, version!.id, "first\nline")).toEqual({ outcome: "done" });
        expect(await writable.writer.comment(app, version!.id, "")).toMatchObject({ outcome: "refused" });
        const { comments } = await writable.source.readComments(app, version!.id, 0);
        expect(comments).toMatchObject([{ text: expect.stringContaining("first\nline"), mentions: [] }]);
      });
    });

    describe("an answer that is lost", () => {
      test.each(["before", "after"] as const)(
        "%s the work was done leaves open what became of it, and is sent once",
        async (when) => {
          const writable = await fresh();
          const { app } = writable;
          const [changed, deleted] = await added(writable, "changed", "deleted");
          const find = writable.loseAnswers(when);
          const ends: Written[] = [
            await writable.manager.add(app, [values({ title: "new" }), values({ title: "newer" })]),
            await writable.manager.update(app, [{ ...changed!, record: values({ title: "was changed" }) }]),
            await writable.manager.remove(app, [deleted!]),
          ];
          find();
          for (const written of ends) expectRefusal(written, { outcome: "unknown", app });
          const expected = { before: ["changed", "deleted"], after: ["was changed", "new", "newer"] };
          expect(await titles(writable)).toEqual(expected[when]);
        },
      );
    });
  });
}
