import { useEffect, useState } from "preact/hooks";
import type { Page } from "../page";
import type { Entity, KintoneRecord } from "./record-values";

interface Process {
  enable: boolean;
  actions: Array<{ name: string; from: string; to: string }> | null;
}

interface ProcessBarProps {
  page: Page;
  record: KintoneRecord;
  recordId: string;
  onProceeded(): void;
}

/** Status, assignees, and the actions that lead on from here; nothing where process management is off. */
export function ProcessBar({ page, record, recordId, onProceeded }: ProcessBarProps) {
  const { text, data, rest, events } = page;
  const [process, setProcess] = useState<Process>();
  const cells = Object.values(record);
  const status = cells.find(({ type }) => type === "STATUS")?.value;
  const app = data.app?.id;
  useEffect(() => {
    if (status !== undefined)
      void rest.call<Process>("/k/v1/app/status", "GET", { app, lang: "user" }).then(setProcess);
  }, [status]);
  if (status === undefined) return null;
  const assignees = (cells.find(({ type }) => type === "STATUS_ASSIGNEE")?.value ?? []) as Entity[];

  const proceed = async (action: string, to: string) => {
    const event = {
      type: "app.record.detail.process.proceed",
      appId: Number(app),
      recordId: Number(recordId),
      record: structuredClone(record),
      action: { value: action },
      status: { value: status },
      nextStatus: { value: to },
    };
    const { returned, cancelled } = await events.fire(event);
    if (returned?.error) return page.ui.showNotification("ERROR", returned.error);
    if (cancelled) return;
    try {
      await rest.call("/k/v1/record/status", "PUT", { app, id: recordId, action });
      onProceeded();
    } catch (error) {
      page.tell(error);
    }
  };

  return (
    <div class="lk-process">
      {process?.actions
        ?.filter(({ from }) => from === status)
        .map(({ name, to }) => (
          <button type="button" class="lk-button lk-primary" onClick={() => proceed(name, to)}>
            {name}
          </button>
        ))}
      <span>
        {text.status}: {String(status)}
      </span>
      {assignees.length > 0 && (
        <span>
          {text.assignee}: {assignees.map(({ name }) => name).join(", ")}
        </span>
      )}
    </div>
  );
}
