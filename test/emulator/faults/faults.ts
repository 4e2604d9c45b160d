import { randomUUID } from "node:crypto";

/** A request to be spoiled, and how. */
export interface Fault {
  when: {
    /** After method override, as `GET`. */
    method?: string;
    /** Below `/k/v1/`, as `records.json`; a trailing `*` stands for any rest. */
    path?: string;
    /** Only the nth request that fits, counted from 1. */
    nth?: number;
    /** At most so many requests; the nth and those behind it. */
    times?: number;
    /** 0 to 1. */
    chance?: number;
  };
  do: Effect;
}

export type Effect =
  /** Waits before it answers. */
  | { kind: "latency"; milliseconds: number }
  /** Sends the body at this speed. */
  | { kind: "bandwidth"; bytesPerSecond: number }
  /** 429 GAIA_TO04, 520 GAIA_DA02, 401 CB_AU01… without doing anything. */
  | { kind: "error"; code: FaultCode }
  /** 503 with a body that is no JSON, as during maintenance; or another status that servers on the way give themselves. */
  | { kind: "unavailable"; body: "text" | "html"; status?: number; retryAfter?: number | string }
  /**
   * Somebody else answers: a proxy, a log-in page, whoever. `{sent}` in the body stands for the request as it came, its headers
   * and its body, escaped as the content type demands. `after` has kintone do the work first, and `{sent}` no meaning.
   */
  | {
      kind: "answer";
      status: number;
      contentType?: string;
      headers?: Record<string, string>;
      body: string;
      after?: boolean;
    }
  /** Closes the connection without an answer; `after` does the work first. */
  | { kind: "drop"; after?: boolean }
  /** Ends the body early: by breaking the connection, or quietly, as if it were whole. */
  | { kind: "truncate"; bytes: number; quiet?: boolean }
  /** Changes bytes in the middle of the body. */
  | { kind: "corrupt" }
  /** Sends the body in small pieces with pauses. */
  | { kind: "drip"; bytes: number; milliseconds: number }
  /** Sends so many bytes of the body, and then nothing more, without an end. */
  | { kind: "silent"; bytes: number }
  /** The gateway does not wait for an answer of more than so many bytes: 504, as with RFC 9110 §15.6.5. The work was done. */
  | { kind: "too-much"; bytes: number }
  /** Something happens in the domain just before the request is worked on. */
  | { kind: "event"; event: FaultEvent };

export type FaultCode = "GAIA_TO04" | "GAIA_DA02" | "CB_AU01" | "CB_NO02";

export type FaultEvent =
  | { name: "session-expired"; user?: string }
  | { name: "permission-removed"; app: number; user: string }
  | { name: "record-added"; app: number; record: Record<string, { value: unknown }> }
  | { name: "record-changed"; app: number; id: number; record: Record<string, { value: unknown }> }
  | { name: "record-deleted"; app: number; id: number }
  | { name: "app-deleted"; app: number }
  /** The app's next deployment ends so, and nothing goes live. */
  | { name: "deployment-fails"; app: number; status?: "FAIL" | "CANCEL" }
  | { name: "maintenance-mode"; app: number; on: boolean }
  | { name: "cursors-lost" }
  /** From now on requests beyond so many are refused, by app and day; none are when it is left out. */
  | { name: "requests-limited"; perAppAndDay?: number }
  | { name: "file-gone"; fileKey: string };

/** What is to go wrong, scripted by a test or over the control endpoint. */
export class Faults {
  private readonly scripted = new Map<string, Fault & { seen: number }>();

  /** Gives the id under which `remove` forgets it. */
  add(fault: Fault): string {
    const id = randomUUID();
    this.scripted.set(id, { ...fault, seen: 0 });
    return id;
  }

  remove(id: string): void {
    this.scripted.delete(id);
  }

  clear(): void {
    this.scripted.clear();
  }

  list(): Array<Fault & { id: string; seen: number }> {
    return [...this.scripted].map(([id, fault]) => ({ id, ...fault }));
  }

  /** The effects on a request, which is counted by asking. */
  on(method: string, path: string): Effect[] {
    return [...this.scripted.values()].filter((fault) => hits(fault, method, path)).map((fault) => fault.do);
  }
}

function hits(fault: Fault & { seen: number }, method: string, path: string): boolean {
  const { when } = fault;
  if (when.method !== undefined && when.method !== method) return false;
  if (when.path !== undefined && !fits(when.path, path)) return false;
  fault.seen++;
  const first = when.nth ?? 1;
  const count = when.times ?? (when.nth === undefined ? Infinity : 1);
  if (fault.seen < first || fault.seen >= first + count) return false;
  return when.chance === undefined || Math.random() < when.chance;
}

const fits = (pattern: string, path: string): boolean =>
  pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
