import { toBackupError } from "../../domain/errors";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { SettingsDesk } from "../../domain/settings-desk";
import { type AppRef, PARTS, type Target } from "../../domain/target";
import { RUNS_OVER_TARGETS } from "../app-definition/conditions";
import { newestRecordedSettings } from "../changes/settings-changes";
import { managersOf } from "../preparation/present-app";
import { allTargets } from "../targets/all-targets";
import type { AgedRun, SecurityFacts, SecurityItem, SecurityKey } from "./item";
import { historyWriters, ownershipOf, readersOf, targetWriters } from "./permissions";
import { secretPlaces } from "./secrets";

/** What is known before anything is asked. */
interface Known {
  now: Date;
  /** The backup-management app. */
  app: AppRef;
  targets: readonly Target[];
  /** All of the plugin's configuration. */
  config: Readonly<Record<string, string>>;
  settings: {
    areDefaults: boolean;
    /** Whether they are those that a recorded change tells, as JSON. */
    areThose(recorded: string): boolean;
    keepsZipsInBrowser: boolean;
    backsUpPeople: boolean;
    /** Ids of those that stay out although spaces are backed up. */
    spacesLeftOut: readonly string[];
  };
}

/** Where the rest is asked, as the user who looks. */
interface Ports {
  store: RecordStore;
  deskOf(app: AppRef): SettingsDesk;
}

/** Without a success for so long, somebody should look. It is the time after which reminders come, too. */
const VERIFIED_WITHIN_DAYS = 7;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

type Judged<Key extends SecurityKey> = [verdict: "fine" | "attention" | "unknown", facts: SecurityFacts[Key]];

/**
 * The points of the security check list that a program can look at, each by itself: what this user may not see leaves the
 * others as they are. Never rejects.
 */
export async function checkSecurity(ports: Ports, known: Known): Promise<SecurityItem[]> {
  const { app, targets, config, settings } = known;
  const desk = ports.deskOf(app);
  const point = async <Key extends SecurityKey>(key: Key, judge: () => Judged<Key> | Promise<Judged<Key>>) => {
    try {
      const [verdict, facts] = await judge();
      return { key, verdict, facts } as SecurityItem;
    } catch (thrown) {
      return { key, verdict: "unknown", error: toBackupError(thrown) } as SecurityItem;
    }
  };
  return Promise.all([
    point("readers", async () => {
      const facts = readersOf((await desk.read("app/acl", "live")).rights);
      return [facts.everyone ? "attention" : "fine", facts];
    }),
    point("history-writers", async () => {
      const [rights, rules, creator] = await Promise.all([
        desk.read("app/acl", "live"),
        desk.read("record/acl", "live"),
        desk.creator(),
      ]);
      const facts = historyWriters(rights.rights, rules.rights, creator);
      const { missing, loosened, othersFirst, everyoneManages } = facts;
      const open = missing.length + loosened.length > 0 || othersFirst || everyoneManages;
      return [open ? "attention" : "fine", facts];
    }),
    point("target-writers", async () => {
      const [{ rights }, fields, rules, creator] = await Promise.all([
        desk.read("app/acl", "live"),
        desk.read("field/acl", "live"),
        desk.read("record/acl", "live"),
        desk.creator(),
      ]);
      const around = { rights, rules: rules.rights, creator };
      const facts = targetWriters(managersOf(rights, creator ?? ""), fields.rights, around);
      return [facts.fields.length > 0 || facts.deletable ? "attention" : "fine", facts];
    }),
    point("guests", () => [app.guestSpaceId === undefined ? "fine" : "attention", { guestSpaceId: app.guestSpaceId }]),
    point("secrets", async () => {
      const [form, records] = await Promise.all([desk.read("app/form/fields", "live"), allTargets(ports.store)]);
      const places = secretPlaces({ config, fields: form.properties, targets: records });
      return [places.length > 0 ? "attention" : "fine", { places }];
    }),
    point("verified-run", () => lastVerified(ports.store, known.now)),
    point("owners", () => owners(ports, targets)),
    point("left-out", () => {
      const lacking = targets
        .map(({ appName, appId, include }) => ({
          name: appName || appId,
          parts: PARTS.filter((part) => !include[part]),
        }))
        .filter(({ parts }) => parts.length > 0);
      const { spacesLeftOut: spaces } = settings;
      return [lacking.length + spaces.length > 0 ? "attention" : "fine", { targets: lacking, spaces }];
    }),
    point("settings-recorded", async () => {
      const told = await newestRecordedSettings(ports.store);
      const recorded = told === undefined ? settings.areDefaults : settings.areThose(told);
      return [recorded ? "fine" : "attention", { recorded }];
    }),
    point("kept-in-browser", () => [
      settings.keepsZipsInBrowser ? "attention" : "fine",
      { kept: settings.keepsZipsInBrowser },
    ]),
    point("people-in-zips", () => [settings.backsUpPeople ? "attention" : "fine", { held: settings.backsUpPeople }]),
  ]);
}

/** A run is a success only when it was read back whole; where its zips are is another fact, and each of the two may be old. */
async function lastVerified(store: RecordStore, now: Date): Promise<Judged<"verified-run">> {
  const runs = await Promise.all([newest(store, SUCCESSES), newest(store, SAVED_SUCCESSES).catch(unlessUnknownField)]);
  const ages = runs.map((run) => run && (now.getTime() - Date.parse(endOf(run))) / DAY_MILLISECONDS);
  const [verified, saved] = runs.map((run, at): AgedRun | undefined => {
    const age = ages[at];
    if (!run || age === undefined || Number.isNaN(age)) return undefined;
    return { finishedAt: endOf(run), days: Math.max(0, Math.floor(age)) };
  });
  const facts = { verified, saved };
  // The user may not view the field, or somebody emptied it.
  if (ages.some((age) => Number.isNaN(age))) return ["unknown", facts];
  const areFresh = ages.every((age) => age !== undefined && age <= VERIFIED_WITHIN_DAYS);
  return [areFresh ? "fine" : "attention", facts];
}

const SUCCESSES = `${RUNS_OVER_TARGETS} and run_status in ("success")`;
const SAVED_SUCCESSES = `${SUCCESSES} and run_saved in ("saved")`;

async function newest(store: RecordStore, condition: string): Promise<AppRecord | undefined> {
  const [run] = await store.find(`${condition} order by $id desc limit 1`);
  return run;
}

const endOf = (run: AppRecord) => String(run.run_finished_exact?.value || run.run_finished_at?.value || "");

/** An app of an earlier version does not say where zips are. */
function unlessUnknownField(thrown: unknown): undefined {
  if (toBackupError(thrown).code !== "QUERY_REFUSED") throw thrown;
  return undefined;
}

/** Who manages an app can be read by those who manage it; who made it, by all who may view it. */
async function owners({ deskOf }: Ports, targets: readonly Target[]): Promise<Judged<"owners">> {
  const standings = await Promise.all(
    targets.map(async (target) => {
      const desk = deskOf(target);
      const name = target.appName || target.appId;
      const creator = await desk.creator().catch(() => undefined);
      const standing = await desk.read("app/acl", "live").then(
        ({ rights }) => ownershipOf(rights, creator),
        () => "unknown" as const,
      );
      return { name, creator, standing };
    }),
  );
  const namesOf = (wanted: string) => standings.filter(({ standing }) => standing === wanted).map(({ name }) => name);
  const unknown = standings
    .filter(({ standing }) => standing === "unknown")
    .map(({ name, creator }) => ({ name, creator: creator || undefined }));
  const facts = { nobody: namesOf("nobody"), everybody: namesOf("everybody"), unknown };
  if (facts.nobody.length + facts.everybody.length > 0) return ["attention", facts];
  return [unknown.length > 0 ? "unknown" : "fine", facts];
}
