import type { Form, LayoutField } from "./form-definition";

/** One element per SPACER with an element id, made before the form is drawn and kept while it is on the screen. */
export function spacesOf(form: Form): Map<string, HTMLElement> {
  const spaces = new Map<string, HTMLElement>();
  for (const field of layoutFields(form)) {
    if (field.type !== "SPACER" || !field.elementId) continue;
    const element = document.createElement("div");
    element.className = "lk-space";
    if (field.size?.width) element.style.minWidth = `${field.size.width}px`;
    if (field.size?.height) element.style.minHeight = `${field.size.height}px`;
    spaces.set(field.elementId, element);
  }
  return spaces;
}

function layoutFields({ layout }: Form): LayoutField[] {
  return layout.flatMap((row) => (row.type === "GROUP" ? row.layout.flatMap(({ fields }) => fields) : row.fields));
}

/** The element above a record that plugins fill. */
export function headerMenuSpaceElement(): HTMLElement {
  const element = document.createElement("div");
  element.className = "lk-record-header-menu-space";
  return element;
}
