/** The folder of a run, as the private file system has it. */
export async function folderOf(runId: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle("kintone-backup-manager")).getDirectoryHandle(runId);
}

/** The names of a run's files; none when its folder is gone. */
export async function filesOf(runId: string): Promise<string[]> {
  const names: string[] = [];
  const folder = await folderOf(runId).catch(() => undefined);
  if (folder) for await (const name of folder.keys()) names.push(name);
  return names;
}
