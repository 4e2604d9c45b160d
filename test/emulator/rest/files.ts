import { checkInService } from "../access/in-service";
import { Permissions } from "../access/permissions";
import { fileNotFound } from "../errors/records";
import { invalidParameter, noPermission } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { Files } from "../domain/files";
import type { AttachedFile, FileContent, FileHolder } from "../domain/files";
import { findField } from "../domain/form";
import type { Value } from "../records/record";
import { get, post } from "./endpoint";
import type { Call, Endpoint } from "./endpoint";

const maxFileSize = 1024 ** 3;

export const files: Endpoint[] = [
  post("file.json", async (call) => {
    if (!call.upload) throw invalidParameter("file", sentences.requiredParameter);
    if (call.upload.size > maxFileSize) throw invalidParameter("file", sentences.atMost(maxFileSize));
    const bytes = new Uint8Array(await call.upload.arrayBuffer());
    const contentType = call.upload.type || "application/octet-stream";
    return { fileKey: call.domain.files.store({ name: call.upload.name, contentType, bytes }) };
  }),

  get("file.json", (call) => {
    const key = call.parameters.text("fileKey");
    const attached = call.domain.files.attached.get(key);
    if (!attached) throw fileNotFound(key);
    checkMayDownload(call, key, attached.holder);
    return download(attached.content, call);
  }),
];

/** A file of the settings as responses name it. */
export const showFile = ({ fileKey, content }: AttachedFile): Record<string, string> => ({
  fileKey,
  name: content.name,
  contentType: content.contentType,
  size: String(content.size),
});

/** The headers other than the type are UNCONFIRMED(file-headers, file-ranges), and so is what stands for half a surrogate, which UTF-8 has no bytes for: UNCONFIRMED(half-surrogate). */
function download(content: FileContent, { domain: { opposites }, range }: Call): Response {
  const whole = Files.read(content);
  const isPart = opposites.has("file-ranges") && range === "bytes=0-0";
  const bytes = isPart ? whole.slice(0, 1) : whole;
  const name = Buffer.from(content.name).toString();
  // Without a length, in chunks.
  const body = opposites.has("file-headers") ? new Blob([bytes as Uint8Array<ArrayBuffer>]).stream() : bytes;
  return new Response(body as BodyInit, {
    status: isPart ? 206 : 200,
    headers: {
      "content-type": content.contentType,
      ...(!opposites.has("file-headers") && { "content-length": String(bytes.length) }),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}

/** View permission on app, record and field is needed, and the place must still hold the file. @throws GAIA_BL01, CB_NO02 */
function checkMayDownload(call: Call, key: string, holder: FileHolder): void {
  const app = call.domain.apps.get(holder.appId);
  if (!app) throw fileNotFound(key);
  call.appById(holder.appId);
  const permissions = new Permissions(call.domain, app, call.caller);
  if (holder.kind === "settings") {
    permissions.demand("view", "add", "manage");
    return;
  }
  checkInService(app);
  permissions.demand("view");
  const record = app.records.get(holder.recordId);
  const place = findField(app.settings.properties, holder.fieldCode);
  if (!record || !place) throw fileNotFound(key);
  const fieldCode = place.table ?? holder.fieldCode;
  if (!permissions.mayWithRecord(record, "viewable") || !permissions.maySee(record)(fieldCode)) throw noPermission();
  if (!holds(record.values[fieldCode], key)) throw fileNotFound(key);
}

const holds = (value: Value | undefined, key: string): boolean =>
  Array.isArray(value) &&
  value.some((item) => {
    if (typeof item === "string") return false;
    return "fileKey" in item ? item.fileKey === key : Object.values(item.values).some((inner) => holds(inner, key));
  });
