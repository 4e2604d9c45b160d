import { describeGaps } from "../text/verify/archive-gaps";
import type { AuditorMessages } from "../text/verify/language";
import type { ArchiveCheck } from "./archive-check";
import { Part } from "./part";

/** Of apps, and of what is told of each; the command and `README.txt` list more. */
const SHOWN = 50;

/** What the manifests say that is not in the archive: first what makes it incomplete. */
export function ArchiveGaps({
  check,
  messages,
}: {
  check: Pick<ArchiveCheck, "targets" | "domain">;
  messages: AuditorMessages;
}) {
  const { verify, readme } = messages;
  return (
    <>
      {(["lacking", "left-out"] as const).map((choice) => {
        const { common, apps, domain } = describeGaps(messages, check, choice);
        const told = [
          ...(domain.length > 0 ? [{ app: readme.ofDomain, gaps: domain }] : []),
          ...(common.length > 0 ? [{ app: readme.inCommon, gaps: common }] : []),
          ...apps,
        ];
        if (told.length === 0) return undefined;
        return (
          <Part key={choice} heading={choice === "lacking" ? verify.lacking : verify.leftOut}>
            {told.slice(0, SHOWN).map(({ app, gaps }, at) => (
              <li key={at}>
                {app}
                <ul>
                  {gaps.slice(0, SHOWN).map(({ sentence, places }, index) => (
                    <li key={index}>
                      {sentence}
                      {places.map((place, position) => (
                        <span class="kbm-quiet" key={position}>
                          {place}
                        </span>
                      ))}
                    </li>
                  ))}
                  {gaps.length > SHOWN && <li>{verify.more(gaps.length - SHOWN)}</li>}
                </ul>
              </li>
            ))}
            {told.length > SHOWN && <li>{verify.more(told.length - SHOWN)}</li>}
          </Part>
        );
      })}
    </>
  );
}
