import type { Text } from "../text";
import type { Ui } from "./api/ui";

let told = false;

/** Says once, above everything else, that the session is over, with the way to log in and come back. */
export function tellSessionExpired(text: Text, ui: Ui): void {
  if (told) return;
  told = true;
  const link = document.createElement("a");
  link.href = `/login?to=${encodeURIComponent(location.pathname + location.search)}`;
  link.textContent = text.loginAgain;
  const message = document.createElement("p");
  message.textContent = text.sessionExpired;
  const body = document.createElement("div");
  body.className = "lk-session-expired";
  body.append(message, link);
  void ui.createDialog({ title: "kintone", body, showOkButton: false }).then((dialog) => dialog.show());
}
