import { expect, test } from "vitest";
import { createMemoryWorkspace } from "../../src/workspace/memory";
import { SMALL_ROOM, smallWorkspaceContract } from "../contracts/small-workspace";
import { workspaceContract } from "../contracts/workspace";

workspaceContract("memory", async () => ({ workspace: createMemoryWorkspace() }));
smallWorkspaceContract("memory", async () => createMemoryWorkspace({ capacity: SMALL_ROOM }));

test("what is discarded makes room for others that are being written, to the last byte", async () => {
  const workspace = createMemoryWorkspace({ capacity: 10 });
  const first = await workspace.create("first");
  await first.write(new Uint8Array(8));
  const second = await workspace.create("second");
  await expect(second.write(new Uint8Array(3))).rejects.toMatchObject({ code: "NO_SPACE" });
  await first.discard();
  await second.write(new Uint8Array(10));
  expect((await second.close()).size).toBe(10);
});
