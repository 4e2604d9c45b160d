import { harmlessLine } from "../text/harmless";
import type { RestoringMessages } from "../text/restoring/language";
import type { ArchivedApp, OtherApp } from "./restore-desk";

/** With its id, as names are not unique. */
export function nameOf(
  { app, name }: Pick<ArchivedApp, "app" | "name">,
  { restore, run }: Pick<RestoringMessages, "restore" | "run">,
): string {
  return harmlessLine(restore.value.nameAndCode(restore.app(name), run.appId(app.appId, app.guestSpaceId)));
}

/** The archive's app and, where it is another, the one that its records go into. */
export function placeOf({ app, into }: { app: ArchivedApp; into?: OtherApp }, messages: RestoringMessages): string {
  return into ? messages.restoring.app.into(nameOf(app, messages), nameOf(into, messages)) : nameOf(app, messages);
}
