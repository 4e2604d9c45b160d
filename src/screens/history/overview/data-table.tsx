import type { ComponentChildren } from "preact";

/** The head of a column, and whether what stands below it are numbers. */
export type ColumnHead = readonly [text: string, isNumber?: boolean];

interface DataTableProps {
  /** What the table tells of, where it can be scrolled on its own. */
  label: string;
  heads: readonly ColumnHead[];
  /** Its rows. */
  children: ComponentChildren;
}

/** A table that scrolls sideways by itself where the window is too narrow for it, also by keyboard. */
export function DataTable({ label, heads, children }: DataTableProps) {
  return (
    <div class="kbm-scroll" role="region" aria-label={label} tabIndex={0}>
      <table class="kbm-table">
        <thead>
          <tr>
            {heads.map(([text, isNumber]) => (
              <th key={text} scope="col" class={isNumber ? "kbm-number" : ""}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function NumberCell({ children }: { children: ComponentChildren }) {
  return <td class="kbm-number">{children}</td>;
}
