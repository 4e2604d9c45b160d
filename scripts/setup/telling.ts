import type { AppRef } from "../../src/domain/target";
import type { Plan } from "../../src/history/preparation/plan";
import type { PreparationMessages } from "../../src/screens/text/settings/preparation/messages";
import { planGroups } from "../../src/screens/text/settings/preparation/plan-sentences";
import type { SetUpEnd, SetUpEvent } from "./set-up";
import type { SetUpWords } from "./words/words";

/** The words of a terminal: those of the command, and those that the settings screen has too. */
export interface Telling {
  words: SetUpWords;
  preparation: PreparationMessages;
}

/** What happens, in lines. */
export function eventLines(event: SetUpEvent, { words, preparation }: Telling): string[] {
  switch (event.what) {
    case "plugin":
      return [words.plugin[event.kind](event.version, event.kind === "updated" ? event.from : "")];
    case "app":
      return [(event.isNew ? words.appCreated : words.appFound)(event.app.appId)];
    case "plugin-added":
      return [words.pluginAdded];
    case "findings": {
      const { plan } = event.findings;
      const planned = plan.items.length > 0 ? [words.planned, ...planLines(plan, preparation)] : [];
      return [...planned, ...plan.notes.map((note) => preparation.note[note])];
    }
    case "step":
      return [event.kind === "changing" ? preparation.changing(event.done, event.of) : preparation.updating];
  }
}

function planLines(plan: Plan, text: PreparationMessages): string[] {
  return planGroups(plan, text).flatMap(({ sentence, names }) => [
    `  ${sentence}`,
    ...names.map((name) => `    ${name}`),
  ]);
}

/** What came of it, in lines. */
export function endLines(end: SetUpEnd, { words, preparation }: Telling, baseUrl: string): string[] {
  switch (end.kind) {
    case "ready": {
      const said = end.unchanged ? words.unchanged(end.app.appId) : words.done(end.app.appId);
      return [said, words.open(addressOf(baseUrl, end.app))];
    }
    case "conflicts":
      return [preparation.conflicts, ...end.findings.plan.conflicts.map((each) => `  ${preparation.conflict(each)}`)];
    case "incomplete":
      return [end.end.kind === "not-updated" ? preparation.notUpdated(end.end.status) : preparation.stillMissing];
    case "unclear":
      if ("several" in end.found) {
        return [words.several(end.found.several.map(({ id, name }) => `  ${words.named(id, name)}`))];
      }
      return [words.foreign(words.named(end.found.foreign.id, end.found.foreign.name))];
  }
}

/** Where people open the app (addresses of kintone's own pages). */
function addressOf(baseUrl: string, { appId, guestSpaceId }: AppRef): string {
  return `${baseUrl}/k/${guestSpaceId === undefined ? "" : `guest/${guestSpaceId}/`}${appId}/`;
}
