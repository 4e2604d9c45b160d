import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll } from "vitest";
import { openArchive, type OpenArchive } from "../../../src/archive/reading/open-archive";
import type { AppWorkshop } from "../../../src/domain/app-workshop";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { retrying } from "../../../src/kintone/connection/retrying";
import { createRestDirectory } from "../../../src/kintone/reading/rest-directory";
import { createAppWorkshop } from "../../../src/kintone/settings/app-workshop";
import { createRestSink } from "../../../src/kintone/writing/rest-sink";
import { inOrderOfLookups } from "../../../src/restore/apps/making/order";
import type { AppToMake, NewApp } from "../../../src/restore/apps/new-app";
import type { RebuildChoices } from "../../../src/restore/apps/rebuild-choices";
import type { RebuildJournal, RebuildLine } from "../../../src/restore/apps/rebuild-journal";
import { type Rebuilt, type RebuildWorld, rebuildApps } from "../../../src/restore/apps/rebuild-apps";
import { runUnopened, target } from "../../backup/whole-runs/run-against";
import { createDomain, type Domain } from "../../emulator/domain/domain";
import { type Emulator, startEmulator } from "../../emulator/server";
import { blobOf } from "../archived-app";

interface Changes extends Partial<Omit<RebuildWorld, "workshop">> {
  choices?: Partial<RebuildChoices>;
  rename?: (name: string) => string;
  workshop?: (real: AppWorkshop) => AppWorkshop;
  as?: string;
}

/** A local kintone whose apps are backed up, and made anew. */
export interface RebuildableKintone {
  domain: Domain;
  witness(guestSpaceId?: string): KintoneRestAPIClient;
  archive(appIds: readonly string[], guestSpaceId?: string): Promise<OpenArchive>;
  rebuild(archive: OpenArchive, changes?: Changes): Promise<Rebuilt>;
}

export function rebuildableKintone(fill: (domain: Domain) => void | Promise<void>): RebuildableKintone {
  const domain = createDomain();
  domain.deployMilliseconds = 1;
  let emulator: Emulator;
  beforeAll(async () => {
    await fill(domain);
    emulator = await startEmulator({ domain });
  });
  afterAll(() => emulator.close());
  const access = { userAgent: "test", password: "kintone" };
  return {
    domain,
    witness: (guestSpaceId) =>
      new KintoneRestAPIClient({
        baseUrl: emulator.url,
        auth: { username: "admin", password: "kintone" },
        ...(guestSpaceId !== undefined && { guestSpaceId }),
      }),
    async archive(appIds, guestSpaceId) {
      const targets = appIds.map((appId) => ({
        ...target(Number(appId)),
        include: { records: false, attachments: false, comments: false, settings: true, administration: true },
        ...(guestSpaceId !== undefined && { guestSpaceId }),
      }));
      const { volumes } = await runUnopened(emulator.url, targets);
      const archive = await openArchive(volumes.map(({ name, file }) => ({ name, source: file })));
      if (!archive) throw new Error("There is no archive");
      return archive;
    },
    async rebuild(
      archive,
      {
        choices,
        rename = (name: string) => `${name}（復元）`,
        workshop = (real: AppWorkshop) => real,
        as = "admin",
        ...changes
      } = {},
    ) {
      const base = createPasswordConnection({ ...access, baseUrl: emulator.url, username: as });
      const connection = retrying(base, { retries: 2, minTimeout: 1, maxTimeout: 4 });
      const apps = archive.targets.map(({ folder, appName, guestSpaceId }): AppToMake => ({
        archived: archive.target(folder)!,
        name: rename(appName),
        place: guestSpaceId === undefined ? {} : { spaceId: guestSpaceId, isGuest: true },
      }));
      return rebuildApps(
        {
          ...{ rebuildId: "abc123", apps: await inOrderOfLookups(apps) },
          choices: { apps: {}, replaced: { users: {}, organizations: {}, groups: {} }, ...choices },
        },
        {
          workshop: workshop(createAppWorkshop(connection)),
          ...{ sink: createRestSink(connection), directory: createRestDirectory(connection), blobOf },
          newestApp: async () => String(Math.max(...domain.apps.keys())),
          ...{ journal: memoryRebuildJournal(), clock: { now: () => new Date() } },
          ...{ records: async () => undefined, report: () => undefined, pause: shortly },
          ...changes,
        },
      );
    },
  };
}

const shortly = () => new Promise<void>((resolve) => setTimeout(resolve, 2));

export function memoryRebuildJournal(noted: RebuildLine[] = []): RebuildJournal & { noted: RebuildLine[] } {
  return {
    noted,
    async *lines() {
      yield* structuredClone(noted);
    },
    note: async (line) => void noted.push(structuredClone(line)),
  };
}

/** What the official client reads of an app, with what every app has of its own left out, and old ids instead of new ones. */
export async function pictureOf(
  { app }: KintoneRestAPIClient,
  id: string,
  idNow: ReadonlyMap<string, string> = new Map(),
): Promise<Record<string, unknown>> {
  const [fields, layout, views, status, settings, reports, actions] = await Promise.all([
    app.getFormFields({ app: id, lang: "default" }),
    app.getFormLayout({ app: id }),
    app.getViews({ app: id, lang: "default" }),
    app.getProcessManagement({ app: id, lang: "default" }),
    app.getAppSettings({ app: id, lang: "default" }),
    app.getReports({ app: id, lang: "default" }),
    app.getAppActions({ app: id, lang: "default" }),
  ]);
  const [notes, customize, general, perRecord, reminder, appAcl, recordAcl, fieldAcl] = await Promise.all([
    app.getAdminNotes({ app: id }),
    app.getAppCustomize({ app: id }),
    app.getGeneralNotifications({ app: id }),
    app.getPerRecordNotifications({ app: id, lang: "default" }),
    app.getReminderNotifications({ app: id, lang: "default" }),
    app.getAppAcl({ app: id }),
    app.getRecordAcl({ app: id, lang: "default" }),
    app.getFieldAcl({ app: id }),
  ]);
  const all = {
    ...{ fields, layout, views, status, settings, reports, actions, notes, customize, general, perRecord, reminder },
    ...{ appAcl, recordAcl, fieldAcl },
  };
  return comparable(all, idNow) as Record<string, unknown>;
}

/** Without what every app has of its own, and with the ids that apps have now. */
export function comparable(value: unknown, idNow: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => comparable(item, idNow));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): Array<[string, unknown]> => {
      if (["revision", "id", "fileKey"].includes(name)) return [];
      if (name === "relatedApp" || name === "destApp") {
        const app = typeof member === "string" ? member : (member as { app: string }).app;
        return [[name, idNow.get(app) ?? app]];
      }
      return [[name, comparable(member, idNow)]];
    }),
  );
}

/** New ids by the archive's. */
export const idsOf = (apps: Iterable<NewApp>): Map<string, string> =>
  new Map([...apps].map(({ archived, app }) => [archived.facts.appId, app.appId]));
