import type { RestoreChoices } from "../../plan/restore-choices";
import type { NewApp } from "../new-app";

/** An app of the archive, and the new, empty app that was made of it, with the same form. Its lookups look into the new apps of the set. */
export interface SetApp extends NewApp {
  /** What was decided about people and values that are gone; nothing when absent. */
  decided?: Partial<Decided>;
}

type Decided = Pick<
  RestoreChoices,
  "replaced" | "options" | "given" | "leftOutFields" | "leftOutRecords" | "confirmed"
>;

/** The id that the app had in the archive: by it, apps of a set are known. */
export const archivedIdOf = ({ archived }: Pick<SetApp, "archived">): string => archived.facts.appId;
