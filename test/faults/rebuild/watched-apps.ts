import type { RebuildLine } from "../../../src/restore/apps/rebuild-journal";
import type { App } from "../../emulator/domain/app";
import type { Domain } from "../../emulator/domain/domain";
import type { Random } from "../../emulator/sample/random";

interface Watching {
  random: Random;
  troubles: string[];
  /** Which new app is for which of the archive. */
  journal: readonly RebuildLine[];
}

/** Looks at the new apps whenever something is asked of kintone; and lets one of their updates fail in some runs. */
export function watchNewApps(domain: Domain, originals: readonly App[], { random, troubles, journal }: Watching) {
  const before = new Map(originals.map((app) => [app.id, app.live]));
  const failsAt = random.chance(0.25) ? random.integer(1, 14) : 0;
  const opened = new Set<string>();
  let updates = 0;

  /** No app may be open that has records, before those of its permissions are there that others are kept away by. */
  function lookAtDoors(): void {
    for (const { id, live, records } of domain.apps.values()) {
      if (before.has(id) || !live || records.size === 0 || isMakersAlone(live)) continue;
      const made = journal.find((line) => line.kind === "made" && line.app.appId === String(id));
      const meant = made?.kind === "made" ? before.get(Number(made.folder)) : undefined;
      const isKept =
        live.recordAcl.length === meant?.recordAcl.length && live.fieldAcl.length === meant.fieldAcl.length;
      if (!isKept) opened.add(String(id));
    }
  }

  /** Without a reason. */
  function failNow(): void {
    updates += 1;
    if (updates !== failsAt) return;
    const app = random.pick([...domain.apps.values()].filter(({ id }) => !before.has(id)));
    app.nextDeployment = random.pick(["FAIL", "CANCEL"] as const);
    troubles.push("an update fails");
  }

  return {
    opened,
    sending(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): void {
      lookAtDoors();
      if (isUpdate(input, init)) failNow();
    },
  };
}

export const isMakersAlone = ({ appAcl }: NonNullable<App["live"]>) =>
  appAcl.every(({ entity, recordViewable }) => entity.type === "CREATOR" || !recordViewable);

const isUpdate = (input: Parameters<typeof fetch>[0], init: RequestInit | undefined) =>
  String(input).includes("/preview/app/deploy.json") &&
  init?.method === "POST" &&
  !new Headers(init.headers).has("X-HTTP-Method-Override");
