import { expect, test } from "vitest";
import { createBrowserDownload } from "../../src/destinations/browser-download";
import type { BackupError } from "../../src/domain/errors";
import { destinationContract } from "../contracts/destination";
import { outgoingVolume } from "../contracts/outgoing-volume";

/** A browser that saves a download as soon as it is offered one; what it could not read to its end, it removes. */
destinationContract("browser download", async () => {
  const saved = new Map<string, Uint8Array>();
  return {
    destination: createBrowserDownload(async (name, { stream }) => {
      const bytes = await new Response(stream() as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer();
      saved.set(name, new Uint8Array(bytes));
    }),
    names: async () => [...saved.keys()],
    read: async (name) => saved.get(name)!,
  };
});

test("a download that a page does not offer is a failed delivery that keeps its cause", async () => {
  const gone = new Error("the page is gone");
  const delivery = createBrowserDownload(() => Promise.reject(gone)).deliver(await outgoingVolume("a.zip"));
  const error = (await delivery.catch((thrown: unknown) => thrown)) as BackupError;
  expect(error).toMatchObject({ code: "DELIVERY_FAILED", facts: { path: "a.zip" } });
  expect(error.cause).toBe(gone);
});
