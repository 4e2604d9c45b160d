import { render } from "preact";
import type { RecordScreen } from "../page";
import { FormLayout } from "./form-layout";
import { ProcessBar } from "./process-bar";
import type { KintoneRecord } from "./record-values";
import { ReferenceRecords } from "./reference-records";
import { removeRecord } from "./remove-record";
import { headerMenuSpaceElement, spacesOf } from "./spaces";
import { Value } from "./value";

/** The detail screen. */
export async function showDetail(screen: RecordScreen, recordId: string): Promise<void> {
  const { page, root, form, appId } = screen;
  const { text, data } = page;
  const { record } = await page.rest.call<{ record: KintoneRecord }>("/k/v1/record", "GET", {
    app: appId,
    id: recordId,
  });
  const spaces = spacesOf(form);
  const hidden = new Set<string>();
  const headerMenuSpace = headerMenuSpaceElement();

  const remove = async () => {
    if (await removeRecord(page, record, "app.record.detail.delete.submit")) location.assign("./");
  };
  const draw = () =>
    render(
      <div class="lk-record">
        <div class="lk-toolbar">
          <a class="lk-button" href="./">
            ‹ {text.list}
          </a>
          <div class="lk-header-menu-frame" ref={(element) => element?.append(headerMenuSpace)} />
          {data.app?.permissions.editRecords && (
            <a class="lk-button lk-primary" href={`#record=${recordId}&mode=edit`}>
              {text.edit}
            </a>
          )}
          {data.app?.permissions.deleteRecords && (
            <button type="button" class="lk-button" onClick={remove}>
              {text.remove}
            </button>
          )}
        </div>
        <ProcessBar
          page={page}
          record={record}
          recordId={recordId}
          onProceeded={() => {
            showDetail(screen, recordId).catch(page.tell);
          }}
        />
        <FormLayout
          form={form}
          spaces={spaces}
          hidden={hidden}
          field={(code) => {
            const property = form.properties[code];
            if (property?.type === "REFERENCE_TABLE")
              return <ReferenceRecords page={page} property={property} record={record} />;
            const cell = record[code];
            return (
              cell && (
                <div class="lk-field-value" data-field={code}>
                  <Value cell={cell} property={property} page={page} />
                </div>
              )
            );
          }}
        />
      </div>,
      root,
    );

  page.record = {
    mode: "detail",
    recordId: Number(recordId),
    inHandler: false,
    get: () => structuredClone(record),
    // Nothing on a detail screen can be written to.
    set: () => undefined,
    headerMenuSpace,
    space: (id) => spaces.get(id) ?? null,
    field: (code) =>
      [...root.querySelectorAll<HTMLElement>(".lk-field-value")].find((element) => element.dataset.field === code) ??
      null,
    setFieldShown: (code, shown) => {
      if (shown) hidden.delete(code);
      else hidden.add(code);
      draw();
    },
  };
  draw();
  page.record.inHandler = true;
  await page.events.fire({
    type: "app.record.detail.show",
    appId: Number(appId),
    recordId: Number(recordId),
    record: structuredClone(record),
  });
  page.record.inHandler = false;
}
