import type { Effect, Fault, FaultEvent } from "../emulator/faults/faults";
import { createRandom, type Random } from "../emulator/sample/random";
import { OPERATOR, type RandomKintone } from "./kintone";
import type { MachineTrouble } from "./machine";
import { type HiddenRecord, QUIET_TROUBLES } from "./quiet-troubles";

/** One thing that goes wrong in a run. */
export interface Trouble {
  /** What, and where: the line of the matrix that it counts for. */
  kind: string;
  place: string;
  wire?: Fault;
  machine?: MachineTrouble;
  hidden?: HiddenRecord;
  /** Happens in kintone just before the nth request. */
  happens?: { nth: number; happen: () => void };
  cancel?: { when: "sending" | "answered" | "writing" | "delivering"; nth: number };
  /** Only HTTPS could tell that something was changed on the way: the promise does not reach so far. */
  unprovable?: true;
}

/** None in some runs, so that a run without trouble is judged too. */
export function randomTroubles(seed: number, kintone: RandomKintone): Trouble[] {
  const random = createRandom(seed, "troubles");
  const count = random.pick([0, 1, 1, 1, 1, 2, 2, 3, 4]);
  return Array.from({ length: count }, () => random.pick(GENERATORS)(random, kintone));
}

type Generator = (random: Random, kintone: RandomKintone) => Trouble;

interface Place {
  requests: Array<Pick<Fault["when"], "method" | "path">>;
  /** Whether a backup of this kintone comes there. */
  isVisited?: (kintone: RandomKintone) => boolean;
}

/** Where a request can be spoiled. Only the backup-management app is written to. */
const PLACES: Record<string, Place> = {
  records: { requests: [{ method: "GET", path: "records.json" }] },
  comments: { requests: [{ path: "record/comments.json" }], isVisited: anyHas("comments") },
  "attachments and other files": { requests: [{ method: "GET", path: "file.json" }], isVisited: anyHas("attachments") },
  "the app and its form": {
    requests: ["app.json", "app/form/fields.json", "app/form/layout.json"].map((path) => ({ path })),
  },
  settings: {
    requests: [
      ...["app/settings.json", "app/views.json", "app/customize.json", "app/acl.json", "record/acl.json"],
      ...["app/plugins.json", "app/notifications/*", "app/status.json", "space.json", "space/members.json"],
    ].map((path) => ({ path })),
    isVisited: anyHas("settings"),
  },
  "plug-ins and spaces": {
    requests: ["plugins.json", "apps.json", "spaces/statistics.json", "space.json"].map((path) => ({ path })),
    isVisited: ({ beside }) => beside.includes("spaces"),
  },
  people: {
    requests: ["users", "organizations", "groups", "organization/users", "group/users"].map((list) => ({
      path: `${list}.json`,
    })),
    isVisited: ({ beside }) => beside.includes("people"),
  },
  "the history: begin": { requests: [{ method: "POST", path: "record.json" }] },
  "the history: report and end": { requests: [{ method: "PUT", path: "records.json" }] },
  "the history: log": { requests: [{ method: "POST", path: "file.json" }] },
  "any request": { requests: [{ path: "*" }] },
};

function anyHas(part: "comments" | "attachments" | "settings") {
  return ({ wishes }: RandomKintone) => wishes.some(({ include }) => include.has(part));
}

/** What belongs to the archive is met more often than the history. */
function placeFor(random: Random, kintone: RandomKintone, places = Object.keys(PLACES)): string {
  const visited = places.filter((name) => PLACES[name]?.isVisited?.(kintone) ?? true);
  const ofArchive = visited.filter((name) => PLACES[name]?.isVisited);
  return random.pick([...visited, ...ofArchive, ...ofArchive]);
}

const EFFECTS: Record<string, (random: Random) => Effect> = {
  "429 GAIA_TO04": () => ({ kind: "error", code: "GAIA_TO04" }),
  "520 GAIA_DA02": () => ({ kind: "error", code: "GAIA_DA02" }),
  "401 CB_AU01": () => ({ kind: "error", code: "CB_AU01" }),
  "403 CB_NO02": () => ({ kind: "error", code: "CB_NO02" }),
  "503 with text or HTML": (random) => ({ kind: "unavailable", body: random.pick(["text", "html"]) }),
  "connection lost before the answer": () => ({ kind: "drop" }),
  "connection lost after the work": () => ({ kind: "drop", after: true }),
  "answer breaks off": (random) => ({ kind: "truncate", bytes: bytes(random) }),
  "answer ends early without a word": (random) => ({ kind: "truncate", bytes: bytes(random), quiet: true }),
  "slow answer": (random) => ({ kind: "latency", milliseconds: random.integer(1, 15) }),
  "answer in small pieces": (random) => ({ kind: "drip", bytes: random.integer(50, 900), milliseconds: 1 }),
};

const bytes = (random: Random) => random.pick([0, 1, random.integer(2, 60), random.integer(60, 900)]);

/** Passing, stubborn enough to outlast every attempt, or for good. */
function duration(random: Random): Pick<Fault["when"], "nth" | "times"> {
  const nth = random.pick([1, 1, 2, 3, random.integer(1, 8), random.integer(1, 20), random.integer(5, 80)]);
  const times = random.pick([1, 1, 2, random.integer(3, 9), random.integer(3, 9), 100_000]);
  return { nth, times };
}

const onTheWire: Generator = (random, kintone) => {
  const place = placeFor(random, kintone);
  const kind = random.pick(Object.keys(EFFECTS));
  const when = { ...random.pick(PLACES[place]?.requests ?? []), ...duration(random) };
  const effect = EFFECTS[kind] as (random: Random) => Effect;
  return { kind, place, wire: { when, do: effect(random) } };
};

const changedOnTheWay: Generator = (random, kintone) => {
  const place = placeFor(random, kintone, ["records", "attachments and other files", "settings", "comments"]);
  const when = { ...random.pick(PLACES[place]?.requests ?? []), ...duration(random) };
  return { kind: "bytes changed on the way", place, wire: { when, do: { kind: "corrupt" } }, unprovable: true };
};

/** The more records an answer has, the heavier it is; at times a single one is more than the gateway waits for. */
const tooMuch: Generator = (random) => {
  const when = { method: "GET", path: "records.json", ...random.pick([{}, {}, duration(random)]) };
  const most = random.pick([random.integer(300, 2000), random.integer(2000, 6000), random.integer(6000, 200_000)]);
  return { kind: "504 to heavy answers", place: "records", wire: { when, do: { kind: "too-much", bytes: most } } };
};

const slowDrip: Generator = (random) => {
  const when = { method: "GET", path: "records.json" };
  const effect = { kind: "drip" as const, bytes: random.integer(300, 1500), milliseconds: random.integer(1, 3) };
  return { kind: "every answer drips", place: "records", wire: { when, do: effect } };
};

const EVENTS: Array<(random: Random, kintone: RandomKintone) => FaultEvent | undefined> = [
  (random, { wishes }) => {
    const { app } = random.pick(wishes);
    return { name: "permission-removed", app: app.id, user: OPERATOR.code };
  },
  (random, { wishes }) => ({ name: "app-deleted", app: random.pick(wishes).app.id }),
  (random, { wishes }) => {
    const record = { 品番: { value: "new" }, 数量: { value: String(random.integer(0, 6)) } };
    return { name: "record-added", app: random.pick(wishes).app.id, record };
  },
  (random, { wishes }) => {
    const { app } = random.pick(wishes);
    if (app.records.size === 0) return undefined;
    const id = random.integer(1, app.records.size);
    const record = { 品番: { value: "changed" }, 数量: { value: String(random.integer(0, 6)) } };
    return { name: "record-changed", app: app.id, id, record };
  },
  (random, { wishes }) => {
    const { app } = random.pick(wishes);
    if (app.records.size === 0) return undefined;
    return { name: "record-deleted", app: app.id, id: random.integer(1, app.records.size) };
  },
  (random, { domain }) => {
    const keys = [...domain.files.attached.keys()];
    return keys.length === 0 ? undefined : { name: "file-gone", fileKey: random.pick(keys) };
  },
  (_, { management }) => ({ name: "permission-removed", app: management.id, user: OPERATOR.code }),
];

const inTheDomain: Generator = (random, kintone) => {
  const event = random.pick(EVENTS)(random, kintone) ?? { name: "session-expired" as const };
  const nth = random.integer(1, expectedRequests(kintone));
  const place = "app" in event && event.app === kintone.management.id ? "backup-management app" : "kintone";
  return { kind: event.name, place, wire: { when: { path: "*", nth }, do: { kind: "event", event } } };
};

/** Session or not, what a run meets when its log-in is over. */
const loggedOut: Generator = (random, kintone) => {
  const nth = random.integer(1, expectedRequests(kintone));
  const event = { name: "session-expired" } as const;
  return {
    kind: "session-expired",
    place: "kintone",
    wire: { when: { path: "*", nth }, do: { kind: "event", event } },
  };
};

const cancelled: Generator = (random, kintone) => {
  const when = random.pick(["sending", "answered", "writing", "delivering"] as const);
  const most = { writing: 200, delivering: 2 };
  const nth = random.integer(1, when in most ? most[when as keyof typeof most] : expectedRequests(kintone));
  const place = { sending: "a request", answered: "a request", writing: "a write", delivering: "a delivery" }[when];
  return { kind: "cancelled", place, cancel: { when, nth } };
};

const fullDisk: Generator = (random) => {
  const capacity = random.pick([0, random.integer(1, 5000), random.integer(5000, 200_000)]);
  return { kind: "disk full", place: "workspace", machine: { capacity } };
};

const brokenDisk: Generator = (random) => {
  const call = random.pick(["create", "write", "close", "remove"] as const);
  const nth = random.pick([1, random.integer(1, 20), random.integer(1, 150)]);
  return { kind: `disk fails to ${call}`, place: "workspace", machine: { workspaceFails: { call, nth } } };
};

/** No list has them all: some are made up. */
const FOLDER_REASONS = [
  ...["ESTALE", "EIO", "ENOTCONN", "EHOSTDOWN", "ETIMEDOUT", "EBADF", "EBUSY", "EACCES", "ENOENT", "ENOSPC"],
  ...[
    "ESOMEDAY",
    "InvalidStateError",
    "NotFoundError",
    "NoModificationAllowedError",
    "QuotaExceededError",
    "SomeError",
  ],
];

/** A network share that goes away, for a moment or for good; the browser's own files that somebody cleared. */
const brokenFolder: Generator = (random) => {
  const reason = random.pick(FOLDER_REASONS);
  const call = random.pick(["create", "write", "close", "remove"] as const);
  const nth = random.pick([1, random.integer(1, 20), random.integer(1, 150)]);
  const forGood = random.chance(0.7);
  const machine = { workspaceFails: { call, nth, reason, forGood } };
  return { kind: `folder fails to ${call}${forGood ? " for good" : ""}`, place: "workspace", machine };
};

const brokenDestination: Generator = (random) => {
  const reason = random.pick(FOLDER_REASONS);
  if (random.chance(0.4)) {
    return { kind: "folder fails to claim", place: "destination", machine: { claimFails: reason } };
  }
  const machine = { destinationRefuses: { nth: random.integer(1, 2), how: reason } };
  return { kind: "folder fails to take a volume", place: "destination", machine };
};

/** Harmless, to whoever asks for another one. */
const takenName: Generator = () => ({
  ...{ kind: "name taken", place: "destination", machine: { nameIsTaken: true } },
});

const rot: Generator = (random) => {
  const file = random.pick(["entry", "entry", "volume"] as const);
  const nth = file === "entry" ? random.integer(1, 30) : random.integer(1, 2);
  const since = file === "entry" ? "written" : random.pick(["written", "delivery"] as const);
  const place = random.integer(0, 999) / 1000;
  const machine = { rot: { file, nth, place, since, how: random.pick(["flip", "cut"] as const) } };
  const told = { written: `a ${file} after it was written`, delivery: "a volume after it was read back" }[since];
  return { kind: "stored bytes rot", place: told, machine };
};

const refusedDelivery: Generator = (random) => {
  const how = random.pick(["DELIVERY_FAILED", "NO_SPACE", "unexpected"] as const);
  const machine = { destinationRefuses: { nth: random.integer(1, 2), how } };
  return { kind: "delivery refused", place: "destination", machine };
};

const spoiledDelivery: Generator = (random) => {
  const how = random.pick(["flip", "cut", "lose"] as const);
  const machine = { destinationSpoils: { nth: random.integer(1, 2), how } };
  return { kind: "delivered bytes rot", place: "destination", machine };
};

/** Each as often as it stands here. */
const GENERATORS: Generator[] = [
  ...Array.from({ length: 13 }, () => onTheWire),
  ...Array.from({ length: 5 }, () => inTheDomain),
  ...[changedOnTheWay, loggedOut, cancelled, cancelled, cancelled, fullDisk, brokenDisk, brokenDisk, rot, rot, rot],
  ...[brokenFolder, brokenFolder, brokenDestination, takenName],
  ...[refusedDelivery, refusedDelivery, spoiledDelivery, tooMuch, tooMuch, slowDrip, ...QUIET_TROUBLES],
];

/** Roughly: something that is to happen at a request should mostly happen. */
function expectedRequests({ wishes }: RandomKintone): number {
  const each = wishes.map(({ app, include }) => {
    const comments = include.has("comments") ? app.records.size : 0;
    return 10 + comments + (include.has("attachments") ? 4 : 0) + (include.has("settings") ? 45 : 0);
  });
  return each.reduce((sum, requests) => sum + requests, 8);
}
