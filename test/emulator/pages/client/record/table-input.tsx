import type { ComponentType } from "preact";
import type { FieldInputProps } from "./field-input";
import { isEditable, newRow } from "./record-values";
import type { TableRow } from "./record-values";
import { Value } from "./value";

interface TableInputProps extends FieldInputProps {
  /** Draws the input of a field in a row. */
  CellInput: ComponentType<FieldInputProps>;
}

/** A table: rows can be added below each row and removed, down to one. */
export function TableInput({ page, cell, property, onChange, CellInput }: TableInputProps) {
  const rows = cell.value as TableRow[];
  const fields = Object.values(property.fields ?? {});
  const replace = (value: TableRow[]) => {
    cell.value = value;
    onChange({ code: property.code, field: cell });
  };
  const emptyRow = () => newRow(property, new Date(), page.data.user.timezone);
  return (
    <table class="lk-subtable">
      <thead>
        <tr>
          {fields.map(({ label, required }) => (
            <th>
              {label}
              {required && <span class="lk-required">*</span>}
            </th>
          ))}
          <th class="lk-row-buttons">
            {rows.length === 0 && (
              <button type="button" aria-label={page.text.addRow} onClick={() => replace([emptyRow()])}>
                ＋
              </button>
            )}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr>
            {fields.map((field) => {
              const inner = row.value[field.code];
              return (
                <td>
                  {inner &&
                    (isEditable(inner.type) ? (
                      <CellInput
                        page={page}
                        cell={inner}
                        property={field}
                        onChange={(change) => onChange({ ...change, row })}
                      />
                    ) : (
                      <Value cell={inner} property={field} page={page} />
                    ))}
                </td>
              );
            })}
            <td class="lk-row-buttons">
              <button
                type="button"
                aria-label={page.text.addRow}
                onClick={() => replace(rows.toSpliced(index + 1, 0, emptyRow()))}
              >
                ＋
              </button>
              {rows.length > 1 && (
                <button
                  type="button"
                  aria-label={page.text.removeRow}
                  onClick={() => replace(rows.toSpliced(index, 1))}
                >
                  −
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
