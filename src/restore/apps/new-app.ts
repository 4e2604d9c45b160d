import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { AppPlace } from "../../domain/app-workshop";
import type { AppRef } from "../../domain/target";

/** An app of an archive that is to be made anew. */
export interface AppToMake {
  archived: ArchivedTarget;
  /** What it will be called; at most 64 characters (cybozu.dev, add-preview-app). */
  name: string;
  place: AppPlace;
}

/** An app that was made for one of an archive. */
export interface NewApp extends AppToMake {
  app: AppRef;
}

/** By the folder that the app has in the archive, in the order in which they are made: the apps that others take from first. */
export type NewApps = ReadonlyMap<string, NewApp>;
