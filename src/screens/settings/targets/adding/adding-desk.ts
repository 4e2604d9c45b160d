import type { AppsOfRule } from "../../../../domain/rule";
import type { TargetRegister } from "../../../../history/targets/target-register";
import type { ListedApp } from "./listed-app";

/** What the adding of targets needs of the world. All reject with a `BackupError`. */
export interface AddingDesk {
  register: TargetRegister;
  /** The apps that the user can see, page by page: those outside guest spaces, or those of one. */
  apps(guestSpaceId: string | undefined, signal: AbortSignal): AsyncIterable<readonly ListedApp[]>;
  /** Those of the apps that the user can see, outside guest spaces or in one. */
  appsById(ids: readonly string[], guestSpaceId: string | undefined): Promise<readonly ListedApp[]>;
  /** What a rule stands for now. */
  appsOfRule: AppsOfRule;
  spaceName(id: string, isGuest: boolean): Promise<string>;
  /** Id of the backup-management app. */
  ownAppId: string;
  /** Gives the user a file. */
  offer(name: string, file: Blob): void;
}
