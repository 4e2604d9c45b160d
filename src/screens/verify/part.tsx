import type { ComponentChildren } from "preact";

/** A list under a heading. */
export function Part({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <section>
      <h2 class="kbm-run-heading">{heading}</h2>
      <ul class="kbm-problems">{children}</ul>
    </section>
  );
}
