import type { Sent } from "../../kintone/connection/exchange";
import { asAssumedIf, type Finding, toldOf, unknown } from "../finding";
import type { ReadingPlace } from "./reading-place";

export async function filesByPost({ exchange, app, file }: ReadingPlace): Promise<Finding> {
  if (!file) return unknown("no-file");
  const overridden = await exchange({ ...download(app, file), saysGet: true });
  return asAssumedIf(overridden.status !== 200, toldOf(overridden));
}

export async function fileHeaders({ exchange, app, file }: ReadingPlace): Promise<Finding> {
  if (!file) return unknown("no-file");
  const heard = await exchange(download(app, file));
  if (heard.status !== 200) return unknown("refused", toldOf(heard));
  const [length, encoding] = [heard.header("Content-Length"), heard.header("Content-Encoding")];
  const told = `Content-Length: ${length ?? "–"} of ${file.size}, Content-Encoding: ${encoding ?? "–"}`;
  return asAssumedIf(length === String(file.size) && encoding === undefined, told);
}

export async function fileRanges({ exchange, app, file }: ReadingPlace): Promise<Finding> {
  if (!file || file.size < 2) return unknown("no-file");
  const heard = await exchange({ ...download(app, file), headers: { Range: "bytes=0-0" } });
  if (heard.status !== 200 && heard.status !== 206) return unknown("refused", toldOf(heard));
  return asAssumedIf(heard.status === 200, `${heard.status}, Accept-Ranges: ${heard.header("Accept-Ranges") ?? "–"}`);
}

function download(app: ReadingPlace["app"], { fileKey }: { fileKey: string }): Sent {
  return { method: "GET", path: "file", guestSpaceId: app?.guestSpaceId, query: { fileKey }, unread: true };
}
