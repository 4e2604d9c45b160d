import type { Rebuilt } from "../../../restore/apps/rebuild-apps";

/** Everything that came of it, as lines of JSON. */
export function* rebuildLines({ apps, told, toDos, oldIds }: Rebuilt): Generator<object> {
  for (const { archived, app, name } of apps.values()) {
    const { folder, appId, appName } = archived.facts;
    yield { kind: "app", folder, archivedId: appId, archivedName: appName, ...app, name };
  }
  for (const one of told) yield { kind: "told", ...one };
  for (const one of toDos) yield { kind: "to-do", ...one };
  for (const one of oldIds) yield { kind: "old-id", ...one };
}
