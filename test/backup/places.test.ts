import { describe, expect, it } from "vitest";
import type { ClaimRequest, Destination, Place } from "../../src/domain/destination";
import { BackupError, cancelledByUser } from "../../src/domain/errors";
import type { PlaceKind } from "../../src/domain/saved";
import { freeNames } from "../contracts/free-names";
import { createScriptedSource } from "./scripted-kintone";
import { runOver, target } from "./scripted-run";

const app = () => ({ name: "図面", records: [], files: {} });
const refused = (refusal: "taken" | "denied") => new BackupError("DELIVERY_FAILED", "no", { facts: { refusal } });

/** A place that takes everything and has it read, unless `changes` says otherwise. */
function place(name: string, changes: Partial<Destination> = {}, kind: PlaceKind = "folder"): Place {
  const there = new Map<string, Uint8Array>();
  const destination: Destination = {
    ...{ kind, ...freeNames },
    async deliver({ name: volume, file }) {
      there.set(volume, await file.bytes(0, file.size));
      return {};
    },
    async *read(volume) {
      yield there.get(volume) ?? new Uint8Array();
    },
    ...changes,
  };
  return { name, destination };
}

const refusing = (name: string) => place(name, { deliver: () => Promise.reject(refused("denied")) });

async function runInto(places: readonly Place[], signal = new AbortController().signal) {
  return runOver(createScriptedSource({ 1: app() }), [target("1")], { places, signal });
}

describe("a run with several places", () => {
  it("saves the archive at each of them", async () => {
    const { outcome } = await runInto([place("NAS"), place("cloud", {}, "rclone")]);
    expect(outcome).toMatchObject({
      ...{ status: "success", saved: "saved", destination: "NAS, cloud", problems: [], told: [] },
      places: [
        { name: "NAS", kind: "folder", state: "saved" },
        { name: "cloud", kind: "rclone", state: "saved" },
      ],
    });
  });

  it("believes a place that has proof of its own, and reads nothing there", async () => {
    const read = () => expect.unreachable() as never;
    const proven = place("cloud", { deliver: async () => ({ proof: "server-digest" }), read });
    const { outcome, history } = await runInto([proven]);
    expect([outcome.saved, outcome.places]).toMatchObject(["saved", [{ state: "saved" }]]);
    expect(history.log).toContain("volume-saved");
  });

  it.each([
    ["first", () => [refusing("cloud"), place("NAS")]],
    ["last", () => [place("NAS"), refusing("cloud")]],
  ])("is a success when one place refuses it, be it the %s, and says which", async (_which, places) => {
    const { outcome } = await runInto(places());
    expect([outcome.status, outcome.saved, outcome.problems]).toEqual(["success", "unconfirmed", []]);
    expect(outcome.told).toMatchObject([{ step: "deliver", error: { facts: { place: "cloud", refusal: "denied" } } }]);
    const states = Object.fromEntries(outcome.places.map(({ name, state }) => [name, state]));
    expect(states).toEqual({ NAS: "saved", cloud: "not_saved" });
    expect(outcome.volumes).toHaveLength(1);
  });

  it("has failed when every place refuses it, and tells of each", async () => {
    const { outcome } = await runInto([refusing("NAS"), refusing("cloud")]);
    expect([outcome.status, outcome.volumes, outcome.places]).toEqual(["failed", [], []]);
    expect(outcome.problems).toMatchObject([{ error: { facts: { place: "NAS" } } }]);
    expect(outcome.told).toMatchObject([{ error: { facts: { place: "cloud" } } }]);
  });

  it("does not count what another place spoiled", async () => {
    const spoiling = place("cloud", {
      async *read() {
        yield Uint8Array.from([1]);
      },
    });
    const { outcome } = await runInto([spoiling, place("NAS")]);
    expect(outcome.places).toMatchObject([
      { name: "cloud", state: "not_saved", error: { code: "ARCHIVE_DAMAGED" } },
      { name: "NAS", state: "saved" },
    ]);
    expect(outcome.status).toBe("success");
  });

  it("keeps what one place has when it is cancelled on the way to the next", async () => {
    const cancelling = new AbortController();
    const slow = place("cloud", {
      async deliver() {
        cancelling.abort(cancelledByUser());
        cancelling.signal.throwIfAborted();
        return {};
      },
    });
    const { outcome } = await runInto([place("NAS"), slow], cancelling.signal);
    expect([outcome.status, outcome.places]).toMatchObject([
      "success",
      [{ state: "saved" }, { state: "not_saved", error: { code: "CANCELLED" } }],
    ]);
    const early = new AbortController();
    const first = place("NAS", {
      async deliver() {
        early.abort(cancelledByUser());
        early.signal.throwIfAborted();
        return {};
      },
    });
    expect((await runInto([first, place("cloud")], early.signal)).outcome).toMatchObject({
      ...{ status: "cancelled", volumes: [], places: [] },
    });
  });
});

describe("the name of an archive with several places", () => {
  const claimed: string[] = [];
  const claiming = (name: string, answer: (wanted: string) => void) =>
    place(name, {
      async claim({ names: [wanted = ""] }: ClaimRequest) {
        answer(wanted);
        claimed.push(`${name} ${wanted}`);
        return { name: wanted, release: async () => void claimed.splice(claimed.indexOf(`${name} ${wanted}`), 1) };
      },
    });
  const STAMPED = "backup_20261120_120000";

  it("is the first that is free at all of them, and is nobody's in the end", async () => {
    const takenThere = claiming("cloud", (wanted) => {
      if (wanted === STAMPED) throw refused("taken");
    });
    const { outcome } = await runInto([claiming("NAS", () => undefined), takenThere]);
    expect(outcome.volumes).toMatchObject([{ name: `${STAMPED}-1.zip` }]);
    expect(claimed).toEqual([]);
  });

  it("need not be claimed where nobody answers, as long as somebody does", async () => {
    const silent = claiming("cloud", () => {
      throw refused("denied");
    });
    const { outcome, history } = await runInto([silent, claiming("NAS", () => undefined)]);
    expect([outcome.status, outcome.saved]).toEqual(["success", "saved"]);
    expect(outcome.volumes).toMatchObject([{ name: `${STAMPED}.zip` }]);
    expect(history.log).toContain("problem DELIVERY_FAILED");
    expect((await runInto([silent, silent])).outcome).toMatchObject({ status: "failed", volumes: [] });
  });
});
