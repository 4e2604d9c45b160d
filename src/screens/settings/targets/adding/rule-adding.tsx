import { useState } from "preact/hooks";
import { toBackupError } from "../../../../domain/errors";
import type { Rule, SeenApp } from "../../../../domain/rule";
import { describeProblem } from "../../../text/run/problem-sentence";
import type { AdminMessages } from "../../../text/settings/language";
import { Button } from "../../../ui/button";
import { ListField } from "../rules/list-field";
import type { AddingDesk } from "./adding-desk";
import { spaceIn } from "./space-number";
import type { Adding } from "./use-adding";

const SCOPES = ["space", "guest_space", "all_apps"] as const satisfies ReadonlyArray<Rule["scope"]>;

const NO_APP = { appId: "", query: "", enabled: true };

interface RuleAddingProps {
  desk: AddingDesk;
  adding: Adding;
  messages: AdminMessages;
}

type Shown =
  { kind: "nothing" | "reading" } | { kind: "apps"; apps: readonly SeenApp[] } | { kind: "failed"; why: string };

/** A target that stands for apps as they come and go: all of a space, or every one that can be seen. */
export function RuleAdding({ desk, adding, messages }: RuleAddingProps) {
  const text = messages.settings.adding.rule;
  const [scope, setScope] = useState<Rule["scope"]>("space");
  const [typed, setTyped] = useState("");
  const [exceptions, setExceptions] = useState<readonly string[]>([]);
  const [isAsked, setIsAsked] = useState(false);
  const [shown, setShown] = useState<Shown>({ kind: "nothing" });
  const rule = ruleOf(scope, spaceIn(typed));
  const isWrong = isAsked && !rule;

  const ifNamed = (work: (rule: Rule) => unknown) => () => {
    setIsAsked(true);
    if (rule) work(rule);
  };
  const show = async (wanted: Rule) => {
    setShown({ kind: "reading" });
    try {
      const apps = await desk.appsOfRule(wanted);
      setShown({ kind: "apps", apps: apps.filter(({ appId }) => !exceptions.includes(appId)) });
    } catch (thrown) {
      setShown({ kind: "failed", why: describeProblem(messages, { error: toBackupError(thrown) }) });
    }
  };
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setShown({ kind: "nothing" });
    };

  return (
    <>
      <p>{text.introduction}</p>
      <fieldset class="kbm-choice">
        <legend>{text.standsFor}</legend>
        {SCOPES.map((each) => (
          <label key={each} class="kbm-option">
            <input
              type="radio"
              name="kbm-rule-scope"
              checked={scope === each}
              onChange={() => change(setScope)(each)}
            />{" "}
            {messages.words.target_scope[each]}
          </label>
        ))}
      </fieldset>
      {scope !== "all_apps" && (
        <div class="kbm-field">
          <label for="kbm-rule-space">{text.space[scope]}</label>
          <input
            id="kbm-rule-space"
            class="kbm-input"
            type="text"
            autoComplete="off"
            value={typed}
            aria-invalid={isWrong}
            aria-describedby="kbm-rule-space-error"
            onInput={(event) => change(setTyped)(event.currentTarget.value)}
          />
          <p class="kbm-field-error" role="alert" id="kbm-rule-space-error">
            {isWrong && text.noSpace}
          </p>
        </div>
      )}
      <ListField id="kbm-rule-exceptions" {...text.exceptions} values={exceptions} onChange={change(setExceptions)} />
      <div role="status">
        {shown.kind === "reading" && <p>{text.reading}</p>}
        {shown.kind === "apps" && <p>{text.apps(shown.apps.map(({ appId, name }) => text.app(name, appId)))}</p>}
      </div>
      {shown.kind === "failed" && (
        <p class="kbm-notice kbm-notice-error" role="alert">
          {shown.why}
        </p>
      )}
      <div class="kbm-adding-buttons">
        <Button text={text.show} disabled={shown.kind === "reading"} onClick={ifNamed(show)} />
        <Button
          main
          text={text.add}
          disabled={adding.news.kind === "adding"}
          onClick={ifNamed((wanted) =>
            adding.add([{ ...NO_APP, rule: wanted, exceptions, appName: messages.asked.rule(wanted) }]),
          )}
        />
      </div>
    </>
  );
}

function ruleOf(scope: Rule["scope"], spaceId: string | undefined): Rule | undefined {
  if (scope === "all_apps") return { scope };
  return spaceId === undefined ? undefined : { scope, spaceId };
}
