/**
 * The part of the kintone JavaScript API that this project uses. `@kintone/dts-gen` 9.0.2 declares an older subset, without
 * `createDialog` and `showNotification`. Source of every signature: cybozu.dev, "kintone JavaScript API".
 */
declare namespace kintone {
  /** Valid only while the plugin's file is being loaded: the next plugin overwrites it. */
  const $PLUGIN_ID: string;

  interface LoginUser {
    id: string;
    code: string;
    name: string;
    email: string;
    /** Name of a time zone, e.g. `Asia/Tokyo`. */
    timezone: string;
    isGuest: boolean;
    /** `ja`, `en`, `zh`, `zh-TW`, `es`, `pt-BR` or `th`; anything else counts as `en`. */
    language: string;
  }
  function getLoginUser(): LoginUser;

  /** The CSRF token that every request of our own that writes must carry. */
  function getRequestToken(): string;

  /** Rejects with the body of kintone's error answer alone: no status, no headers. */
  function api(pathOrUrl: string, method: "GET" | "POST" | "PUT" | "DELETE", params: object): Promise<unknown>;
  namespace api {
    /** The absolute URL; inside a guest space the guest form, unless `detectGuestSpace` is false. */
    function url(path: string, detectGuestSpace?: boolean): string;
    function urlForGet(path: string, params: object, detectGuestSpace?: boolean): string;
    function getConcurrencyLimit(): Promise<{ limit: number; running: number }>;
  }

  namespace app {
    /** `null` outside apps. */
    function getId(): number | null;
    function getQueryCondition(): string | null;
    /** Above a record list, right of the view's menu; `null` on other pages. */
    function getHeaderMenuSpaceElement(): HTMLElement | null;
    function getHeaderSpaceElement(): HTMLElement | null;
    /** The cells of a field in a list view, in the order of the event's records; `null` when the view lacks the field. */
    function getFieldElements(fieldCode: string): HTMLElement[] | null;
  }

  namespace plugin.app {
    /** Every value is a string. `null` on pages where plugins have no settings. */
    function getConfig(pluginId: string): Record<string, string> | null;
    /** Replaces the whole configuration. At most 65,535 characters per value and 256 KB in all. */
    function setConfig(config: Record<string, string>, onSaved?: () => void): void;
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
  interface EventOf {
    "app.record.index.show": RecordListEvent;
  }
  namespace events {
    function on<Type extends keyof EventOf>(type: Type, handler: (event: EventOf[Type]) => unknown): void;
  }

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

  /** Stays until the user closes it; a later one replaces it. */
  function showNotification(type: "ERROR" | "SUCCESS" | "INFO", message: string): Promise<void>;
}
