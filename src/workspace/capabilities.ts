import { storageError } from "../domain/storage-error";
import { createPrivateWorkspace } from "./private-workspace";

/** What this browser, on this page, has of what a run needs, as far as trying tells. */
export type Capabilities =
  | { kind: "usable"; resumes: boolean }
  /** The browser has no such thing: it is too old, or the page is none that may have it. */
  | { kind: "parts-missing"; names: string[] }
  /** The private file system is there, but takes no files: a private window, or a setting of the browser. `reason` is the browser's word. */
  | { kind: "storage-refused"; reason: string | undefined };

/** The name of each part without which no run can be made, and whether it is there. Never asked for without `typeof`: a name may be unknown. */
const PARTS: Readonly<Record<string, () => boolean>> = {
  "Origin private file system": () => typeof navigator.storage?.getDirectory === "function",
  FileSystemFileHandle: () => typeof FileSystemFileHandle !== "undefined",
  "Web Locks": () => typeof navigator.locks?.request === "function",
  BroadcastChannel: () => typeof BroadcastChannel !== "undefined",
  CompressionStream: () => typeof CompressionStream !== "undefined",
  "AbortSignal.any": () => typeof AbortSignal.any === "function",
};

/**
 * Makes one small file, as a run makes its own, and takes it back. Whoever wants to know of a Worker looks in one: a page and its
 * Workers have different parts.
 */
export async function lookAtCapabilities(): Promise<Capabilities> {
  const names = Object.keys(PARTS).filter((name) => !PARTS[name]?.());
  if (names.length > 0) return { kind: "parts-missing", names };
  try {
    return { kind: "usable", resumes: await writesLasting() };
  } catch (thrown) {
    const { code, facts } = storageError(thrown, "WORKSPACE_FAILED");
    // How much room there is, is another question, which is asked next.
    if (code === "NO_SPACE") return { kind: "usable", resumes: true };
    return { kind: "storage-refused", reason: facts.reason };
  }
}

/** Whether what is written here survives the end of the browser. */
async function writesLasting(): Promise<boolean> {
  const workspace = await createPrivateWorkspace(`look-${crypto.randomUUID()}`);
  try {
    const writer = await workspace.create("file");
    await writer.write(new Uint8Array([1]));
    const file = await writer.close();
    await file.bytes(0, 1);
    return writer.isLasting;
  } finally {
    await workspace.clear().catch(() => undefined);
  }
}
