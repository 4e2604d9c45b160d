import type { ClaimRequest, Destination, OutgoingVolume } from "../../src/domain/destination";
import { BackupError } from "../../src/domain/errors";
import type { StoredFile, Workspace } from "../../src/domain/workspace";
import { createMemoryWorkspace } from "../../src/workspace/memory";

/** How the machine fails that the backup runs on. Counted from 1. */
export interface MachineTrouble {
  /** Bytes that the disk has room for. */
  capacity?: number;
  /** One call of the workspace fails, or all from then on, for a reason that no program expects. */
  workspaceFails?: { call: "create" | "write" | "close" | "remove"; nth: number; reason?: string; forGood?: boolean };
  /** A file of the workspace is not what was written any more: one byte is another, or the end is missing. */
  rot?: { file: "entry" | "volume"; nth: number; place: number; how: "flip" | "cut"; since: "written" | "delivery" };
  /** The destination refuses the nth volume and all behind it, in our words or for a reason of its own. */
  destinationRefuses?: { nth: number; how: string };
  /** The destination does not let a name be claimed, for this reason. */
  claimFails?: string;
  /** Somebody else's archive has the name that is asked for first. */
  nameIsTaken?: true;
  /** The nth volume does not lie at its destination as it was delivered. */
  destinationSpoils?: { nth: number; how: "flip" | "cut" | "lose" };
}

export interface Machine {
  workspace: Workspace;
  destination: Destination;
  /** Files that are left in the workspace. */
  left: ReadonlySet<string>;
  /** What it threw itself, on purpose. */
  thrown: ReadonlySet<unknown>;
  /** Names that are claimed by now. */
  claimed: ReadonlySet<string>;
  /** What lies there, in the order in which it arrived. */
  delivered: Array<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;
}

/** Called when the nth chunk is written, and when the nth volume is asked for. */
export interface MachineWatch {
  writing?: (nth: number) => void;
  delivering?: (nth: number) => void;
}

export function createMachine(trouble: MachineTrouble, watch: MachineWatch = {}): Machine {
  const { capacity = Infinity, rot, destinationRefuses, destinationSpoils, claimFails, nameIsTaken } = trouble;
  const memory = createMemoryWorkspace({ capacity });
  const left = new Set<string>();
  const thrown = new Set<unknown>();
  const claimed = new Set<string>();
  const delivered: Machine["delivered"] = [];
  const counts = { create: 0, write: 0, close: 0, remove: 0, entry: 0, volume: 0, deliver: 0 };
  const rotten = { now: rot?.since === "written" };

  const failing = (error: unknown) => {
    thrown.add(error);
    return error;
  };
  const fail = (call: "create" | "write" | "close" | "remove") => {
    counts[call] += 1;
    const { workspaceFails: planned } = trouble;
    if (planned?.call !== call) return;
    const isNow = planned.forGood ? counts[call] >= planned.nth : counts[call] === planned.nth;
    if (isNow) throw failing(planned.reason ? named(planned.reason) : new TypeError(`The disk failed to ${call}`));
  };

  const workspace: Workspace = {
    async create(name) {
      fail("create");
      const writer = await memory.create(name);
      left.add(name);
      const kind = name.startsWith("volume") ? "volume" : "entry";
      counts[kind] += 1;
      const isRotting = rot?.file === kind && rot.nth === counts[kind];
      return {
        ...writer,
        async write(chunk) {
          watch.writing?.(counts.write + 1);
          fail("write");
          await writer.write(chunk);
        },
        async close() {
          fail("close");
          const file = await writer.close();
          return isRotting ? rotting(file, rot, rotten) : file;
        },
        async discard() {
          left.delete(name);
          await writer.discard();
        },
      };
    },
    async remove(name) {
      fail("remove");
      left.delete(name);
      await memory.remove(name);
    },
    async clear() {
      left.clear();
      await memory.clear();
    },
  };

  const deliver = async ({ name, file }: OutgoingVolume) => {
    counts.deliver += 1;
    watch.delivering?.(counts.deliver);
    if (rot?.since === "delivery") rotten.now = true;
    if (destinationRefuses && counts.deliver >= destinationRefuses.nth) {
      throw failing(refusal(destinationRefuses.how, name));
    }
    const bytes = await new Response(file.stream() as ReadableStream<Uint8Array<ArrayBuffer>>).bytes();
    const spoils = destinationSpoils?.nth === counts.deliver ? destinationSpoils.how : undefined;
    if (spoils === "flip") bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x10;
    if (spoils !== "lose") delivered.push({ name, bytes: spoils === "cut" ? bytes.slice(0, -1) : bytes });
    return {};
  };
  const claim = async ({ names }: ClaimRequest) => {
    if (claimFails) throw failing(named(claimFails));
    const name = names[nameIsTaken ? 1 : 0] ?? "";
    claimed.add(name);
    return { name, release: async () => void claimed.delete(name) };
  };
  async function* read(wanted: string) {
    const volume = delivered.find(({ name }) => name === wanted);
    if (!volume) throw new TypeError(`There is no ${wanted}`);
    yield volume.bytes;
  }
  return { workspace, destination: { kind: "folder", claim, deliver, read }, left, thrown, claimed, delivered };
}

function refusal(how: string, path: string): Error {
  if (how === "unexpected") return new TypeError("The destination broke");
  if (how !== "DELIVERY_FAILED" && how !== "NO_SPACE") return named(how);
  return new BackupError(how, "The destination takes no more", { facts: { path } });
}

/** As a file system throws it: Node's have a code, a browser's have a name. */
function named(reason: string): Error {
  if (!/^E[A-Z0-9]+$/.test(reason)) return new DOMException("It failed", reason);
  return Object.assign(new Error(`${reason}: it failed, open '/srv/secret'`), { code: reason });
}

function rotting(file: StoredFile, rot: NonNullable<MachineTrouble["rot"]>, rotten: { now: boolean }): StoredFile {
  const spoiled = async () => {
    const bytes = await file.bytes(0, file.size);
    if (!rotten.now || file.size === 0) return bytes;
    const at = Math.min(file.size - 1, Math.floor(file.size * rot.place));
    if (rot.how === "cut") return bytes.slice(0, at);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    return bytes;
  };
  return {
    ...{ name: file.name, size: file.size },
    bytes: async (start, end) => (await spoiled()).slice(start, end),
    stream: () =>
      new ReadableStream({
        async start(controller) {
          controller.enqueue(await spoiled());
          controller.close();
        },
      }),
  };
}
