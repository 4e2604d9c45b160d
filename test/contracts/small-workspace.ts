import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toBackupError } from "../../src/domain/errors";
import type { FileWriter, Workspace } from "../../src/domain/workspace";

/** The room that the workspaces of this contract have, in bytes. */
export const SMALL_ROOM = 4 * 1024 * 1024;

const chunk = new Uint8Array(256 * 1024).fill(7);

/** What every workspace promises whose room is used up. */
export function smallWorkspaceContract(name: string, create: () => Promise<Workspace>): void {
  describe(`${name} keeps the contract of a workspace with little room`, () => {
    let workspace: Workspace;

    beforeEach(async () => {
      workspace = await create();
    });
    afterEach(() => workspace.clear());

    /** Writes until there is no more room; resolves to the error's code, and to how many chunks were written before. */
    async function fill(writer: FileWriter): Promise<{ code: string; written: number }> {
      const most = (2 * SMALL_ROOM) / chunk.length;
      for (let written = 0; written < most; written += 1) {
        const refusal = await writer.write(chunk).catch(toBackupError);
        if (refusal) return { code: refusal.code, written };
      }
      return { code: "none", written: most };
    }

    /** Whether more can be written than would be left beside what the test wrote. */
    async function hasRoomAgain(): Promise<boolean> {
      const writer = await workspace.create("again");
      const { written } = await fill(writer);
      await writer.discard();
      return written * chunk.length > SMALL_ROOM / 2;
    }

    test("writing is refused with NO_SPACE, and what lasts is still there", async () => {
      const writer = await workspace.create("large");
      const { code, written } = await fill(writer);
      expect(code).toBe("NO_SPACE");
      expect(written > 0).toBe(true);
      if (!writer.isLasting) return;
      const file = await writer.close();
      const bytes = await file.bytes(0, written * chunk.length);
      expect([bytes.length, bytes.every((byte) => byte === 7)]).toEqual([written * chunk.length, true]);
    });

    test("what is discarded makes room", async () => {
      const writer = await workspace.create("large");
      expect((await fill(writer)).code).toBe("NO_SPACE");
      await writer.discard();
      expect(await hasRoomAgain()).toBe(true);
    });

    test("what is removed makes room", async () => {
      const writer = await workspace.create("large");
      for (let size = 0; size < (SMALL_ROOM * 3) / 4; size += chunk.length) await writer.write(chunk);
      await writer.close();
      await workspace.remove("large");
      expect(await hasRoomAgain()).toBe(true);
    });

    test("what is cleared makes room for the next", async () => {
      expect((await fill(await workspace.create("large"))).code).toBe("NO_SPACE");
      await workspace.clear();
      workspace = await create();
      expect(await hasRoomAgain()).toBe(true);
    });
  });
}
