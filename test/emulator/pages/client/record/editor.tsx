import { render } from "preact";
import type { FireResult, KintoneEvent } from "../api/events";
import { RestError } from "../rest";
import { FormLayout } from "./form-layout";
import { FieldInput } from "./field-input";
import type { Change } from "./field-input";
import { pluginSpace } from "./record-screen";
import type { RecordScreen } from "./record-screen";
import { isEditable, newRecord, valuesToSend } from "./record-values";
import type { KintoneRecord, TableRow } from "./record-values";
import { spacesOf } from "./spaces";
import { Value } from "./value";

/** The create screen (`recordId` null) and the edit screen. */
export async function showEditor(screen: RecordScreen, recordId: string | null): Promise<void> {
  const { page, root, form, appId } = screen;
  const { text, data, events, rest } = page;
  const mode = recordId === null ? "create" : "edit";
  const record =
    recordId === null
      ? newRecord(form.properties, new Date(), data.user.timezone)
      : (await rest.call<{ record: KintoneRecord }>("/k/v1/record", "GET", { app: appId, id: recordId })).record;
  const spaces = spacesOf(form);
  const hidden = new Set<string>();
  const headerMenuSpace = pluginSpace("lk-record-header-menu-space");
  let problem = "";
  let saving = false;

  const eventOf = (name: string, more: object = {}): KintoneEvent => ({
    type: `app.record.${mode}.${name}`,
    appId: Number(appId),
    ...(recordId === null ? {} : { recordId: Number(recordId) }),
    record: forHandlers(record),
    ...more,
  });
  const during = async (fire: () => FireResult | Promise<FireResult>) => {
    onScreen.inHandler = true;
    try {
      const result = await fire();
      if (result.returned) takeOver(record, result.returned["record"] as KintoneRecord | undefined);
      return result;
    } finally {
      onScreen.inHandler = false;
    }
  };

  const change = ({ code, field, row }: Change) => {
    void during(() =>
      events.fireChange(eventOf(`change.${code}`, { changes: structuredClone({ field, row: row ?? null }) })),
    )
      .catch((error: unknown) => console.error(error))
      .finally(draw);
    draw();
  };

  const save = async () => {
    if (saving) return;
    saving = true;
    problem = "";
    clearErrors(record);
    try {
      const { returned, cancelled } = await during(() => events.fire(eventOf("submit")));
      problem = returned?.error ?? "";
      if (cancelled || problem !== "" || hasErrors(record)) return;
      const savedId = await store();
      const success = await during(() => events.fire(eventOf("submit.success", { recordId: Number(savedId) })));
      leave(savedId, success.returned?.["url"]);
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
      if (error instanceof RestError) showErrors(record, error);
    } finally {
      saving = false;
      draw();
    }
  };
  const store = async (): Promise<string> => {
    const values = valuesToSend(record, form.properties);
    if (recordId === null) {
      return (await rest.call<{ id: string }>("/k/v1/record", "POST", { app: appId, record: values })).id;
    }
    const revision = record["$revision"]?.value;
    await rest.call("/k/v1/record", "PUT", { app: appId, id: recordId, revision, record: values });
    return recordId;
  };
  const leave = (savedId: string, url: unknown) => {
    if (typeof url === "string" && new URL(url, location.href).protocol.startsWith("http")) location.assign(url);
    else if (recordId === null) location.assign(`show#record=${savedId}`);
    else location.hash = `record=${savedId}`;
  };

  const draw = () =>
    render(
      <div class="lk-record">
        <div class="lk-toolbar">
          <div class="lk-header-menu-frame" ref={(element) => element?.append(headerMenuSpace)} />
          <a class="lk-button" href={recordId === null ? "./" : `#record=${recordId}`}>
            {text.cancel}
          </a>
          <button type="button" class="lk-button lk-primary" disabled={saving} onClick={save}>
            {text.save}
          </button>
        </div>
        {problem !== "" && (
          <p class="lk-record-error" role="alert">
            {problem}
          </p>
        )}
        <FormLayout
          form={form}
          spaces={spaces}
          hidden={hidden}
          isRequired={(code) => form.properties[code]?.required ?? false}
          field={(code) => {
            const property = form.properties[code];
            const cell = record[code];
            if (!cell || !property) return undefined;
            if (!isEditable(cell.type))
              return <div class="lk-field-value">{<Value cell={cell} property={property} page={page} />}</div>;
            return <FieldInput page={page} cell={cell} property={property} onChange={change} />;
          }}
        />
      </div>,
      root,
    );

  const onScreen: NonNullable<typeof page.record> = {
    mode,
    recordId: recordId === null ? null : Number(recordId),
    inHandler: false,
    get: () => forHandlers(record),
    set: (values) => {
      takeOver(record, values);
      draw();
    },
    headerMenuSpace,
    space: (id) => spaces.get(id) ?? null,
    field: () => null,
    setFieldShown: (code, shown) => {
      if (shown) hidden.delete(code);
      else hidden.add(code);
      draw();
    },
  };
  page.record = onScreen;
  draw();
  await during(() => events.fire(eventOf("show", mode === "create" ? { reuse: false } : {})));
  draw();
}

/** A copy, without attachments: their values are empty in events and in `kintone.app.record.get()` (cybozu.dev, get-record). */
function forHandlers(record: KintoneRecord): KintoneRecord {
  const copy = structuredClone(record);
  for (const cell of cellsIn(copy)) if (cell.type === "FILE") cell.value = [];
  return copy;
}

/** What a handler may change: value (of fields other than FILE), error, disabled. */
function takeOver(record: KintoneRecord, changed: KintoneRecord | undefined): void {
  for (const [code, { value, error, disabled }] of Object.entries(changed ?? {})) {
    const cell = record[code];
    if (!cell) continue;
    if (error !== undefined) cell.error = error;
    if (disabled !== undefined) cell.disabled = disabled;
    if (cell.type === "SUBTABLE")
      takeOverRows(cell.value as TableRow[], value as TableRow[], (rows) => (cell.value = rows));
    else if (cell.type !== "FILE" && value !== undefined) cell.value = structuredClone(value);
  }
}

/** Rows are matched by place, so that attachments in them stay. */
function takeOverRows(rows: TableRow[], changed: TableRow[] | undefined, replace: (rows: TableRow[]) => void): void {
  if (!Array.isArray(changed)) return;
  replace(
    changed.map((row, index) => {
      const existing = rows[index];
      if (!existing) return structuredClone(row);
      takeOver(existing.value, row.value);
      return existing;
    }),
  );
}

function cellsIn(record: KintoneRecord) {
  return Object.values(record).flatMap((cell) =>
    cell.type === "SUBTABLE"
      ? [cell, ...(cell.value as TableRow[]).flatMap((row) => Object.values(row.value))]
      : [cell],
  );
}

function hasErrors(record: KintoneRecord): boolean {
  return cellsIn(record).some(({ error }) => Boolean(error));
}

function clearErrors(record: KintoneRecord): void {
  for (const cell of cellsIn(record)) delete cell.error;
}

/** `record.<code>.value` and `record.<table>.value[0].value.<code>.value` are kintone's ways to name a field in errors. */
function showErrors(record: KintoneRecord, { errors }: RestError): void {
  for (const [path, { messages }] of Object.entries(errors)) {
    const [, code = "", row, inner = ""] =
      /^record\.(.+?)\.values?(?:\[(\d+)\]\.value\.(.+?)\.value)?/.exec(path) ?? [];
    const cell = record[code];
    const target =
      row === undefined ? cell : ((cell?.value as TableRow[] | undefined)?.[Number(row)]?.value[inner] ?? cell);
    if (target) target.error = messages.join(" ");
  }
}
