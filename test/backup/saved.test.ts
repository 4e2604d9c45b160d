import { describe, expect, it } from "vitest";
import type { Destination } from "../../src/domain/destination";
import { freeNames } from "../contracts/free-names";
import { createScriptedSource } from "./scripted-kintone";
import { runOver, target } from "./scripted-run";
import { onePlace } from "../contracts/one-place";

type Lying = (bytes: Uint8Array) => Uint8Array;
const asDelivered: Lying = (bytes) => bytes;

/** A place where volumes lie as `lying` says. */
function placeWhere(lying: Lying, kind: Destination["kind"] = "folder") {
  const there = new Map<string, Uint8Array>();
  const deliver: Destination["deliver"] = async ({ name, file }) => {
    there.set(name, await file.bytes(0, file.size));
    return {};
  };
  async function* read(name: string) {
    const bytes = lying(there.get(name)!);
    yield bytes.slice(0, 10);
    yield bytes.slice(10);
  }
  return { kind, ...freeNames, deliver, ...(kind === "folder" && { read }) } satisfies Destination;
}

const app = () => ({ name: "図面", records: [], files: {} });

async function runInto(destination: Destination, signal = new AbortController().signal) {
  const told: boolean[] = [];
  const run = await runOver(createScriptedSource({ 1: app() }), [target("1")], {
    ...{ places: onePlace(destination), signal },
    targets: {
      enabled: async () => [target("1")],
      news: async () => ({ lost: [], rules: [] }),
      recordResults: async (_results, _at, saved) => void told.push(saved),
    },
  });
  return { ...run, told };
}

describe("the zips of a run", () => {
  it("are known to be saved when they were read back where they lie", async () => {
    const { outcome, history, told } = await runInto(placeWhere(asDelivered));
    expect([outcome.status, outcome.saved]).toEqual(["success", "saved"]);
    expect(history.finished?.saved).toBe("saved");
    expect(told).toEqual([true]);
    expect(history.log).toMatch(/volume-delivered[^]*volume-saved[^]*run-finished/);
  });

  it("are not known to be where nobody can look, and the run is a success all the same", async () => {
    const { outcome, history, told } = await runInto(placeWhere(asDelivered, "download"));
    expect([outcome.status, outcome.saved]).toEqual(["success", "unconfirmed"]);
    expect(told).toEqual([false]);
    expect(history.log).not.toContain("volume-saved");
  });

  it.each<[string, Lying, string]>([
    ["have another byte", (bytes) => bytes.with(20, (bytes[20] ?? 0) ^ 1), "ARCHIVE_DAMAGED"],
    ["end too soon", (bytes) => bytes.slice(0, -1), "ARCHIVE_DAMAGED"],
    [
      "cannot be read",
      () => {
        throw new TypeError("EIO");
      },
      "DELIVERY_FAILED",
    ],
  ])("make no success when they %s there", async (_what, lying, code) => {
    const { outcome, told } = await runInto(placeWhere(lying));
    expect([outcome.status, outcome.saved]).toEqual(["failed", "unconfirmed"]);
    const [volume] = outcome.volumes;
    expect(outcome.problems).toMatchObject([{ step: "deliver", error: { code, facts: { path: volume?.name } } }]);
    expect(told).toEqual([false]);
  });

  it("are delivered when a cancel comes while they are read there; only that they lie there is not known then", async () => {
    const cancelling = new AbortController();
    const place = placeWhere((bytes) => {
      cancelling.abort();
      return bytes;
    });
    const { outcome } = await runInto(place, cancelling.signal);
    expect([outcome.status, outcome.saved]).toEqual(["success", "unconfirmed"]);
  });

  it("are nothing to be saved when there are none", async () => {
    const { outcome } = await runOver(createScriptedSource({}), [target("1")]);
    expect([outcome.volumes, outcome.saved]).toEqual([[], undefined]);
  });
});
