import { render } from "preact";
import type { Text } from "../../text";

type NotificationType = "ERROR" | "SUCCESS" | "INFO";

/** `kintone.showNotification` (cybozu.dev, show-notification): stays until closed, and only the last one is to be seen. */
export function createNotification(text: Text) {
  const host = document.createElement("div");
  return {
    showNotification(type: NotificationType, message: string): Promise<void> {
      document.body.append(host);
      render(
        <div
          class={`lk-notification lk-notification-${type.toLowerCase()}`}
          role={type === "ERROR" ? "alert" : "status"}
        >
          <p>{message}</p>
          <button type="button" aria-label={text.close} onClick={() => render(null, host)}>
            ×
          </button>
        </div>,
        host,
      );
      return Promise.resolve();
    },
  };
}
