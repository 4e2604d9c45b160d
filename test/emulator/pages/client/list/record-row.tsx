import { useReducer, useState } from "preact/hooks";
import type { KintoneEvent } from "../api/events";
import type { Page } from "../page";
import { RestError } from "../rest";
import { FieldInput } from "../record/field-input";
import type { Form } from "../record/form-definition";
import { clearErrors, forHandlers, hasErrors, showErrors, takeOver } from "../record/handler-changes";
import { isEditable, valuesToSend } from "../record/record-values";
import type { KintoneRecord } from "../record/record-values";
import { removeRecord } from "../record/remove-record";
import { OptionalValue } from "../record/value";

interface RecordRowProps {
  page: Page;
  form: Form;
  fields: string[];
  record: KintoneRecord;
  /** The record was deleted: the list must be read again. */
  onRemoved(): void;
}

/** A record in a list, which can be edited in place. */
export function RecordRow({ page, form, fields, record: first, onRemoved }: RecordRowProps) {
  const { text, data, events, rest } = page;
  const [record, setRecord] = useState(first);
  const [draft, setDraft] = useState<KintoneRecord>();
  const [drawn, draw] = useReducer((count: number) => count + 1, 0);
  const app = data.app?.id ?? "";
  const id = String(record.$id?.value);
  const permissions = data.app?.permissions;

  /** `appId` is a number in some of these events and a string in others, as documented for each. */
  const eventOf = (name: string, appId: number | string, content: KintoneRecord, more: object = {}): KintoneEvent => ({
    type: `app.record.index.edit.${name}`,
    appId,
    recordId: id,
    record: forHandlers(content),
    ...more,
  });
  const changesOf = (returned: KintoneEvent | undefined) => returned?.record as KintoneRecord | undefined;

  const edit = async () => {
    const copy = structuredClone(record);
    const { returned } = await events.fire(eventOf("show", Number(app), copy));
    takeOver(copy, changesOf(returned));
    setDraft(copy);
  };
  const finish = async (content: KintoneRecord) => {
    setRecord(content);
    setDraft(undefined);
    await events.fire(eventOf("finish", Number(app), content));
  };
  const save = async (content: KintoneRecord) => {
    clearErrors(content);
    const { returned, cancelled } = await events.fire(eventOf("submit", app, content));
    takeOver(content, changesOf(returned));
    draw(undefined);
    if (returned?.error) return page.tell(new Error(returned.error));
    if (cancelled || hasErrors(content)) return;
    try {
      const shown = Object.fromEntries(Object.entries(content).filter(([code]) => isInlineEditable(content, code)));
      const revision = content.$revision?.value;
      await rest.call("/k/v1/record", "PUT", { app, id, revision, record: valuesToSend(shown, form.properties) });
      const saved = await rest.call<{ record: KintoneRecord }>("/k/v1/record", "GET", { app, id });
      await events.fire(eventOf("submit.success", Number(app), saved.record));
      await finish(saved.record);
    } catch (error) {
      if (error instanceof RestError) showErrors(content, error);
      draw(undefined);
      page.tell(error);
    }
  };

  // A new key at each change of mode: a plugin may have changed the cells' nodes.
  if (!draft) {
    return (
      <tr key={`shown ${drawn}`}>
        <td class="lk-icon-cell">
          <a class="lk-row-detail" href={`show#record=${id}`} title={text.detail} aria-label={text.detail}>
            ▤
          </a>
        </td>
        {fields.map((code) => (
          <td data-field={code} class={`lk-cell lk-cell-${(record[code]?.type ?? "none").toLowerCase()}`}>
            <OptionalValue record={record} code={code} property={form.properties[code]} page={page} />
          </td>
        ))}
        <td class="lk-icon-cell lk-row-buttons">
          {permissions?.editRecords && (
            <button type="button" class="lk-row-edit" title={text.edit} aria-label={text.edit} onClick={edit}>
              ✎
            </button>
          )}
          {permissions?.deleteRecords && (
            <button
              type="button"
              class="lk-row-remove"
              title={text.remove}
              aria-label={text.remove}
              onClick={async () => {
                if (await removeRecord(page, record, "app.record.index.delete.submit")) onRemoved();
              }}
            >
              ×
            </button>
          )}
        </td>
      </tr>
    );
  }
  return (
    <tr key="edited">
      <td class="lk-icon-cell" />
      {fields.map((code) => {
        const cell = draft[code];
        const property = form.properties[code];
        return (
          <td data-field={code} class="lk-cell">
            {cell && property && isInlineEditable(draft, code) ? (
              <FieldInput
                page={page}
                cell={cell}
                property={property}
                onChange={({ field }) => {
                  const changes = structuredClone({ field, row: null });
                  try {
                    const { returned } = events.fireChange(eventOf(`change.${code}`, app, draft, { changes }));
                    takeOver(draft, changesOf(returned));
                  } finally {
                    draw(undefined);
                  }
                }}
              />
            ) : (
              <OptionalValue record={draft} code={code} property={property} page={page} />
            )}
          </td>
        );
      })}
      <td class="lk-icon-cell lk-row-buttons">
        <button type="button" class="lk-row-save" title={text.save} aria-label={text.save} onClick={() => save(draft)}>
          ✓
        </button>
        <button type="button" title={text.cancel} aria-label={text.cancel} onClick={() => finish(record)}>
          ×
        </button>
      </td>
    </tr>
  );
}

/** Tables, attachments and rich text are edited on the edit screen only. */
function isInlineEditable(record: KintoneRecord, code: string): boolean {
  const type = record[code]?.type ?? "";
  return isEditable(type) && type !== "SUBTABLE" && type !== "FILE" && type !== "RICH_TEXT";
}
