import { render } from "preact";
import type { PageMessages } from "../text/page/messages";
import { Button } from "../ui/button";

const ID = "kbm-broken-drill";

/** Says above the list that drills were broken off, a sentence for each, until somebody has read it. */
export function mountBrokenDrillNotice(
  space: HTMLElement,
  explanations: readonly string[],
  messages: PageMessages,
): void {
  document.getElementById(ID)?.remove();
  const place = document.createElement("div");
  place.id = ID;
  place.lang = messages.locale;
  space.append(place);
  const close = () => {
    render(null, place);
    place.remove();
  };
  const { title, close: text } = messages.page.brokenDrill;
  render(
    <section class="kbm-notice kbm-notice-warning kbm-interrupted" aria-label={title}>
      {explanations.map((explanation) => (
        <p key={explanation}>
          <strong>{title}</strong> {explanation}
        </p>
      ))}
      <div class="kbm-buttons">
        <Button text={text} onClick={close} />
      </div>
    </section>,
    place,
  );
}
