import type { NewApp } from "../domain/domain";

type Rights = NonNullable<NewApp["acl"]>;

/** Everything with records, but not the app's settings. */
const records = {
  recordViewable: true,
  recordAddable: true,
  recordEditable: true,
  recordDeletable: true,
  recordImportable: true,
  recordExportable: true,
};

/** Everything, the app's settings too. */
export const all = { appEditable: true, ...records };

/**
 * The rights in an app of the sample: who made it and those who are in charge of backups may do everything, all others
 * everything but manage it. A backup needs the right to manage an app, because kintone gives most settings only to those
 * who have it.
 */
export const usualRights: Rights = [
  { entity: { type: "CREATOR" }, includeSubs: false, ...all },
  { entity: { type: "GROUP", code: "backup" }, includeSubs: false, ...all },
  { entity: { type: "GROUP", code: "everyone" }, includeSubs: false, ...records },
];
