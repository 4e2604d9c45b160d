import { useMemo, useState } from "preact/hooks";
import type { AdminMessages } from "../../../text/settings/language";
import { Button } from "../../../ui/button";
import type { AddingDesk } from "./adding-desk";
import { csvOfTargets } from "./csv-of-targets";
import { JudgedLines } from "./judged-lines";
import { judgeLines } from "./judge-lines";
import type { Adding } from "./use-adding";
import { type CsvCheck, useCsvCheck } from "./use-csv-check";

interface CsvAddingProps {
  desk: AddingDesk;
  adding: Adding;
  messages: AdminMessages;
}

const FILE_NAME = "kintone-backup-targets.csv";

/** Targets from a file or from pasted lines, each judged and shown before anything is written; and the present ones as such a file. */
export function CsvAdding({ desk, adding, messages }: CsvAddingProps) {
  const { csv: text } = messages.settings.adding;
  const [check, actions] = useCsvCheck(desk);
  const [pasted, setPasted] = useState("");
  const targets = adding.registered.kind === "known" ? adding.registered.targets : [];
  // A rule has no app, and is added above.
  const named = targets.filter(({ rule }) => !rule);
  const judged = useMemo(() => {
    if (check.kind !== "checked") return [];
    const present = new Set(targets.map(({ appId }) => appId));
    return judgeLines(check.csv.lines, { ...check.known, present });
  }, [check, targets]);
  const good = judged.flatMap(({ verdict }) => ("target" in verdict ? [verdict.target] : []));
  const save = () => desk.offer(FILE_NAME, new Blob([csvOfTargets(named)], { type: "text/csv" }));

  return (
    <>
      <p>{text.columns}</p>
      <div class="kbm-field">
        <label for="kbm-adding-file">{text.file}</label>
        <p class="kbm-quiet" id="kbm-adding-file-hint">
          {text.encodings}
        </p>
        <input
          id="kbm-adding-file"
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-describedby="kbm-adding-file-hint"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) actions.checkFile(file);
            // So that the same file can be chosen again when it was mended.
            event.currentTarget.value = "";
          }}
        />
      </div>
      <div class="kbm-field">
        <label for="kbm-adding-paste">{text.paste}</label>
        <textarea
          id="kbm-adding-paste"
          class="kbm-input kbm-adding-paste"
          rows={4}
          spellcheck={false}
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </div>
      <div>
        <Button text={text.check} disabled={check.kind === "checking"} onClick={() => actions.checkText(pasted)} />
      </div>
      <p class="kbm-field-error" role="alert">
        {problemOf(check, messages)}
      </p>
      <div role="status">
        {check.kind === "checking" && <p>{text.checking}</p>}
        {check.kind === "checked" && <p>{text.result(good.length, judged.length - good.length)}</p>}
      </div>
      {check.kind === "checked" && check.csv.unknownColumns.length > 0 && (
        <p class="kbm-quiet">{text.unknownColumns(check.csv.unknownColumns)}</p>
      )}
      {check.kind === "checked" && <JudgedLines key={check.csv} {...{ judged, messages, ownAppId: desk.ownAppId }} />}
      {check.kind === "checked" && (
        <div class="kbm-adding-buttons">
          <Button
            main
            text={text.add(good.length)}
            disabled={good.length === 0 || adding.news.kind === "adding"}
            onClick={() => adding.add(good)}
          />
        </div>
      )}
      <div class="kbm-field">
        <p>{text.present}</p>
        <Button text={text.save(named.length)} disabled={named.length === 0} onClick={save} />
      </div>
    </>
  );
}

function problemOf({ kind }: CsvCheck, messages: AdminMessages): string | undefined {
  const { csv: text } = messages.settings.adding;
  switch (kind) {
    case "not-text":
      return text.notText;
    case "too-large":
      return text.tooLarge;
    case "empty":
      return text.empty;
    case "no-app-column":
      return text.noAppColumn;
    default:
      return undefined;
  }
}
