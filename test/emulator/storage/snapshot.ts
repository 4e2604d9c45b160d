import { App } from "../domain/app";
import type { ApiToken } from "../domain/app";
import type { AppSettings } from "../domain/app-settings";
import type { Domain } from "../domain/domain";
import type { FileContent, FileHolder } from "../domain/files";
import type { LabFeature } from "../domain/lab";
import type { Group, Organization, User } from "../domain/people";
import type { Space } from "../domain/spaces";
import type { Comment, StoredRecord } from "../records/record";

/** All of a domain but the bytes of files and plugins, as JSON can hold it. */
export interface Snapshot {
  version: 1;
  users: User[];
  organizations: Organization[];
  groups: Group[];
  spaces: Space[];
  /** Ids; each is a package kept beside the snapshot. */
  plugins: string[];
  uploads: Array<FileEntry & { uploadedAt: number }>;
  files: Array<FileEntry & { holder: FileHolder }>;
  /** Absent where none is on. */
  lab?: LabFeature[];
  apps: AppEntry[];
}

export interface FileEntry {
  key: string;
  name: string;
  contentType: string;
  size: number;
}

interface AppEntry {
  id: number;
  code: string;
  spaceId: number | undefined;
  creator: string;
  createdAt: string;
  modifiedAt: string;
  modifier: string;
  tokens: ApiToken[];
  /** Absent: none. */
  webhooks?: number;
  isInMaintenance?: boolean;
  translations: App["translations"];
  preview: AppSettings;
  /** Absent when the same as the preview, or when the app was never deployed. */
  live: AppSettings | undefined;
  state: "new" | "pending" | "deployed";
  lastId: number;
  lastRowId: number;
  lastCommentId: number;
  records: StoredRecord[];
  comments: Array<[number, Comment[]]>;
}

const fileEntry = (key: string, { name, contentType, size }: FileContent): FileEntry => ({
  key,
  name,
  contentType,
  size,
});

/** Records that are generated on demand are not kept. */
export function takeSnapshot(domain: Domain): Snapshot {
  return {
    version: 1,
    users: [...domain.people.users.values()],
    organizations: [...domain.people.organizations.values()],
    groups: [...domain.people.groups.values()],
    spaces: [...domain.spaces.byId.values()],
    plugins: [...domain.plugins.keys()],
    uploads: [...domain.files.uploads].map(([key, { content, uploadedAt }]) => ({
      ...fileEntry(key, content),
      uploadedAt,
    })),
    files: [...domain.files.attached].map(([key, { content, holder }]) => ({ ...fileEntry(key, content), holder })),
    ...(domain.lab.size > 0 && { lab: [...domain.lab] }),
    apps: [...domain.apps.values()].map((app) => ({
      id: app.id,
      code: app.code,
      spaceId: app.spaceId,
      creator: app.creator,
      createdAt: app.createdAt,
      modifiedAt: app.modifiedAt,
      modifier: app.modifier,
      tokens: app.tokens,
      ...(app.webhooks > 0 && { webhooks: app.webhooks }),
      ...(app.isInMaintenance && { isInMaintenance: true }),
      translations: app.translations,
      preview: app.preview,
      live: app.hasPendingChanges() ? app.live : undefined,
      state: stateOf(app),
      lastId: app.records.lastId,
      lastRowId: app.records.lastRowId,
      lastCommentId: app.records.lastCommentId,
      records: app.records.isGenerated ? [] : [...app.records.ascending()],
      comments: app.records.isGenerated ? [] : [...app.records.allComments()],
    })),
  };
}

function stateOf(app: App): AppEntry["state"] {
  if (!app.live) return "new";
  return app.hasPendingChanges() ? "pending" : "deployed";
}

/** Everything but files and plugins, which must be in the domain already. */
export function restoreSnapshot(snapshot: Snapshot, domain: Domain): void {
  for (const user of snapshot.users) domain.people.users.set(user.code, user);
  for (const organization of snapshot.organizations) domain.people.organizations.set(organization.code, organization);
  for (const group of snapshot.groups) domain.people.addGroup(group);
  for (const space of snapshot.spaces) domain.spaces.byId.set(space.id, space);
  for (const feature of snapshot.lab ?? []) domain.lab.add(feature);
  for (const entry of snapshot.apps) restoreApp(entry, domain);
}

function restoreApp(entry: AppEntry, domain: Domain): void {
  const preview = complete(entry.preview);
  const app = new App(domain, entry.id, entry.code, entry.spaceId, entry.creator, preview);
  domain.apps.set(app.id, app);
  app.createdAt = entry.createdAt;
  app.modifiedAt = entry.modifiedAt;
  app.modifier = entry.modifier;
  app.tokens.push(...entry.tokens);
  app.webhooks = entry.webhooks ?? 0;
  app.isInMaintenance = entry.isInMaintenance ?? false;
  app.translations = entry.translations;
  if (entry.state !== "new") app.live = entry.state === "pending" ? entry.live && complete(entry.live) : preview;
  for (const record of entry.records) app.records.put(record);
  for (const [id, comments] of entry.comments) app.records.setComments(id, comments);
  app.records.lastId = entry.lastId;
  app.records.lastRowId = entry.lastRowId;
  app.records.lastCommentId = entry.lastCommentId;
}

/** With what snapshots of earlier versions do not have. */
const complete = (settings: AppSettings): AppSettings => ({
  ...settings,
  categories: settings.categories ?? {},
  lookupsByPart: settings.lookupsByPart ?? [],
});
