import { render } from "preact";
import type { Page, RecordScreen } from "../page";
import { readForm } from "./form-definition";
import type { Form } from "./form-definition";
import { showDetail } from "./detail";
import { showEditor } from "./editor";

/** Detail (`show#record=N`), edit (`show#record=N&mode=edit`) and create (`edit`): the part after `#` changes without a page load. */
export async function startRecord(page: Page, root: HTMLElement, onForm: (form: Form) => void): Promise<void> {
  const appId = page.data.app?.id ?? "";
  const form = await readForm(page.rest, appId);
  onForm(form);
  const screen: RecordScreen = { page, root, form, appId };

  const show = async () => {
    const fragment = new URLSearchParams(location.hash.slice(1));
    const recordId = fragment.get("record");
    // Plugins may have changed the nodes of the screen before: none of them may be used again.
    render(null, root);
    if (page.data.kind === "create") return showEditor(screen, null);
    if (recordId === null) throw new Error(page.text.notFound);
    return fragment.get("mode") === "edit" ? showEditor(screen, recordId) : showDetail(screen, recordId);
  };
  window.addEventListener("hashchange", () => {
    show().catch(page.tell);
  });
  await show();
}
