import type { RestoreLine } from "../../../src/restore/write/restore-journal";
import { restoresFolder } from "../../../src/workspace/private-folders";
import { interruptedPrivateRestores, openPrivateRestore } from "../../../src/workspace/private-restores";
import type { MortalRestore } from "../../contracts/kept-restore";
import { mortalFiles } from "./mortal-files";

/** Restores of this Worker, each under its name. */
export function mortalRestores(): (restoreId: string) => MortalRestore {
  const { kill, tear } = mortalFiles();
  return (restoreId) => ({
    async attempt() {
      kill();
      const kept = await openPrivateRestore<RestoreLine>(restoreId);
      return { journal: kept, keep: (mark) => kept.keep({ mark }), clear: () => kept.clear() };
    },
    tear: async (text) => tear(await (await restoresFolder()).getDirectoryHandle(restoreId), text),
    async unfinished() {
      kill();
      return (await interruptedPrivateRestores()).map(({ about }) => (about as { mark: string }).mark);
    },
  });
}
