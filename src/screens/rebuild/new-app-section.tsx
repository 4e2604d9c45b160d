import { harmlessLine } from "../text/harmless";
import type { RebuildPageMessages } from "../text/rebuild/page/language";
import { Part } from "../verify/part";
import type { ToldNewApp } from "./rebuild-desk";

interface NewAppSectionProps {
  messages: RebuildPageMessages;
  app: ToldNewApp;
  url: string;
  /** Else nothing is known of it yet, but that it is there. */
  hasEnded: boolean;
}

/** Nobody reads more on a screen; the file has all. */
const SHOWN = 30;

/** An app that was made: the way to it, what became of its records, what is otherwise, and what is left to do. */
export function NewAppSection({ messages, app, url, hasEnded }: NewAppSectionProps) {
  const { rebuild, records, next } = messages;
  const { made } = next;
  const lists = [
    { heading: records.heading, lines: app.records },
    { heading: rebuild.heading.told, lines: app.otherwise },
    { heading: rebuild.heading.toDo, lines: app.toDos },
    { heading: rebuild.heading.oldIds, lines: app.oldIds },
  ];
  return (
    <section>
      <h2 class="kbm-run-heading">{harmlessLine(app.told)}</h2>
      {hasEnded && <p>{app.isWhole ? made.whole : made.otherwise}</p>}
      <p class="kbm-links">
        <a class="kbm-link" href={url} target="_blank" rel="noreferrer">
          {made.open(harmlessLine(app.name))}
        </a>
      </p>
      {lists.map(
        ({ heading, lines }) =>
          lines.length > 0 && (
            <Part key={heading} heading={heading}>
              {lines.slice(0, SHOWN).map((line, at) => (
                <li key={at}>{harmlessLine(line)}</li>
              ))}
              {lines.length > SHOWN && <li>{rebuild.more(lines.length - SHOWN)}</li>}
            </Part>
          ),
      )}
    </section>
  );
}
