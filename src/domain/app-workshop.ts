import type { DeployStatus, SettingsDesk } from "./settings-desk";
import type { AppRef } from "./target";

/** Where an app is made: in a space, or outside of all. The apps of a guest space are reached by a way of their own. */
export interface AppPlace {
  spaceId?: string;
  /** It is a guest space. */
  isGuest?: true;
}

/** An app with the settings that wait: no others must be made live than those that are meant. */
export interface RevisedApp {
  app: AppRef;
  revision: string;
}

/** kintone knows an app from when it is made; people see it from its first update on. */
export type Sight = { state: "waiting" | "live"; name: string } | { state: "hidden" } | { state: "none" };

/**
 * Where apps are made. Every method rejects with a `BackupError`. What changes something is sent once: an answer that is lost leaves open whether it
 * was done. One contract (`test/contracts/app-workshop.ts`).
 */
export interface AppWorkshop {
  /** Resolves to the new app, which has no form yet, and which nobody else sees before it is made live. Its maker manages it. */
  make(name: string, place: AppPlace): Promise<AppRef>;
  /** What can be seen of an app: whoever may not manage one that waits is not told its name. */
  lookAt(app: AppRef): Promise<Sight>;
  /** The settings of one app. A change that names a revision and is sent again is refused with GAIA_CO03 when it was done. */
  settings(app: AppRef): Pick<SettingsDesk, "read" | "change">;
  /**
   * Has kintone make the settings of several apps live: it answers at once and works on it. One that fails lets all fail, and kintone gives no reason
   * (cybozu.dev, deploy-app-settings). All are in the same guest space, or in none; at most 300.
   */
  deploy(apps: readonly RevisedApp[]): Promise<void>;
  /** Throws away what is not live. */
  revert(apps: readonly RevisedApp[]): Promise<void>;
  /** By the ids of the apps. */
  deployStatuses(apps: readonly AppRef[]): Promise<ReadonlyMap<string, DeployStatus>>;
}
