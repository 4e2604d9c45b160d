import path from "node:path";
import { BackupError } from "../../../domain/errors";
import type { NewApps } from "../../../restore/apps/new-app";
import type { LookupLink } from "../../../restore/apps/records/lookup-links";
import { isAsArchived, restoreRecordsOfSet, type SetRun } from "../../../restore/apps/records/restore-records-of-set";
import type { Replaced } from "../../../restore/plan/restore-choices";
import type { SetProgress } from "../../../restore/apps/records/set-world";
import { describeClosed, describeRecords } from "../../../screens/text/rebuild/records/records-report";
import type { SoundArchive } from "../archive-to-compare";
import type { RestoreAccess } from "../../wiring/restoring";
import { operatorOf } from "../run";
import type { RebuildCall } from "./rebuild-call";
import type { RebuildAbout, RebuildFolder } from "./rebuild-folder";
import { setWorldOnNode } from "./set-world-on-node";

interface RecordsAround {
  call: RebuildCall;
  access: RestoreAccess;
  sound: SoundArchive;
  about: RebuildAbout;
  folder: RebuildFolder;
  /** Who stands in the place of whoever records name and is gone. */
  replaced: Replaced;
}

/** The records of apps that are made anew, and what there is to tell of them. */
export interface RecordsOfApps {
  /** Rejects when another attempt has to go on with them, before anybody may see the apps. */
  put: (apps: NewApps) => Promise<void>;
  lines: () => string[];
  isAsArchived: () => boolean;
}

export function recordsOfApps({ call, access, sound, about, folder, replaced }: RecordsAround): RecordsOfApps {
  const { file, messages, credentials } = call;
  const { asked } = about;
  const reportPath = path.join(file.folder, `${about.rebuildId}.records.jsonl`);
  let names = new Map<string, string>();
  let run: SetRun | { closed: readonly LookupLink[] } | undefined;
  return {
    async put(apps) {
      if (asked.withoutRecords) return;
      names = new Map([...apps.values()].map(({ archived, name }) => [archived.facts.appId, name]));
      const { runId, createdAt } = sound.archive;
      const isTold = await access.restores.isTold({ runId, digest: sound.digest });
      const world = await setWorldOnNode(access, {
        ...{ hidden: folder.path, folder: file.folder, reportPath, report },
        ...{ baseUrl: file.baseUrl, managementApp: file.app },
      });
      try {
        run = await restoreRecordsOfSet(
          {
            apps: [...apps.values()].map((app) => ({ ...app, decided: { replaced } })),
            asked: {
              ...{ trigger: "headless", operator: operatorOf(credentials), reason: asked.reason },
              archive: { runId, createdAt: new Date(createdAt), digest: sound.digest, isTold },
            },
            ...{ status: asked.status, comments: asked.comments, timeZone: file.settings.timeZone },
          },
          world,
        );
      } finally {
        await world.close();
      }
      const stopped = "closed" in run ? undefined : whyNotWhole(run);
      if (stopped) throw stopped;
      if ("closed" in run) throw new BackupError("TARGET_INCOMPLETE", "Lookups go round in a circle");
    },
    lines() {
      if (!run) return [];
      return "closed" in run
        ? [describeClosed(messages, run.closed, names)]
        : describeRecords(messages, run, names, reportPath);
    },
    isAsArchived: () => run === undefined || ("apps" in run && isAsArchived(run)),
  };

  function report({ app, step, records }: SetProgress): void {
    folder.touch();
    const { run: words, quantities } = messages;
    const amount = records && words.amount(quantities.number(records.done), quantities.number(records.total));
    call.saying(step, [messages.records.step[step], app, amount].filter(Boolean).join(" | "));
  }
}

/** Why somebody has to go on with it; `undefined` when all was dealt with. */
function whyNotWhole({ isWhole, stopped, apps }: SetRun): BackupError | undefined {
  if (stopped) return stopped;
  if (isWhole) return undefined;
  const ends = apps.flatMap(({ records, keys }) => [records, keys].flatMap((end) => end ?? []));
  const errors = ends.flatMap((end): BackupError[] => {
    if ("error" in end) return [end.error];
    return "stopped" in end && end.stopped ? [end.stopped] : [];
  });
  return errors[0] ?? new BackupError("UNEXPECTED", "Records are left");
}
