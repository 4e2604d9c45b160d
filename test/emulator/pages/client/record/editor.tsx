import { render } from "preact";
import type { RecordScreen } from "../page";
import type { FireResult, KintoneEvent } from "../api/events";
import { RestError } from "../rest";
import { FormLayout } from "./form-layout";
import { FieldInput } from "./field-input";
import type { Change } from "./field-input";
import { clearErrors, forHandlers, hasErrors, showErrors, takeOver } from "./handler-changes";
import { isEditable, newRecord, valuesToSend } from "./record-values";
import type { KintoneRecord } from "./record-values";
import { headerMenuSpaceElement, spacesOf } from "./spaces";
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
  const headerMenuSpace = headerMenuSpaceElement();
  let problem = "";
  let saving = false;

  const eventOf = (name: string, more: object = {}): KintoneEvent => ({
    type: `app.record.${mode}.${name}`,
    appId: Number(appId),
    ...(recordId === null ? {} : { recordId: Number(recordId) }),
    record: forHandlers(record),
    ...more,
  });
  /** Fires, and takes over what the handlers changed. */
  const fire = async (event: KintoneEvent) => {
    onScreen.inHandler = true;
    const result = await events.fire(event);
    onScreen.inHandler = false;
    takeOver(record, changesOf(result));
    return result;
  };

  const change = ({ code, field, row }: Change) => {
    onScreen.inHandler = true;
    try {
      const changes = structuredClone({ field, row: row ?? null });
      takeOver(record, changesOf(events.fireChange(eventOf(`change.${code}`, { changes }))));
    } catch (error) {
      console.error(error);
    } finally {
      onScreen.inHandler = false;
      draw();
    }
  };

  const save = async () => {
    if (saving) return;
    saving = true;
    problem = "";
    clearErrors(record);
    try {
      const { returned, cancelled } = await fire(eventOf("submit"));
      problem = returned?.error ?? "";
      if (cancelled || problem !== "" || hasErrors(record)) return;
      const savedId = await store();
      const success = await fire(eventOf("submit.success", { recordId: Number(savedId) }));
      leave(savedId, success.returned?.url);
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
    const revision = record.$revision?.value;
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
  await fire(eventOf("show", mode === "create" ? { reuse: false } : {}));
  draw();
}

function changesOf({ returned }: FireResult): KintoneRecord | undefined {
  return returned?.record as KintoneRecord | undefined;
}
