import { expect, test } from "vitest";
import { createLazyWorkspace } from "../../src/workspace/lazy";
import { createMemoryWorkspace } from "../../src/workspace/memory";
import { workspaceContract } from "../contracts/workspace";

workspaceContract("lazy", async () => ({ workspace: createLazyWorkspace(async () => createMemoryWorkspace()) }));

test("a lazy workspace is made with its first file, once, also for files at the same time", async () => {
  let made = 0;
  const workspace = createLazyWorkspace(async () => {
    made += 1;
    return createMemoryWorkspace();
  });
  await workspace.remove("a");
  await workspace.clear();
  expect(made).toBe(0);
  await Promise.all([workspace.create("a"), workspace.create("b")]);
  expect(made).toBe(1);
});
