import { randomBytes, randomUUID } from "node:crypto";
import { fileNotFound } from "../errors/records";

export interface FileContent {
  name: string;
  contentType: string;
  size: number;
  /** A function is called at each download, so that big sample data needs no memory. */
  bytes: Uint8Array | (() => Uint8Array);
}

/** Where a file hangs: whoever may see that place may download it. */
export type FileHolder =
  { kind: "record"; appId: number; recordId: number; fieldCode: string } | { kind: "settings"; appId: number };

export interface AttachedFile {
  /** The download key; it cannot be used to attach the file elsewhere (cybozu.dev upload-file). */
  fileKey: string;
  content: FileContent;
}

/** An upload that no record took is removed after three days (cybozu.dev upload-file). */
const uploadLifetime = 3 * 24 * 60 * 60 * 1000;

/** Uploaded files waiting to be attached, and attached files with where they hang. */
export class Files {
  readonly uploads = new Map<string, { content: FileContent; uploadedAt: number }>();
  readonly attached = new Map<string, { content: FileContent; holder: FileHolder }>();

  constructor(private readonly now: () => Date) {}

  /** Puts a file into the temporary area; the key attaches it once. */
  store(file: Omit<FileContent, "size"> & { size?: number }): string {
    const size = file.size ?? (typeof file.bytes === "function" ? file.bytes() : file.bytes).length;
    const key = randomUUID();
    this.uploads.set(key, { content: { ...file, size }, uploadedAt: this.now().getTime() });
    return key;
  }

  /** The waiting upload. @throws GAIA_BL01 */
  upload(key: string): FileContent {
    const upload = this.uploads.get(key);
    if (!upload || this.now().getTime() - upload.uploadedAt > uploadLifetime) throw fileNotFound(key);
    return upload.content;
  }

  attach(content: FileContent, holder: FileHolder): AttachedFile {
    const stamp = this.now().toISOString().replace(/\D/g, "").slice(0, 14);
    const fileKey = stamp + randomBytes(18).toString("hex").toUpperCase().slice(0, 35);
    this.attached.set(fileKey, { content, holder });
    return { fileKey, content };
  }

  static read(content: FileContent): Uint8Array {
    return typeof content.bytes === "function" ? content.bytes() : content.bytes;
  }
}
