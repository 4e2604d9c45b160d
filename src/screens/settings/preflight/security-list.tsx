import { BY_HAND, type SecurityItem } from "../../../history/security/item";
import type { AdminMessages } from "../../text/settings/language";
import { securityLines } from "../../text/settings/preflight/security-lines";
import { VerdictBadge } from "./verdict-badge";

/** The check list: what the program looked at, with what it found, and what people have to look at for themselves. */
export function SecurityList({ items, messages }: { items: readonly SecurityItem[]; messages: AdminMessages }) {
  const { security: text } = messages.settings.preflight;
  return (
    <>
      <h3>{text.title}</h3>
      <p class="kbm-quiet">{text.introduction}</p>
      <ul class="kbm-checks">
        {items.map((item) => (
          <li key={item.key}>
            <p class="kbm-check-head">
              <b>{text.point[item.key]}</b> <VerdictBadge sign={item.verdict} word={text.verdict[item.verdict]} />
            </p>
            <ul>
              {securityLines(item, messages).map((line) => (
                <li key={line}>{line}</li>
              ))}
              {item.verdict !== "fine" && <li>{text.todo[item.key]}</li>}
            </ul>
          </li>
        ))}
        {BY_HAND.map((key) => (
          <li key={key}>
            <p class="kbm-check-head">
              <b>{text.point[key]}</b> <VerdictBadge sign="by-hand" word={text.verdict["by-hand"]} />
            </p>
            <ul>
              <li>{text.todo[key]}</li>
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
