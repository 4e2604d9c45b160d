import type { Destination } from "../../../src/domain/destination";
import type { StoredFile, Workspace } from "../../../src/domain/workspace";

/** Called at each moment of a run at which it may be cancelled: what is just about to happen, or just happened. */
export type Moment = (what: string) => void;

/** A moment before each request is sent, one when its answer has come and nobody knows it yet, and one for each piece of a file. */
export function watchedFetch(moment: Moment, send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const { pathname } = new URL(String(input));
    const request = `${init?.method ?? "GET"} ${pathname.replace(/^\/k\/v1\/|\.json$/g, "")}${purposeOf(init?.body)}`;
    moment(`sends ${request}`);
    init?.signal?.throwIfAborted();
    const response = await send(input, init);
    moment(`gets the answer to ${request}`);
    init?.signal?.throwIfAborted();
    if (request !== "GET file" || !response.body) return response;
    return new Response(response.body.pipeThrough(atEachPiece(() => moment("gets a piece of a file"))), response);
  };
}

/** What is written by a PUT of records: how the targets ended, how far the run is, how it ended. */
function purposeOf(body: unknown): string {
  if (typeof body !== "string") return "";
  if (body.includes("target_last_status")) return " (results)";
  if (body.includes("run_finished_exact")) return " (end)";
  return body.includes("run_reported_exact") ? " (report)" : "";
}

/** A moment before each call, and one for each piece that is read back or copied. */
export function watchedWorkspace(moment: Moment, workspace: Workspace): Workspace {
  return {
    async create(name) {
      const kind = name.replace(/-\d+$/, "");
      moment(`creates a file (${kind})`);
      const writer = await workspace.create(name);
      return {
        ...writer,
        async write(chunk) {
          moment(`writes to a file (${kind})`);
          await writer.write(chunk);
        },
        async close() {
          moment(`closes a file (${kind})`);
          return watchedFile(moment, kind, await writer.close());
        },
        discard: () => writer.discard(),
      };
    },
    async remove(name) {
      moment(`removes a file (${name.replace(/-\d+$/, "")})`);
      await workspace.remove(name);
    },
    clear: () => workspace.clear(),
  };
}

function watchedFile(moment: Moment, kind: string, file: StoredFile): StoredFile {
  return {
    ...{ name: file.name, size: file.size },
    bytes(start, end) {
      moment(`reads back (${kind})`);
      return file.bytes(start, end);
    },
    stream: () => file.stream().pipeThrough(atEachPiece(() => moment(`reads a file to its end (${kind})`))),
  };
}

/** A moment before each volume, and one when it is there. */
export function watchedDestination(moment: Moment, destination: Destination): Destination {
  let count = 0;
  return {
    ...destination,
    async claim(request) {
      moment("claims a name");
      const claim = await destination.claim(request);
      moment("has claimed a name");
      return claim;
    },
    async deliver(volume) {
      count += 1;
      moment(`delivers volume ${count}`);
      const delivery = await destination.deliver(volume);
      moment(`has delivered volume ${count}`);
      return delivery;
    },
  };
}

function atEachPiece(tell: () => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(piece, controller) {
      tell();
      controller.enqueue(piece);
    },
  });
}
