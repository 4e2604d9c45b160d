import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { CopiedRecords } from "../../../src/domain/record-copies";
import { createNodeCopyThreads } from "../../../src/entries/command/node-copy-threads";
import { type Thread, createAnsweringThread } from "../../../src/entries/wiring/copy-thread";
import { type CopyThreads, createCopyThreads } from "../../../src/entries/wiring/copy-threads";
import { createCopyHere } from "../../../src/kintone/reading/record-answer";
import { copiedIds, wholeRecords } from "../../kintone/reading/copy-order";

const command = path.join(import.meta.dirname, "../../../dist/headless/kintone-backup.cjs");
/** Large enough to be sent away. */
const answerOf = (firstId: number) =>
  new TextEncoder().encode(
    JSON.stringify({
      records: Array.from({ length: 200 }, (_, index) => ({
        $id: { type: "__ID__", value: String(firstId + index) },
        $revision: { type: "__REVISION__", value: "3" },
        所見: { type: "MULTI_LINE_TEXT", value: "良好\n".repeat(60) },
        写真: { type: "FILE", value: index === 7 ? [{ fileKey: "k", name: "a.jpg", size: "3", contentType: "" }] : [] },
      })),
    }),
  );
/** Bytes as texts: comparing them one by one takes seconds. */
const readable = ({ lines, copies, gaps }: CopiedRecords) => {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const texts = copies.map((copy) => ({ ...copy, lines: text(copy.lines), rows: copy.rows && text(copy.rows) }));
  return { lines: text(lines), copies: texts, gaps };
};
const asked = { afterId: "0" };

let threads: CopyThreads | undefined;
afterEach(async () => threads?.end());

/** A thread that lives here, and what was posted to it. */
function threadHere(onPost: (kind: string, broken: (reason: string) => void) => boolean = () => true) {
  const posted: string[] = [];
  const start = async (events: Parameters<Parameters<typeof createCopyThreads>[0]>[0]): Promise<Thread> => {
    const handle = createAnsweringThread((message, buffers) =>
      events.message(structuredClone(message, { transfer: buffers })),
    );
    return {
      post(message, buffers) {
        posted.push(message.kind);
        const copy = structuredClone(message, { transfer: buffers });
        if (onPost(message.kind, events.broken)) handle(copy);
      },
      awaited: () => undefined,
      end: () => undefined,
    };
  };
  return { start, posted };
}

describe("threads that copy records", () => {
  it("make what would have been made here, on threads of the built command", async () => {
    threads = createNodeCopyThreads(command);
    const { copyAnswer } = threads;
    const firstIds = [1, 1001, 2001, 3001];
    const copied = await Promise.all(firstIds.map((id) => copyAnswer(answerOf(id), asked, wholeRecords)));
    const expected = await Promise.all(firstIds.map((id) => createCopyHere()(answerOf(id), asked, wholeRecords)));
    expect(copied.map(readable)).toEqual(expected.map(readable));
    expect(copied[0]?.copies.map(({ versions }) => versions.length)).toEqual([7, 1, 192]);
  });

  it("hear of an order once, and nothing of small answers", async () => {
    const { start, posted } = threadHere();
    threads = createCopyThreads(start, 1);
    const small = new TextEncoder().encode('{"records":[]}');
    expect(copiedIds(await threads.copyAnswer(small, asked, wholeRecords))).toEqual([]);
    expect(posted).toEqual([]);
    await threads.copyAnswer(answerOf(1), asked, wholeRecords);
    await threads.copyAnswer(answerOf(201), asked, wholeRecords);
    await threads.copyAnswer(answerOf(401), asked, { ...wholeRecords, oneByOne: true });
    expect(posted).toEqual(["order", "copy", "copy", "order", "copy"]);
  });

  it("tell what is wrong with an answer", async () => {
    threads = createCopyThreads(threadHere().start, 1);
    const copying = threads.copyAnswer(answerOf(1), { afterId: "5" }, wholeRecords);
    await expect(copying).rejects.toMatchObject({ code: "BAD_RESPONSE", retryable: false });
    const cut = threads.copyAnswer(answerOf(1).slice(0, -100), asked, wholeRecords);
    await expect(cut).rejects.toMatchObject({ code: "BAD_RESPONSE", retryable: true });
  });

  it("are not waited for when they broke, and the rest is copied here", async () => {
    const { start, posted } = threadHere((kind, broken) => {
      if (kind === "copy") broken("gone");
      return false;
    });
    threads = createCopyThreads(start, 1);
    const lost = threads.copyAnswer(answerOf(1), asked, wholeRecords);
    await expect(lost).rejects.toMatchObject({ code: "BAD_RESPONSE", retryable: true });
    expect(copiedIds(await threads.copyAnswer(answerOf(1), asked, wholeRecords))).toHaveLength(200);
    expect(posted).toEqual(["order", "copy"]);
  });

  it.each([
    ["there is none", async () => undefined],
    ["none can be started", () => Promise.reject(new Error("no"))],
  ])("are not needed: where %s, records are copied here", async (_, start) => {
    threads = createCopyThreads(start, 2);
    expect(copiedIds(await threads.copyAnswer(answerOf(1), asked, wholeRecords))).toHaveLength(200);
  });
});
