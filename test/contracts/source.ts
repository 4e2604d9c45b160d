import { describe, expect, test } from "vitest";
import type { FileCellItem } from "../../src/archive/records/kintone-app";
import { BackupError } from "../../src/domain/errors";
import type { SettingName } from "../../src/domain/source";
import { formOf, layoutOf } from "../../src/domain/settings/form";
import { copiesContract } from "./source-copies";
import { recordsContract } from "./source-records";
import { refusalsContract } from "./source-refusals";
import { SAMPLE, type SampledSource } from "./source-sample";

/** What whoever may see an app's records may read of its settings, and what no backup can do without. */
const READABLE = new Set<SettingName>(["app", "app/settings", "app/form/fields", "app/form/layout", "app/views"]);

/** What every source promises, real or scripted: so no script can promise what no kintone keeps. */
export function sourceContract(name: string, sampled: SampledSource): void {
  const { source, app } = sampled;
  const filesOf = async (record: string) =>
    (await source().readRecord(app, record)).file?.value as readonly FileCellItem[];
  const textOf = async (fileKey: string) => {
    const stream = (await source().openFile(app, fileKey)) as ReadableStream<Uint8Array<ArrayBuffer>>;
    return new Response(stream).text();
  };

  describe(`${name} keeps the contract of a source`, () => {
    recordsContract(sampled);
    copiesContract(sampled);

    refusalsContract(sampled);

    describe("comments", () => {
      const pages = async (record: string) => {
        const found: string[][] = [];
        for (let more = true; more;) {
          const page = await source().readComments(app, record, found.flat().length);
          found.push(page.comments.map(({ id }) => id));
          ({ more } = page);
        }
        return found;
      };

      test("come in tens, the oldest first", async () => {
        const found = await pages("8");
        expect(found.map(({ length }) => length)).toEqual([10, 10, 3]);
        const numbers = found.flat().map(Number);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        expect(new Set(numbers).size).toBe(23);
      });

      test("that are exactly ten are all, and none are none", async () => {
        expect((await pages("9")).map(({ length }) => length)).toEqual([10]);
        expect(await source().readComments(app, "10", 0)).toEqual({ comments: [], more: false });
        expect(await source().readComments(app, "9", 10)).toEqual({ comments: [], more: false });
      });
    });

    describe("files", () => {
      test("have the bytes that their record tells of, however often they are opened", async () => {
        const expected = SAMPLE.records.flatMap(({ id, files }) => files.map((file) => ({ id, ...file })));
        const found = [];
        for (const id of new Set(expected.map((file) => file.id))) {
          for (const { fileKey, name: fileName } of await filesOf(String(id))) {
            const [content, again] = await Promise.all([textOf(fileKey), textOf(fileKey)]);
            expect(again === content).toBe(true);
            found.push({ id, name: fileName, content });
          }
        }
        expect(found).toEqual(expected);
      });

      test("can be left before their end", async () => {
        const [file] = await filesOf("400");
        const reader = (await source().openFile(app, file!.fileKey)).getReader();
        expect((await reader.read()).value?.[0]).toBe("0".charCodeAt(0));
        await reader.cancel();
        expect((await textOf(file!.fileKey)).length).toBe(Number(file!.size));
      });

      const { breakTransfers } = sampled;
      if (!breakTransfers) return;
      test("that break off do not end as if they were whole", async () => {
        const [file] = await filesOf("400");
        const mend = breakTransfers(100_000);
        const error = await textOf(file!.fileKey).catch((thrown: unknown) => thrown);
        mend();
        expect(error).toBeInstanceOf(BackupError);
        expect(error).toMatchObject({ code: "NETWORK", retryable: true });
      });
    });

    describe("settings", () => {
      test("are readable as offered, in every language that is offered, and belong to whoever asked", async () => {
        const offers = source().settings.filter((offer) => READABLE.has(offer.name));
        expect(offers.length).toBe(READABLE.size);
        for (const { name: setting, languages } of offers) {
          for (const request of [{}, ...languages.map((language) => ({ language }))]) {
            const answer = (await source().readSetting(app, setting, request)) as Record<string, unknown>;
            const copy = structuredClone(answer);
            for (const key of Object.keys(answer)) delete answer[key];
            expect(await source().readSetting(app, setting, request)).toEqual(copy);
          }
        }
      });

      test("say what the app is, and what its form has", async () => {
        expect(await source().readSetting(app, "app")).toMatchObject({ appId: app.appId, name: SAMPLE.name });
        const { properties, revision } = formOf(await source().readSetting(app, "app/form/fields"));
        expect(revision).toMatch(/^\d+$/);
        expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(SAMPLE.fields)));
        const { layout } = layoutOf(await source().readSetting(app, "app/form/layout"));
        const inLayout = layout.flatMap(({ fields }) => fields ?? []).map(({ code }) => code);
        expect(inLayout).toEqual(expect.arrayContaining(Object.keys(SAMPLE.fields)));
      });

      test("have default names unless a language is asked for", async () => {
        const expected = Object.entries(SAMPLE.fields);
        const named = async (request = {}) => {
          const { properties } = formOf(await source().readSetting(app, "app/form/fields", request));
          return expected.map(([code]) => [properties[code]?.type, properties[code]?.label]);
        };
        expect(await named()).toEqual(expected.map(([, [type, label]]) => [type, label]));
        expect(await named({ language: "en" })).toEqual(expected.map(([, [type, , english]]) => [type, english]));
      });
    });
  });
}
