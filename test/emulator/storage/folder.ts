import { existsSync, readFileSync } from "node:fs";
import { access, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Domain } from "../domain/domain";
import { Files } from "../domain/files";
import type { AttachedFile, FileContent } from "../domain/files";
import type { FileEntry, Snapshot } from "./snapshot";
import { restoreSnapshot, takeSnapshot } from "./snapshot";

/** A folder that keeps a domain from one start to the next. */
export interface DataFolder {
  /** Was there a domain in it? */
  wasFilled: boolean;
  /** Something may have changed: it is written soon. */
  changed(): void;
  /** Writes now. */
  save(): Promise<void>;
}

const delay = 1000;

/** Fills the domain from the folder, if there is something in it. */
export async function openDataFolder(path: string, domain: Domain): Promise<DataFolder> {
  const file = (...names: string[]) => join(path, ...names);
  await mkdir(file("files"), { recursive: true });
  await mkdir(file("plugins"), { recursive: true });
  const wasFilled = existsSync(file("domain.json"));
  if (wasFilled) await load(domain, file);

  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(() => write(domain, file));
    return writing;
  };
  return {
    wasFilled,
    save,
    changed() {
      timer ??= setTimeout(save, delay).unref();
    },
  };
}

type Locate = (...names: string[]) => string;

async function load(domain: Domain, file: Locate): Promise<void> {
  const text = readFileSync(file("domain.json"), "utf8");
  const { files, uploads, plugins } = JSON.parse(text) as Snapshot;
  const contentOf = ({ key, name, contentType, size }: FileEntry): FileContent => ({
    name,
    contentType,
    size,
    bytes: () => readFileSync(file("files", key)),
  });
  for (const entry of files) domain.files.attached.set(entry.key, { content: contentOf(entry), holder: entry.holder });
  for (const entry of uploads)
    domain.files.uploads.set(entry.key, { content: contentOf(entry), uploadedAt: entry.uploadedAt });
  for (const id of plugins) await domain.installPlugin(readFileSync(file("plugins", `${id}.zip`)));
  const attached = (key: string): AttachedFile | undefined => {
    const known = domain.files.attached.get(key);
    return known && { fileKey: key, content: known.content };
  };
  const revive = (_: string, value: unknown): unknown => (isReference(value) ? attached(value.attachedFile) : value);
  restoreSnapshot(JSON.parse(text, revive) as Snapshot, domain);
}

/** The bytes first: whoever finds the snapshot finds all that it names. */
async function write(domain: Domain, file: Locate): Promise<void> {
  const snapshot = JSON.stringify(takeSnapshot(domain), (_, value: unknown) =>
    isAttached(value) ? { attachedFile: value.fileKey } : value,
  );
  const contents = [...domain.files.attached, ...domain.files.uploads];
  for (const [key, { content }] of contents) await writeOnce(file("files", key), () => Files.read(content));
  for (const [id, plugin] of domain.plugins) await writeFile(file("plugins", `${id}.zip`), plugin.zip);
  await writeFile(file("domain.json.new"), snapshot);
  await rename(file("domain.json.new"), file("domain.json"));
}

async function writeOnce(path: string, bytes: () => Uint8Array): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) await writeFile(path, bytes());
}

const isAttached = (value: unknown): value is AttachedFile =>
  typeof value === "object" && value !== null && "fileKey" in value && "content" in value;

const isReference = (value: unknown): value is { attachedFile: string } =>
  typeof value === "object" && value !== null && "attachedFile" in value;
