import type { AppPlace, AppWorkshop } from "../../domain/app-workshop";
import type { FieldProperty, FormFields } from "../../archive/records/kintone-app";
import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { Clock } from "../../domain/clock";
import { BackupError, toBackupError } from "../../domain/errors";
import type { PresentField } from "../../domain/settings-desk";
import type { Sink } from "../../domain/sink";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { type Bench, createBench, isLost } from "../apps/making/bench";
import { ONLY_ITS_MAKER } from "../apps/making/closed-rights";
import { lostApp } from "../apps/making/lost-app";
import { makeLive } from "../apps/making/make-live";
import { isNamedAs, takeWhatGoes } from "../apps/steps/taking";
import { emptyApp } from "./emptied-app";
import { ownScratchApp, placeOfScratch, scratchIdentity, type ScratchWords } from "./scratch-app";
import { formChanges, scratchForm } from "./scratch-form";

export interface ScratchOrder {
  archived: ArchivedTarget;
  form: FormFields;
  target: AppRef & { name: string };
  /** Of apps that earlier drills restored into. */
  known: readonly string[];
  operatorCode: string;
}

export interface ScratchWorld {
  workshop: AppWorkshop;
  source: Source;
  sink: Sink;
  clock: Clock;
  pause: (seconds: number) => Promise<void>;
  signal: AbortSignal;
  words: ScratchWords;
  /** The greatest id of an app that can be seen. */
  newestApp: () => Promise<string>;
  /** Told as soon as the app is there, before anything else is done to it. */
  found: (scratch: AppRef & { name: string }) => Promise<void>;
}

export interface PreparedScratchApp {
  app: AppRef & { name: string };
  /** Codes of fields that kintone does not take into the form: their values cannot be restored there. */
  refused: readonly string[];
  plainLookups: readonly string[];
}

/**
 * An empty app with the archive's form, that is seen by nobody else, notifies nobody and has no process: the one of an earlier drill, or a new one. Nothing gets into it
 * before its permissions are live.
 */
export async function preparedScratchApp(order: ScratchOrder, world: ScratchWorld): Promise<PreparedScratchApp> {
  const { archived, form, target, known, operatorCode } = order;
  const { workshop, source, words } = world;
  const identity = scratchIdentity(target, words);
  const place = placeOfScratch(target);
  const present = await ownScratchApp(known, target, { operatorCode, name: identity.name }, { source, workshop });
  const { appId, guestSpaceId } = present ?? (await madeOrFound(identity.name, place, world));
  const app = { appId, ...(guestSpaceId && { guestSpaceId }), name: identity.name };
  await world.found(app);
  if (present?.isLive) await emptyApp(app, world);

  const bench = createBench({ archived, name: app.name, place, app }, world, true);
  await bench.change({ method: "PUT", setting: "app/settings", body: identity });
  await bench.change({ method: "PUT", setting: "app/acl", body: { rights: ONLY_ITS_MAKER } });
  await silence(bench);
  const wanted = scratchForm(form, archived.facts.options.excludedFields);
  const changesNow = async () => formChanges(wanted, propertiesOf((await bench.read("app/form/fields")).properties));
  const { remove } = await changesNow();
  for (let at = 0; at < remove.length; at += MOST_REMOVED) {
    const fields = remove.slice(at, at + MOST_REMOVED);
    await bench.change({ method: "DELETE", setting: "app/form/fields", body: { fields } });
  }
  // A code is free again, and may mean another kind of field, when the field is gone for good.
  if (remove.length > 0) await live(bench, world);
  const { rename, add } = await changesNow();
  if (Object.keys(rename).length > 0) {
    await bench.change({ method: "PUT", setting: "app/form/fields", body: { properties: rename } });
  }
  const refused = await added(bench, add);
  await live(bench, world);
  return { app, refused, plainLookups: wanted.plainLookups };
}

/** kintone may still be at work on what nobody heard the answer of. */
const SECONDS_BEFORE_LOOKING = 5;

async function madeOrFound(
  name: string,
  place: AppPlace,
  { workshop, newestApp, pause }: ScratchWorld,
): Promise<AppRef> {
  const after = await newestApp();
  try {
    return await workshop.make(name, place);
  } catch (thrown) {
    if (!isLost(toBackupError(thrown))) throw thrown;
    await pause(SECONDS_BEFORE_LOOKING);
    const found = await lostApp({ after, isIts: (each) => each === name }, place, workshop);
    if (!found) throw thrown;
    return found;
  }
}

/** As many as one request deletes (OpenAPI 20250423: preview/app/form/fields). */
const MOST_REMOVED = 100;

async function silence(bench: Bench): Promise<void> {
  await bench.change({
    ...{ method: "PUT", setting: "app/notifications/general" },
    body: { notifications: [], notifyToCommenter: false },
  });
  for (const setting of ["app/notifications/perRecord", "app/notifications/reminder"] as const) {
    await bench.change({ method: "PUT", setting, body: { notifications: [] } });
  }
  const { enable } = await bench.read("app/status");
  if (enable === true) await bench.change({ method: "PUT", setting: "app/status", body: { enable: false } });
}

async function added(bench: Bench, fields: readonly FieldProperty[]): Promise<string[]> {
  const send = async (next: readonly FieldProperty[]) => {
    const properties = Object.fromEntries(next.map((field) => [field.code, field]));
    await bench.change({ method: "POST", setting: "app/form/fields", body: { properties } });
  };
  const refused = await takeWhatGoes(fields, send, ({ code }, error) => isNamedAs(`properties[${code}]`, error));
  return refused.map(({ item }) => item.code);
}

async function live(bench: Bench, world: ScratchWorld): Promise<void> {
  world.signal.throwIfAborted();
  const [failed] = await makeLive([bench], world);
  if (failed) throw failed.error ?? new BackupError("REFUSED", "kintone did not update the scratch app");
}

/** Their options and columns matter here, and are there (`PresentField` has fewer members than kintone gives). */
const propertiesOf = (properties: Readonly<Record<string, PresentField>>) =>
  properties as Readonly<Record<string, FieldProperty>>;
