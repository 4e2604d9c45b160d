import { describe, expect, test } from "vitest";
import { BackupError } from "../../src/domain/errors";
import { wholeRecords } from "../kintone/reading/copy-order";
import type { SampledSource } from "./source-sample";

/** What a source promises of whatever it is refused. */
export function refusalsContract({ source, app }: SampledSource): void {
  describe("what is refused is a BackupError that says what it was about", () => {
    const range = { query: "", afterId: "0" };
    const all = { query: "", ids: ["1"] };
    const wrong = 'nowhere = "1"';
    const nowhere = { ...app, appId: "98765" };
    type Refusal = [what: string, ask: () => Promise<unknown>, code: string, facts: object];

    test.each<Refusal>([
      ...(
        [
          ["records", () => source().readRecords(app, { ...range, query: wrong })],
          ["records by id", () => source().readRecordsById(app, { ...all, query: wrong })],
          ["copies", () => source().copyRecords(app, { ...range, query: wrong }, wholeRecords)],
          ["copies by id", () => source().copyRecordsById(app, { ...all, query: wrong }, wholeRecords)],
          ["the newest records", () => source().readNewestRecords(app, wrong)],
          ["versions", () => source().readVersions(app, { ...range, query: wrong })],
          ["a count", () => source().countRecords(app, { query: wrong })],
        ] as const
      ).map(([what, ask]): Refusal => [`${what}, of a wrong query`, ask, "QUERY_REFUSED", {}]),
      ...(
        [
          ["records", () => source().readRecords(nowhere, range)],
          ["records by id", () => source().readRecordsById(nowhere, all)],
          ["copies", () => source().copyRecords(nowhere, range, wholeRecords)],
          ["copies by id", () => source().copyRecordsById(nowhere, all, wholeRecords)],
          ["the newest records", () => source().readNewestRecords(nowhere, "")],
          ["versions", () => source().readVersions(nowhere, range)],
          ["a count", () => source().countRecords(nowhere, { query: "" })],
        ] as const
      ).map(([what, ask]): Refusal => [`${what}, of no app`, ask, "APP_NOT_FOUND", { app: "98765" }]),
      ["a record, of no app", () => source().readRecord(nowhere, "1"), "APP_NOT_FOUND", { app: "98765", record: "1" }],
      [
        "comments, of no app",
        () => source().readComments(nowhere, "1", 0),
        "APP_NOT_FOUND",
        { app: "98765", record: "1" },
      ],
      [
        "a setting, of no app",
        () => source().readSetting(nowhere, "app/views"),
        "APP_NOT_FOUND",
        { app: "98765", settings: ["app/views"] },
      ],
      ["a record that is gone", () => source().readRecord(app, "3"), "RECORD_NOT_FOUND", { record: "3" }],
      [
        "comments of a record that is gone",
        () => source().readComments(app, "3", 0),
        "RECORD_NOT_FOUND",
        { record: "3" },
      ],
      ["a file that is gone", () => source().openFile(app, "no-such-key"), "FILE_GONE", {}],
    ])("%s", async (_what, ask, code, facts) => {
      const error = await ask().then(
        () => "not refused",
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(BackupError);
      expect(error).toMatchObject({
        ...{ code, retryable: false, answer: { status: expect.any(Number), code: expect.any(String) } },
        facts: { app: app.appId, ...(app.guestSpaceId && { guestSpaceId: app.guestSpaceId }), ...facts },
      });
    });
  });
}
