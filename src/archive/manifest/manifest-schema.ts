import * as v from "valibot";
import { DOMAIN_LISTS, DOMAIN_PARTS } from "../domain-lists";
import { FORMAT_VERSIONS, type Manifest } from "./manifest";

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(count, v.minValue(1));
const hexDigest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const counts = v.object({ expected: count, written: count });

const spans = v.object({ records: positive, ids: v.array(v.tuple([v.string(), v.string()])) });
const timestamp = v.pipe(v.string(), v.isoTimestamp());

const missing = v.array(
  v.object({
    code: v.picklist(["NOT_OFFERED_BY_KINTONE", "NOT_READ", "NOT_READABLE", "EXCLUDED", "NOT_IN_CSV", "FAILED"]),
    what: v.string(),
    text: v.string(),
    field: v.exactOptional(v.string()),
    record: v.exactOptional(v.string()),
    space: v.exactOptional(v.string()),
    path: v.exactOptional(v.string()),
    accepted: v.exactOptional(v.object({ by: v.string(), at: v.string(), reason: v.string() })),
    more: v.exactOptional(positive),
  }),
);

/** `manifest.schema.json` says the same to other people's programs; a test compares the two. */
export const manifestSchema: v.GenericSchema<unknown, Manifest> = v.object({
  formatVersion: v.picklist(FORMAT_VERSIONS),
  runId: v.string(),
  createdAt: timestamp,
  volume: positive,
  last: v.boolean(),
  entries: v.array(
    v.object({
      path: v.string(),
      size: count,
      sha256: hexDigest,
      kind: v.picklist(["records", "csv", "comments", "attachment", "settings", "customize", "domain", "readme"]),
      target: v.exactOptional(v.string()),
    }),
  ),
  targets: v.array(
    v.object({
      folder: v.string(),
      appId: v.string(),
      guestSpaceId: v.exactOptional(v.string()),
      appName: v.string(),
      revision: v.string(),
      options: v.object({
        query: v.string(),
        include: v.array(v.picklist(["records", "attachments", "comments", "settings", "administration"])),
        excludedFields: v.array(v.string()),
      }),
      records: counts,
      attachments: counts,
      comments: v.object({
        written: count,
        unread: v.exactOptional(spans),
        takenOver: v.exactOptional(v.array(v.object({ readAt: timestamp, ...spans.entries }))),
      }),
      files: v.exactOptional(v.object({ records: count, csv: count, comments: count })),
      changedMeanwhile: v.object({ added: count, changed: count, deleted: count }),
      firstId: v.exactOptional(v.string()),
      lastId: v.exactOptional(v.string()),
      renamed: v.array(v.object({ path: v.string(), trueName: v.string() })),
      missing,
    }),
  ),
  domain: v.exactOptional(
    v.object({
      include: v.array(v.picklist(DOMAIN_PARTS)),
      lists: v.array(v.object({ list: v.picklist(DOMAIN_LISTS), written: count })),
      missing,
    }),
  ),
  volumes: v.array(v.object({ name: v.string(), size: count, sha256: hexDigest })),
});
