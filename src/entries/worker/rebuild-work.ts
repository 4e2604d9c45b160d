import { archivedSetting } from "../../archive/reading/archived-setting";
import type { OpenArchive } from "../../archive/reading/open-archive";
import { BackupError } from "../../domain/errors";
import { foreseenRequests } from "../../restore/apps/foreseen-requests";
import { relatedApps } from "../../restore/apps/related-apps";
import { toDosOf } from "../../restore/apps/to-dos/to-dos-of";
import type { NamedPerson } from "../../restore/apps/people/settled-people";
import type { RebuildingProgress, RebuildOrdered, RebuildWork } from "../../screens/rebuild/rebuild-desk";
import type { Watcher } from "../../screens/restore/restore-desk";
import { describeToDo } from "../../screens/text/rebuild/rebuild-report";
import { rebuildPageMessagesFor } from "../../screens/text/rebuild/page/language";
import { type PlannedApps, plannedApps } from "../wiring/rebuilding/planned-apps";
import { describeBeforehand, describePlannedApp } from "../wiring/rebuilding/planned-words";
import type { RestoreAccess } from "../wiring/restoring";
import { newRunId } from "../wiring/run-options";
import type { AtHand } from "./at-hand";
import type { KeptRebuild } from "./kept-rebuild";
import { stepsOf } from "./rebuild-reports";
import { rebuildInBrowser } from "./rebuilding";
import { withRestoreAccess } from "./restore-access";
import type { RestoreVisit } from "./restore-visit";

/** Making apps anew, in a Worker or on a page alike; only where a journal can be kept. */
export function createRebuildWork(visit: RestoreVisit, atHand: AtHand): RebuildWork {
  const messages = rebuildPageMessagesFor(visit.language);

  return {
    async forms() {
      const { targets, target } = openIn(atHand);
      return Promise.all(
        targets.map(async ({ folder }) => {
          const archived = target(folder);
          const hasForm = archived !== undefined && (await archivedSetting(archived, "app/form/fields")) !== undefined;
          const needs = archived && hasForm ? await relatedApps([{ archived }]) : [];
          return { folder, hasForm, needs };
        }),
      );
    },

    planApps: (asked, watcher) =>
      withAccess(watcher, async (access) => {
        const { planned } = await plan(asked, access);
        const { apps, records, gone, undecided, strangers, nowhere } = planned;
        const { comments } = asked.wish;
        return {
          apps: await Promise.all(
            apps.map(async (app) => ({
              folder: app.archived.facts.folder,
              told: describePlannedApp(messages, app),
              toDos: (await toDosOf(app, [])).map((toDo) => describeToDo(messages, toDo)),
            })),
          ),
          foreseen: describeBeforehand(messages, planned, asked.wish),
          ...{ gone: gone.map(told), undecided: undecided.map(told), strangers: strangers.map(told), nowhere },
          steps: stepsOf(asked.wish).length,
          requests: foreseenRequests(
            apps.map(({ archived }) => archived.facts),
            records,
            asked.wish,
          ),
          notifications: comments ? (records?.comments.notifications ?? 0) : 0,
        };
      }),

    makeApps: (asked, watcher) =>
      withAccess(watcher, (access) => {
        const startedAt = new Date();
        return make({ rebuildId: newRunId(startedAt), startedAt: startedAt.toISOString(), asked }, access, watcher);
      }),

    goOnMaking: ({ kept }, watcher) => withAccess(watcher, (access) => make(kept, access, watcher)),
  };

  async function make(
    begun: Pick<KeptRebuild, "rebuildId" | "startedAt" | "asked">,
    access: RestoreAccess,
    { report }: Watcher<RebuildingProgress>,
  ) {
    const { planned, isTold, createdAt } = await plan(begun.asked, access);
    const { appId, operator, pluginVersion } = visit;
    const about = { ...begun, appId, operatorCode: operator.code, pluginVersion };
    return rebuildInBrowser(about, planned, { visit, messages, access, report, archive: { createdAt, isTold } });
  }

  async function plan({ folders, wish, archive: asked }: RebuildOrdered, access: RestoreAccess) {
    const archive = openIn(atHand);
    const targets = archive.targets.filter(({ folder }) => folders.includes(folder));
    // What the history knows was backed up in this domain.
    const isTold = await access.restores.isTold(asked);
    const planned: PlannedApps = await plannedApps(archive, targets, wish, {
      ...{ directory: access.directory, signal: access.signal },
      ...{ isOwnDomain: isTold, operator: visit.operator.code },
    });
    return { planned, isTold, createdAt: new Date(archive.createdAt) };
  }

  function told(person: NamedPerson) {
    return { ...person, told: messages.rebuild.person[person.people](person.code) };
  }

  function withAccess<Result>(
    { signal, report }: Watcher<RebuildingProgress>,
    work: (access: RestoreAccess) => Promise<Result>,
  ): Promise<Result> {
    return withRestoreAccess(visit, { signal, waiting: ({ waitingFor }) => report({ waitingFor }) }, work);
  }
}

function openIn({ archive }: AtHand): OpenArchive {
  if (!archive) throw new BackupError("UNEXPECTED", "No archive is open");
  return archive;
}
