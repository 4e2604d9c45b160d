import { vi } from "vitest";

/** The most letters that are made bytes at once while something is done. */
export async function encodedAtOnce(work: () => unknown): Promise<number> {
  const encode = vi.spyOn(TextEncoder.prototype, "encode");
  try {
    await work();
    return Math.max(0, ...encode.mock.calls.map(([text = ""]) => text.length));
  } finally {
    encode.mockRestore();
  }
}
