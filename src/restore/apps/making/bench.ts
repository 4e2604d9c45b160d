import type { AppWorkshop, RevisedApp } from "../../../domain/app-workshop";
import { type BackupError, endsTheRun, toBackupError } from "../../../domain/errors";
import { type AnswerOf, type Change, isOutdated } from "../../../domain/settings-desk";
import type { SettingName } from "../../../domain/source";
import type { NewApp } from "../new-app";

/** The settings of a new app that are not live yet, while it is made: nobody else changes them. */
export interface Bench {
  readonly made: NewApp;
  read<Name extends SettingName>(setting: Name): Promise<AnswerOf<Name>>;
  change(change: Change): Promise<void>;
  /** Something was changed since `isLive`; by an earlier attempt perhaps. */
  readonly hasChanges: boolean;
  isLive(): void;
  revised(): Promise<RevisedApp>;
  /** Of what was thrown away. */
  forget(): void;
}

/** How often a change is sent whose answer is lost, and how long it is waited before: kintone may still be at work. */
const TRIES = 4;
const SECONDS_BETWEEN = 5;

interface BenchWorld {
  workshop: AppWorkshop;
  pause: (seconds: number) => Promise<void>;
}

/**
 * A change names the revision that it builds on. So one whose answer was lost is sent again: kintone refuses it when it was done, and as nobody
 * else changes the app, that is the proof. So is a refusal of the first one that we know of: browsers send a request again by themselves when a connection ends, and only the
 * second answer comes.
 *
 * @param mayHaveChanges an earlier attempt was at it
 */
export function createBench(made: NewApp, { workshop, pause }: BenchWorld, mayHaveChanges: boolean): Bench {
  const desk = workshop.settings(made.app);
  let revision: string | undefined;
  let hasChanges = mayHaveChanges;
  const present = async () => (await desk.read("app/form/layout", "preview")).revision;

  return {
    made,
    get hasChanges() {
      return hasChanges;
    },
    read: (setting) => desk.read(setting, "preview"),
    async change(change) {
      revision ??= await present();
      hasChanges = true;
      for (let tries = 1; ; tries += 1) {
        try {
          revision = await desk.change(change, revision);
          return;
        } catch (thrown) {
          const error = toBackupError(thrown);
          if (isOutdated(error) && (tries > 1 || (await present()) === nextOf(revision))) {
            revision = undefined;
            return;
          }
          if (!isLost(error) || tries === TRIES) throw error;
          await pause(SECONDS_BETWEEN);
        }
      }
    },
    isLive() {
      hasChanges = false;
    },
    async revised() {
      revision ??= await present();
      return { app: made.app, revision };
    },
    forget() {
      revision = undefined;
      hasChanges = false;
    },
  };
}

const nextOf = (revision: string): string => String(Number(revision) + 1);

/** Nobody knows whether it was done: nothing came back, or nothing of kintone's. */
export const isLost = (error: BackupError): boolean =>
  error.answer?.code === undefined && error.code !== "UNEXPECTED" && !endsTheRun(error);
