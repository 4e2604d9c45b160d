import { describe, expect, it } from "vitest";
import { estimateTarget, sumOf, type Estimate } from "../../../src/backup/estimate/estimate";
import { foreseenRequests } from "../../../src/backup/estimate/foreseen-requests";
import { sampleOf } from "../../../src/backup/estimate/sample";
import type { Target } from "../../../src/domain/target";

const target: Target = {
  ...{
    recordId: "1",
    appId: "11",
    appName: "検査",
    query: "",
    excludedFields: [],
    includedIdentifiers: [],
    acceptedGaps: [],
  },
  include: { records: true, attachments: true, comments: true, settings: true, administration: true },
};
const making = {
  recordsPerPage: 500,
  settings: [
    { name: "app" as const, languages: ["en", "zh", "ja"] as const, of: "app" as const, readers: "viewers" as const },
  ],
  requestsAtOnce: 4,
};
const found = { records: 2000, commentsEnabled: true, secondsPerRequest: 0.1 };
const sample = { records: 1000, attachments: 100, attachmentBytes: 5_000_000, characters: 400_000 };
const past = { records: 1000, attachments: 30, bytes: 6e6, seconds: 9, zippedShare: 0.5, at: new Date(0) };
const leavingOut = (part: keyof Target["include"]) => ({ ...target, include: { ...target.include, [part]: false } });

describe("an estimate", () => {
  it("concludes from a sample to all records", () => {
    const estimate = estimateTarget(target, { ...found, sample }, making);
    expect(estimate).toMatchObject({ records: 2000, attachments: 200, basis: { kind: "some-records", records: 1000 } });
    const text = 15_000 + 800_000 * 1.65;
    expect(estimate.bytes).toBe(Math.round(text + 10_000_000));
    expect(estimate.zipBytes).toBe(Math.round(text * 0.1 + 10_000_000));
    expect(estimate.requests).toBe(foreseenRequests(target, 2000, making) + 200);
    expect(estimate.seconds).toBeCloseTo((estimate.requests * 0.1) / 4 + estimate.bytes / 5e6);
  });

  it("says when every record was looked at", () => {
    const { basis } = estimateTarget(target, { ...found, records: 1000, sample }, making);
    expect(basis).toEqual({ kind: "all-records" });
    const none = { records: 0, attachments: 0, attachmentBytes: 0, characters: 0 };
    const empty = estimateTarget(target, { ...found, records: 0, sample: none }, making);
    expect(empty).toMatchObject({ records: 0, attachments: 0, bytes: 15_000, basis: { kind: "all-records" } });
  });

  it("takes what a run tells, for as many records as there are now", () => {
    expect(estimateTarget(target, { ...found, past }, making)).toMatchObject({
      ...{ records: 2000, attachments: 60, bytes: 12e6, zipBytes: 6e6, seconds: 18 },
      basis: { kind: "run", at: past.at },
    });
  });

  it("counts neither what is left out nor what is switched off", () => {
    const all = estimateTarget(target, { ...found, sample }, making);
    const attachments = estimateTarget(leavingOut("attachments"), { ...found, sample }, making);
    expect([attachments.attachments, all.requests - attachments.requests]).toEqual([0, 200]);
    expect(all.bytes - attachments.bytes).toBe(10_000_000);
    const comments = estimateTarget(leavingOut("comments"), { ...found, sample }, making);
    expect(all.requests - comments.requests).toBe(2000);
    const silent = estimateTarget(target, { ...found, commentsEnabled: false, sample }, making);
    expect(silent.requests).toBe(comments.requests);
    const settings = estimateTarget(leavingOut("records"), { ...found, sample }, making);
    expect(settings).toMatchObject({
      ...{ records: 0, attachments: 0, bytes: 15_000, requests: 4 },
      basis: { kind: "settings" },
    });
  });
});

describe("a sample", () => {
  const file = (size: string) => ({ fileKey: "k", name: "a.pdf", size, contentType: "" });
  const record = (id: string) => ({
    $id: { type: "__ID__", value: id },
    drawing: { type: "FILE", value: [file("100"), file("20")] },
    table: {
      type: "SUBTABLE",
      value: [
        {
          id: "1",
          value: { photo: { type: "FILE", value: [file("3")] }, note: { type: "SINGLE_LINE_TEXT", value: "x" } },
        },
      ],
    },
  });

  it("counts files, in tables too, and each record once", () => {
    const characters = JSON.stringify(record("1")).length;
    expect(sampleOf([record("1"), record("2"), record("1")], [])).toEqual({
      ...{ records: 2, attachments: 6, attachmentBytes: 246, characters: 2 * characters },
    });
  });

  it("does not see fields that are left out", () => {
    expect(sampleOf([record("1")], ["drawing"])).toMatchObject({ attachments: 1, attachmentBytes: 3 });
    expect(sampleOf([record("1")], ["photo"])).toMatchObject({ attachments: 2, attachmentBytes: 120 });
    expect(sampleOf([record("1")], ["table", "drawing"])).toMatchObject({ attachments: 0, attachmentBytes: 0 });
  });
});

describe("estimates together", () => {
  const one: Estimate = {
    ...{ records: 10, attachments: 2, bytes: 100, zipBytes: 50, requests: 7, seconds: 8 },
    basis: { kind: "all-records" },
  };
  const ofRun = (seconds: number): Estimate => ({ ...one, seconds, basis: { kind: "run", at: new Date(0) } });

  it("are the sum of what they take", () => {
    expect(sumOf([one, one])).toEqual({
      records: 20,
      attachments: 4,
      bytes: 200,
      zipBytes: 100,
      requests: 14,
      seconds: 16,
    });
    expect(sumOf([])).toEqual({ records: 0, attachments: 0, bytes: 0, zipBytes: 0, requests: 0, seconds: 0 });
  });

  it("do not count time twice that earlier runs spent on several targets at once", () => {
    expect(sumOf([ofRun(8), ofRun(8), ofRun(8), ofRun(8), one]).seconds).toBe(16);
    expect(sumOf([ofRun(100), ofRun(4)]).seconds).toBe(100);
  });
});
