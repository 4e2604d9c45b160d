import type { ComponentChildren } from "preact";
import type { Form, LayoutField, LayoutRow } from "./form-definition";
import { richTextNodes } from "./rich-text";

interface FormLayoutProps {
  form: Form;
  spaces: Map<string, HTMLElement>;
  hidden: Set<string>;
  /** The field's content; undefined leaves the field out, for lack of permission. */
  field(code: string): ComponentChildren | undefined;
  /** Shown beside the label. */
  isRequired?(code: string): boolean;
}

/** The form as its layout places it. */
export function FormLayout(props: FormLayoutProps) {
  return (
    <div class="lk-form">
      {props.form.layout.map((row, index) => (
        <Row key={index} row={row} {...props} />
      ))}
    </div>
  );
}

function Row({ row, ...props }: FormLayoutProps & { row: LayoutRow }) {
  if (row.type === "ROW") {
    return (
      <div class="lk-form-row">
        {row.fields.map((field, index) => (
          <Part key={index} part={field} {...props} />
        ))}
      </div>
    );
  }
  if (row.type === "SUBTABLE") {
    return (
      <div class="lk-form-row">
        <Part part={{ type: "SUBTABLE", code: row.code }} {...props} />
      </div>
    );
  }
  if (props.hidden.has(row.code)) return null;
  const group = props.form.properties[row.code];
  return (
    <details class="lk-group" open={group?.openGroup ?? false}>
      <summary>{group?.label ?? row.code}</summary>
      {row.layout.map((inner, index) => (
        <Row key={index} row={inner} {...props} />
      ))}
    </details>
  );
}

function Part({ part, form, spaces, hidden, field, isRequired }: FormLayoutProps & { part: LayoutField }) {
  if (part.type === "HR") return <hr class="lk-hr" />;
  if (part.type === "LABEL") {
    return <div class="lk-label" ref={(element) => element?.replaceChildren(richTextNodes(part.label ?? ""))} />;
  }
  if (part.type === "SPACER") {
    const space = spaces.get(part.elementId ?? "");
    return <div class="lk-spacer" style={sizeOf(part)} ref={(element) => element?.append(...(space ? [space] : []))} />;
  }
  const code = part.code ?? "";
  const property = form.properties[code];
  const content = field(code);
  if (!property || content === undefined || hidden.has(code)) return null;
  return (
    <div class={`lk-field lk-field-${part.type.toLowerCase()}`} data-code={code} style={sizeOf(part)}>
      {!property.noLabel && (
        <div class="lk-field-label">
          {property.label}
          {isRequired?.(code) && <span class="lk-required">*</span>}
        </div>
      )}
      {content}
    </div>
  );
}

function sizeOf({ size, type }: LayoutField) {
  const width = Number(size?.width);
  // A table is as wide as its columns.
  return type !== "SUBTABLE" && width > 0 ? { width: `${width}px` } : {};
}
