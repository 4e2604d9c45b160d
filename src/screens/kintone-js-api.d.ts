/**
 * What `@kintone/dts-gen` 9.0.2 lacks of the kintone JavaScript API, or types as `any`. Source of every signature:
 * cybozu.dev, "kintone JavaScript API".
 */
declare namespace kintone {
  namespace plugin.app {
    /** Every value is a string. `null` on pages where plugins have no settings. */
    function getConfig(pluginId: string): Record<string, string> | null;
    /** Replaces the whole configuration. At most 65,535 characters per value and 256 KB in all. */
    function setConfig(config: Record<string, string>, onSaved?: () => void): void;
  }

  namespace app {
    /**
     * What the user may do with the app, on lists, graphs and the pages of a record (cybozu.dev, "get-app-permissions"). A kintone that
     * is older than it does not have it.
     */
    const getPermissions: (() => Promise<{ addRecord: boolean; editApp: boolean } | null>) | undefined;
  }

  /** As much of the events as is read. `app.record.index.show` fires again at paging and sorting, without a page load. */
  interface RecordListEvent {
    type: string;
    appId: number;
    viewId: number;
    viewName: string;
    viewType: "list" | "calendar" | "custom";
    /** An array in a list view; an object keyed by day in a calendar. */
    records: unknown;
  }
  interface RecordPageEvent {
    type: string;
    appId: number;
    record: Record<string, { value: unknown } | undefined>;
  }
  interface KnownRecordEvent extends RecordPageEvent {
    recordId: string | number;
  }
  /** `null` for a record that the user may not view. */
  interface SavedRecordEvent extends Omit<KnownRecordEvent, "record"> {
    record: RecordPageEvent["record"] | null;
  }
  interface EventOf {
    "app.record.index.show": RecordListEvent;
    "app.record.detail.show": RecordPageEvent;
    "app.record.create.show": RecordPageEvent;
    "app.record.edit.show": KnownRecordEvent;
    "app.record.index.edit.show": KnownRecordEvent;
    "app.record.create.submit.success": SavedRecordEvent;
    "app.record.edit.submit.success": SavedRecordEvent;
    "app.record.index.edit.submit.success": SavedRecordEvent;
    "app.record.detail.delete.submit": KnownRecordEvent;
    "app.record.index.delete.submit": KnownRecordEvent;
  }
  namespace events {
    function on<Type extends keyof EventOf>(type: Type | Type[], handler: (event: EventOf[Type]) => unknown): void;
  }

  /** Absent in older versions. */
  const license: undefined | { getSubscriptionPlan(): Promise<string> };

  type DialogAction = "OK" | "CANCEL" | "CLOSE" | "FUNCTION";
  interface DialogConfig {
    title?: string;
    body?: Element;
    /** Default true. */
    showOkButton?: boolean;
    okButtonText?: string;
    /** Default false. */
    showCancelButton?: boolean;
    cancelButtonText?: string;
    /** Default false; then the Escape key is off too. */
    showCloseButton?: boolean;
    /** False keeps the dialog open. */
    beforeClose?: (action: DialogAction) => boolean | Promise<boolean>;
  }
  interface Dialog {
    /** Resolves when the dialog closes; `FUNCTION` means that `close()` did it. */
    show(): Promise<DialogAction>;
    close(): void;
  }
  /** Desktop pages only. */
  function createDialog(config: DialogConfig): Promise<Dialog>;
  /** Desktop pages only. */
  function showConfirmDialog(
    config: Omit<DialogConfig, "body" | "beforeClose"> & { body: string },
  ): Promise<"OK" | "CANCEL" | "CLOSE">;
}
