import type { Text } from "../../text";

/** `kintone.showLoading` (cybozu.dev, show-loading): covers the page so that nothing can be operated. */
export function createLoading(text: Text) {
  // A modal dialog lies above everything, other dialogs too, and keeps the keyboard.
  const cover = document.createElement("dialog");
  cover.className = "lk-loading";
  cover.setAttribute("aria-label", text.loading);
  cover.addEventListener("cancel", (event) => event.preventDefault());
  return {
    showLoading(state: "VISIBLE" | "HIDDEN"): Promise<void> {
      if (state === "VISIBLE" && !cover.open) {
        document.body.append(cover);
        cover.showModal();
      } else if (state === "HIDDEN") {
        cover.close();
        cover.remove();
      }
      return Promise.resolve();
    },
  };
}
