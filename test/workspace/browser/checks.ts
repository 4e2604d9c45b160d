/** The bundle that a page or a Worker of the test loads: the workspace under test, and its contract. */
import { toBackupError } from "../../../src/engine/errors";
import { createPrivateWorkspace, sweepPrivateWorkspaces } from "../../../src/workspace/private-file-system";
import { workspaceContract } from "../../contracts/workspace";
import { type Report, runTests } from "./small-vitest";

const checks = {
  async contract(): Promise<Report> {
    let runs = 0;
    workspaceContract("private file system", () => createPrivateWorkspace(`contract-${(runs += 1)}`));
    return runTests();
  },

  /** Writes until there is no more room; resolves to the error's code, and to whether there is room again afterwards. */
  async fillUp(): Promise<{ code: string; roomAgain: boolean }> {
    const chunk = new Uint8Array(256 * 1024);
    const workspace = await createPrivateWorkspace("full");
    const writer = await workspace.create("large");
    let code = "none";
    try {
      for (let count = 0; count < 64; count += 1) await writer.write(chunk);
      await writer.close();
    } catch (thrown) {
      ({ code } = toBackupError(thrown));
    }
    await workspace.clear();
    const next = await createPrivateWorkspace("next");
    const small = await next.create("small");
    await small.write(chunk);
    const roomAgain = (await small.close()).size === chunk.length;
    await next.clear();
    return { code, roomAgain };
  },

  /** Leaves a file behind that is still being written, as a tab does that is closed or crashes. */
  async hold(): Promise<void> {
    const writer = await (await createPrivateWorkspace("held")).create("a");
    await writer.write(new Uint8Array(10));
  },

  /** An hour from now, so that nothing is too fresh to go. */
  sweep: () => sweepPrivateWorkspaces(new Date(Date.now() + 3_600_000)),
};

export type Check = keyof typeof checks;
export type CheckResult<Name extends Check> = Awaited<ReturnType<(typeof checks)[Name]>>;

Object.assign(globalThis, { checks });

if (typeof document === "undefined") {
  self.addEventListener("message", ({ data }: MessageEvent<Check>) => {
    // Thrown outside the promise, an error reaches whoever listens to the Worker.
    checks[data]().then(
      (result) => self.postMessage(result),
      (error) => setTimeout(() => reportError(error)),
    );
  });
}
