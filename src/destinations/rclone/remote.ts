import type { PlacedFile } from "../../domain/destination";
import { isNotThere } from "./failures";
import { rclone, rcloneOutput } from "./process";

/** A file as rclone tells of it. */
export interface RemoteFile extends PlacedFile {
  modified: Date;
  /** By their names, those that the service computes. */
  hashes: Readonly<Record<string, string>>;
}

/** A folder of a remote. */
export interface Remote {
  list(): Promise<RemoteFile[]>;
  /** One file of it, with what the service says of its content; `undefined` when it is not there. */
  find(name: string): Promise<RemoteFile | undefined>;
  /** Copies what a folder of this machine holds; refuses to change a file that is there. Resolves to whether anything was copied. */
  add(folder: string, signal?: AbortSignal): Promise<boolean>;
  /** Whether all that the folder holds is there, by the digests that both sides compute. */
  isSame(folder: string, signal?: AbortSignal): Promise<boolean>;
  read(name: string): AsyncIterable<Uint8Array>;
  remove(name: string): Promise<void>;
}

export function openRemote(remote: string): Remote {
  const folder = remote.replace(/\/+$/, "");
  const at = (name: string) => `${folder}${folder.endsWith(":") ? "" : "/"}${name}`;
  return {
    async list() {
      const { stdout } = await rclone(["lsjson", folder, "--files-only"]).catch(emptyIfNotThere("[]"));
      return (JSON.parse(stdout) as Listed[]).map(asFile);
    },
    async find(name) {
      const { stdout } = await rclone(["lsjson", at(name), "--stat", "--hash"]).catch(emptyIfNotThere("null"));
      const listed = JSON.parse(stdout) as Listed | null;
      return listed && !listed.IsDir ? asFile(listed) : undefined;
    },
    async add(from, signal) {
      const { stderr } = await rclone(["copy", from, folder, "--immutable", "--checksum"], signal);
      return stderr.includes("Copied (new)");
    },
    isSame: (from, signal) =>
      rclone(["check", from, folder, "--one-way"], signal).then(
        () => true,
        (thrown: unknown) => {
          signal?.throwIfAborted();
          if (String((thrown as { cause?: { stderr?: string } }).cause?.stderr).includes("differences found"))
            return false;
          throw thrown;
        },
      ),
    read: (name) => rcloneOutput(["cat", at(name)]),
    async remove(name) {
      try {
        await rclone(["deletefile", at(name)]);
      } catch (thrown) {
        // Not every version has an exit code of its own for what is not there.
        if (await this.find(name)) throw thrown;
      }
    },
  };
}

/** Of `lsjson`. */
interface Listed {
  Name: string;
  Size: number;
  ModTime: string;
  IsDir: boolean;
  Hashes?: Record<string, string>;
}

function asFile({ Name: name, Size: size, ModTime, Hashes: hashes = {} }: Listed): RemoteFile {
  return { name, size, modified: new Date(ModTime), hashes };
}

function emptyIfNotThere(stdout: string) {
  return (thrown: unknown) => {
    if (isNotThere(thrown)) return { stdout };
    throw thrown;
  };
}
