import type { TargetFacts } from "../../../archive/manifest/manifest";
import type { OpenArchive } from "../../../archive/reading/open-archive";
import { RESTORE_EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import type { SettingsComparisonAsked } from "../../../command/host";
import { fieldToAdd } from "../../../restore/settings/added-field/field-to-add";
import { addFieldCommandWordsIn } from "../../../screens/text/added-field/command-words";
import { addedFieldTextsIn, describeWhyNotAdded } from "../../../screens/text/added-field/language";
import { harmlessLine } from "../../../screens/text/harmless";
import { describeProblem } from "../../../screens/text/run/problem-sentence";
import { addMissingField } from "../../wiring/add-missing-field";
import { openAccess } from "../restoring/open-access";
import { operatorOf } from "../run";

type Caller = Parameters<typeof openAccess>[0];

interface FieldAsked {
  archive: OpenArchive;
  targets: readonly TargetFacts[];
  field: NonNullable<SettingsComparisonAsked["field"]>;
  language: string;
}

/** Puts a field back that an app has not any more, when somebody confirmed it; says what it would do otherwise. */
export async function addFieldOnNode(
  { archive, targets, field: { code, confirmed }, language }: FieldAsked,
  caller: Caller,
): Promise<Done> {
  const [texts, words] = [addedFieldTextsIn(language), addFieldCommandWordsIn(language)];
  const { messages, credentials, saying } = caller;
  const [target, ...others] = targets;
  const archived = target && archive.target(target.folder);
  if (!archived || others.length > 0) {
    const names = targets.map(
      ({ appId, guestSpaceId, appName }) => `${messages.run.appId(appId, guestSpaceId)} ${appName}`,
    );
    return nothing(harmlessLine(words.whichApp(names)));
  }
  const access = openAccess(caller);
  const { appId, guestSpaceId } = archived.facts;
  const app = { appId, ...(guestSpaceId && { guestSpaceId }) };
  const found = await fieldToAdd(archived, code, { source: access.source, desk: access.workshop.settings(app) });
  if ("reason" in found) return nothing(describeWhyNotAdded(messages, texts, found));

  const confirmation = `${found.app.name}/${code}`;
  if (confirmed !== confirmation) {
    const isRequired = Reflect.get(found.definition, "required") === true;
    const lines = [texts.would(found, found.definition.type), ...(isRequired ? [texts.required] : [])];
    const how = (confirmed === undefined ? words.confirm : words.notConfirmed)(confirmation);
    return { code: RESTORE_EXIT.nothingWritten, report: text(lines), told: text([how]) };
  }
  saying(code, texts.adding);
  const adder = { operator: operatorOf(credentials), language, runId: archive.runId };
  const outcome = await addMissingField(found, adder, access);
  if (outcome.kind === "added") {
    const told =
      outcome.unrecorded && `${texts.unrecorded} ${describeProblem(messages, { error: outcome.unrecorded })}`;
    const report = text([texts.added(found)]);
    if (told === undefined) return { code: RESTORE_EXIT.asPlanned, report };
    return { code: RESTORE_EXIT.notAsPlanned, report, told: text([told]) };
  }
  const why = outcome.error ? [describeProblem(messages, { error: outcome.error })] : [];
  const ended = outcome.kind === "refused" ? RESTORE_EXIT.nothingWritten : RESTORE_EXIT.notAsPlanned;
  return { code: ended, told: text([texts[outcome.kind], ...why]) };
}

const nothing = (why: string): Done => ({ code: RESTORE_EXIT.nothingWritten, told: text([why]) });

const text = (lines: readonly string[]) => `${lines.map(harmlessLine).join("\n")}\n`;
