import { useReducer } from "preact/hooks";
import { toBackupError } from "../../domain/errors";
import type { ArchivedApp, UsableArchive, Watcher } from "../restore/restore-desk";
import { useLongWork } from "../restore/use-long-work";
import type { DrillDesk, DrillingProgress, ForeseeingProgress } from "./drill-desk";
import { type DrillDraft, drillDraft, scopeOf } from "./drill-draft";
import { changedDrill, type DrilledApp, type DrillNews, type DrillState } from "./drill-state";

type At<Step extends DrillState["step"]> = Extract<DrillState, { step: Step }>;

/** At which step the screen is, and what people can do there. */
export function useDrill(archive: UsableArchive, desk: DrillDesk) {
  const [state, tell] = useReducer(changedDrill, archive.apps, begin);
  const { longWork, cancel } = useLongWork<DrillNews>(tell);

  return { state, tell, foresee, drill, cancel };

  function foresee({ draft }: At<"choosing">): Promise<void> {
    tell({ news: "foresee" });
    const { folders } = draft;
    return longWork(foreseeing, async (watcher) => {
      const foreseen = await desk.foreseeDrills({ folders, scope: scopeOf(draft) }, watcher);
      return {
        news: "foreseen",
        apps: folders.map((folder, at) => ({ app: appIn(archive, folder), foreseen: foreseen[at] })),
      };
    });
  }

  /** One app after the other, each a drill of its own. Whoever cancels means all that are left. */
  function drill({ draft, apps }: At<"foreseen">): Promise<void> {
    const wanted = apps.flatMap(({ app, foreseen }) => (foreseen ? [app] : []));
    return longWork(drilling, async (watcher) => {
      const drilled: DrilledApp[] = [];
      let isOver = false;
      for (const [at, app] of wanted.entries()) {
        if (!isOver) tell({ news: "drill", app, at, of: wanted.length });
        const one: DrilledApp = isOver ? { app } : await drilledApp(app, draft, watcher);
        drilled.push(one);
        isOver ||= one.error !== undefined || one.told?.endsAll === true || watcher.signal.aborted;
      }
      return { news: "drilled", drilled };
    });
  }

  /** Another app would not begin either: the lock, the history and the log-in are the same. */
  async function drilledApp(
    app: ArchivedApp,
    draft: DrillDraft,
    watcher: Watcher<DrillingProgress>,
  ): Promise<DrilledApp> {
    const ordered = { scope: scopeOf(draft), reason: draft.reason.trim(), digest: archive.digest };
    return desk.drill({ drillId: desk.newDrillId(), folder: app.folder, appName: app.name, ...ordered }, watcher).then(
      (told) => ({ app, told }),
      (thrown: unknown) => ({ app, error: toBackupError(thrown) }),
    );
  }
}

const begin = (apps: readonly ArchivedApp[]): DrillState => ({ step: "choosing", draft: drillDraft(apps) });

function appIn({ apps }: UsableArchive, folder: string): ArchivedApp {
  const app = apps.find((each) => each.folder === folder);
  if (!app) throw new Error(`${folder} is not in the archive`);
  return app;
}

const foreseeing = (progress: ForeseeingProgress): DrillNews => ({ news: "foreseeing", progress });
const drilling = (progress: DrillingProgress): DrillNews => ({ news: "drilling", progress });
