import path from "node:path";
import { isAsArchived } from "../../../restore/apps/records/restore-records-of-set";
import type { SetProgress } from "../../../restore/apps/records/set-world";
import type { Replaced } from "../../../restore/plan/restore-choices";
import { describeClosed, describeRecords } from "../../../screens/text/rebuild/records/records-report";
import { type RecordsOfApps, recordsOfApps } from "../../wiring/rebuilding/records-of-apps";
import type { RestoreAccess } from "../../wiring/restoring";
import type { SoundArchive } from "../archive-to-compare";
import { operatorOf } from "../run";
import type { RebuildCall } from "./rebuild-call";
import type { RebuildAbout, RebuildFolder } from "./rebuild-folder";
import { setWorldOnNode } from "./set-world-on-node";

interface RecordsAround {
  call: RebuildCall;
  access: RestoreAccess;
  sound: SoundArchive;
  /** The history knows the archive. */
  isTold: boolean;
  about: RebuildAbout;
  folder: RebuildFolder;
  /** Who stands in the place of whoever records name and is gone. */
  replaced: Replaced;
}

/** What there is to tell of the records. */
export interface CommandRecords extends Pick<RecordsOfApps, "put"> {
  lines: () => string[];
  isAsArchived: () => boolean;
}

export function recordsOnNode({ call, access, sound, isTold, about, folder, replaced }: RecordsAround): CommandRecords {
  const { file, messages, credentials } = call;
  const { asked } = about;
  const reportPath = path.join(file.folder, `${about.rebuildId}.records.jsonl`);
  const { runId, createdAt } = sound.archive;
  const { put, came, names } = recordsOfApps(
    {
      asked: {
        ...{ trigger: "headless", operator: operatorOf(credentials), reason: asked.reason },
        archive: { runId, digest: sound.digest, createdAt: new Date(createdAt), isTold },
      },
      ...{ status: asked.status, comments: asked.comments, timeZone: file.settings.timeZone, replaced },
    },
    () =>
      setWorldOnNode(access, {
        ...{ hidden: folder.path, folder: file.folder, reportPath, report },
        ...{ baseUrl: file.baseUrl, managementApp: file.app },
      }),
  );
  return {
    put: asked.withoutRecords ? async () => undefined : put,
    lines() {
      const run = came();
      if (!run) return [];
      if ("closed" in run) return [describeClosed(messages, run.closed, names())];
      return describeRecords(messages, run, names(), reportPath);
    },
    isAsArchived() {
      const run = came();
      return run === undefined || ("apps" in run && isAsArchived(run));
    },
  };

  function report({ app, step, records }: SetProgress): void {
    folder.touch();
    const { run: words, quantities } = messages;
    const amount = records && words.amount(quantities.number(records.done), quantities.number(records.total));
    call.saying(step, [messages.records.step[step], app, amount].filter(Boolean).join(" | "));
  }
}
