import type { Source } from "../../../domain/source";
import { compareForms, type ComparedForms } from "../../compare/compared-forms";
import type { NotComparable } from "../../compare/comparison";
import { type LookupLink, lookupLinks } from "./lookup-links";
import { type RecordsOrder, recordsOrder } from "./records-order";
import { archivedIdOf, type SetApp } from "./set-app";

/** An app of a set, with its form beside that of the archive. */
export interface KnownApp extends SetApp {
  forms: ComparedForms;
}

/** A set, as far as forms tell of it. Apps are named by their ids in the archive. */
export interface KnownSet {
  apps: ReadonlyMap<string, KnownApp>;
  /** Those of which no records can be restored, and why. */
  without: ReadonlyMap<string, NotComparable>;
  links: readonly LookupLink[];
  order: RecordsOrder;
}

/** Reads the forms of all apps, and finds out how their records depend on one another. Rejects with a `BackupError` when an app cannot be read. */
export async function knownSet(apps: readonly SetApp[], source: Pick<Source, "readSetting">): Promise<KnownSet> {
  const known = new Map<string, KnownApp>();
  const without = new Map<string, NotComparable>();
  for (const app of apps) {
    const forms = await compareForms(app.archived, app.app, source, { by: "nothing" });
    if ("reason" in forms) without.set(archivedIdOf(app), forms);
    else known.set(archivedIdOf(app), { ...app, forms });
  }
  const links = lookupLinks(
    [...known].map(([archivedId, { app, forms }]) => ({ archivedId, appId: app.appId, form: forms.present })),
  );
  return { apps: known, without, links, order: recordsOrder([...known.keys()], links) };
}
