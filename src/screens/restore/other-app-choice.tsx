import { useState } from "preact/hooks";
import { toBackupError } from "../../domain/errors";
import { describeObstacle } from "../text/restore/comparison-lines";
import type { RestoringMessages } from "../text/restoring/language";
import { nameOf } from "./app-names";
import type { ArchivedApp, OtherApp, RestoreDesk } from "./restore-desk";

interface OtherAppChoiceProps {
  messages: RestoringMessages;
  desk: Pick<RestoreDesk, "findApps" | "keys">;
  archived: ArchivedApp;
  /** Nothing as long as it is not known which, and how its records are known. */
  onChoose: (into: OtherApp | undefined) => void;
}

type Found = Awaited<ReturnType<RestoreDesk["findApps"]>>;

/** Looks for another app with the same fields, and asks how the archive's records are known there. */
export function OtherAppChoice({ messages, desk, archived, onChoose }: OtherAppChoiceProps) {
  const { app: texts } = messages.restoring;
  const [text, setText] = useState("");
  const [found, setFound] = useState<Found>();
  const [chosen, setChosen] = useState<Found[number]>();
  const [keys, setKeys] = useState<readonly string[]>();
  const [obstacle, setObstacle] = useState<string>();
  const say = (thrown: unknown) => setObstacle(describeObstacle(messages, toBackupError(thrown)));
  const forget = () => {
    setChosen(undefined);
    setKeys(undefined);
    setObstacle(undefined);
    onChoose(undefined);
  };

  async function look() {
    forget();
    await desk.findApps(text.trim(), archived.app).then(setFound, say);
  }

  async function choose(id: string) {
    forget();
    const app = found?.find((each) => each.app.appId === id);
    if (!app) return;
    setChosen(app);
    await desk.keys({ folder: archived.folder, app: app.app }).then((told) => {
      if ("reason" in told) return setObstacle(describeObstacle(messages, told));
      setKeys(told.keys);
      know(app, told.keys[0]);
    }, say);
  }

  const know = (app: Found[number], key: string | undefined) => onChoose({ ...app, ...(key !== undefined && { key }) });

  return (
    <>
      <form
        class="kbm-way"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <label>
          {texts.find}
          <input type="text" value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
        </label>
        <button type="submit" class="kbm-button-small" disabled={text.trim() === ""}>
          {texts.look}
        </button>
      </form>
      <p role="status">{found?.length === 0 && texts.noneFound}</p>
      {found && found.length > 0 && (
        <p class="kbm-way">
          <label>
            {texts.target}
            <select value={chosen?.app.appId ?? ""} onChange={({ currentTarget }) => choose(currentTarget.value)}>
              <option value="" />
              {found.map((each) => (
                <option key={each.app.appId} value={each.app.appId}>
                  {nameOf(each, messages)}
                </option>
              ))}
            </select>
          </label>
          {chosen && keys && (
            <label>
              {texts.key}
              <select onChange={({ currentTarget: { value } }) => know(chosen, value === "" ? undefined : value)}>
                {keys.map((key) => (
                  <option key={key}>{key}</option>
                ))}
                <option value="">{texts.onlyAdd}</option>
              </select>
            </label>
          )}
        </p>
      )}
      {obstacle !== undefined && (
        <p class="kbm-notice kbm-notice-error" role="alert">
          {obstacle}
        </p>
      )}
    </>
  );
}
