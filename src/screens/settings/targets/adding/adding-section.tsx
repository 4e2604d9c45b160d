import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { describeProblem } from "../../../text/run/problem-sentence";
import type { AdminMessages } from "../../../text/settings/language";
import { Button } from "../../../ui/button";
import type { AddingDesk } from "./adding-desk";
import { AddingNews } from "./adding-news";
import { AppPicker } from "./app-picker";
import { CsvAdding } from "./csv-adding";
import { RuleAdding } from "./rule-adding";
import { type Adding, useAdding } from "./use-adding";

interface AddingSectionProps {
  desk: AddingDesk;
  messages: AdminMessages;
  /** There are more targets than before. */
  onAdded: () => void;
}

/** Where apps become targets: picked from the list, by CSV, or by a rule. Nothing is read before one of these is opened. */
export function AddingSection({ desk, messages, onAdded }: AddingSectionProps) {
  const text = messages.settings.adding;
  const [open, setOpen] = useState({ pick: false, csv: false, rule: false });
  const adding = useAdding(desk, open.pick || open.csv || open.rule, onAdded);
  return (
    <div class="kbm-adding" lang={text.locale}>
      <h3>{text.title}</h3>
      <Way title={text.pick.title} onOpen={() => setOpen({ ...open, pick: true })}>
        {open.pick && <Known {...{ adding, messages }}>{<AppPicker {...{ desk, adding, messages }} />}</Known>}
      </Way>
      <Way title={text.csv.title} onOpen={() => setOpen({ ...open, csv: true })}>
        {open.csv && <Known {...{ adding, messages }}>{<CsvAdding {...{ desk, adding, messages }} />}</Known>}
      </Way>
      <Way title={text.rule.title} onOpen={() => setOpen({ ...open, rule: true })}>
        {open.rule && <Known {...{ adding, messages }}>{<RuleAdding {...{ desk, adding, messages }} />}</Known>}
      </Way>
      <AddingNews news={adding.news} messages={messages} />
    </div>
  );
}

interface WayProps {
  title: string;
  onOpen: () => void;
  children: ComponentChildren;
}

function Way({ title, onOpen, children }: WayProps) {
  return (
    <details class="kbm-way" onToggle={(event) => event.currentTarget.open && onOpen()}>
      <summary>{title}</summary>
      <div class="kbm-target-choices">{children}</div>
    </details>
  );
}

interface KnownProps {
  adding: Adding;
  messages: AdminMessages;
  children: ComponentChildren;
}

/** Without knowing which apps are targets already, nothing can be chosen; what is drawn meanwhile stays. */
function Known({ adding: { registered, readAgain }, messages, children }: KnownProps) {
  const text = messages.settings.adding;
  return (
    <>
      {registered.kind === "failed" && (
        <div class="kbm-notice kbm-notice-error" role="alert">
          <p>{messages.settings.targets.unreadable}</p>
          <p>{describeProblem(messages, registered)}</p>
          <Button text={text.readAgain} onClick={readAgain} />
        </div>
      )}
      {registered.kind === "reading" && <p role="status">{messages.settings.targets.reading}</p>}
      {registered.kind === "known" && children}
    </>
  );
}
