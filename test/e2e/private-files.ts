import type { Page } from "playwright-core";

/** The runs of which something lies in the browser's private file system. */
export function runsWithFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const ours = await root.getDirectoryHandle("kintone-backup-manager", { create: true });
    const names: string[] = [];
    for await (const name of ours.keys()) names.push(name);
    return names;
  });
}
