import type { Page } from "../page";
import { bodyOf, send } from "../request";

/** The "Update App" button. */
export function startAppSettings(page: Page): void {
  const { data, text } = page;
  const button = document.getElementById("update-app");
  if (!(button instanceof HTMLButtonElement)) return;
  button.addEventListener("click", async () => {
    button.disabled = true;
    const params = { app: data.app?.id, guestSpaceId: data.guestSpaceId };
    const response = await send("/k/page/deploy", "POST", params, data.csrfToken);
    if (response.ok) {
      await page.ui.showNotification("SUCCESS", text.deployed);
      const state = document.querySelector(".lk-deploy p");
      if (state) state.textContent = text.noPendingChanges;
    } else {
      const body = (await bodyOf(response)) as { message?: string };
      await page.ui.showNotification("ERROR", body.message ?? String(response.status));
      button.disabled = false;
    }
  });
}
