import type { Page } from "../page";
import { formatDateTime, instantOf } from "./date-time";
import { FileInput } from "./file-input";
import { optionsOf } from "./form-definition";
import type { FieldProperty } from "./form-definition";
import type { Cell, Entity, TableRow } from "./record-values";
import { TableInput } from "./table-input";

/** A field, or a table's rows, that the user changed. */
export interface Change {
  code: string;
  field: Cell;
  row?: TableRow;
}

export interface FieldInputProps {
  page: Page;
  cell: Cell;
  property: FieldProperty;
  /** Called after `cell.value` has its new value. */
  onChange(change: Change): void;
}

/** The input of a field, with the error that belongs to it. */
export function FieldInput(props: FieldInputProps) {
  return (
    <div class="lk-field-input">
      <Input {...props} />
      {props.cell.error && (
        <div class="lk-field-error" role="alert">
          {props.cell.error}
        </div>
      )}
    </div>
  );
}

function Input(props: FieldInputProps) {
  const { page, cell, property, onChange } = props;
  const change = (value: unknown) => {
    cell.value = value;
    onChange({ code: property.code, field: cell });
  };
  const common = { "aria-label": property.label, disabled: cell.disabled ?? false };
  const value = typeof cell.value === "string" ? cell.value : "";
  // Typed text is kept at once, so that drawing again does not lose it; the event waits until the input is left.
  const typed = (event: { currentTarget: { value: string } }) => {
    cell.value = event.currentTarget.value;
  };
  const changeTo = (event: { currentTarget: { value: string } }) => change(event.currentTarget.value);
  switch (cell.type) {
    case "MULTI_LINE_TEXT":
    case "RICH_TEXT":
      return <textarea {...common} class="lk-input" rows={5} value={value} onInput={typed} onChange={changeTo} />;
    case "NUMBER":
      return (
        <input
          {...common}
          class="lk-input lk-number"
          inputMode="decimal"
          value={value}
          onInput={typed}
          onChange={changeTo}
        />
      );
    case "DATE":
      return <input {...common} class="lk-input" type="date" value={value} onInput={typed} onChange={changeTo} />;
    case "TIME":
      return <input {...common} class="lk-input" type="time" value={value} onInput={typed} onChange={changeTo} />;
    case "DATETIME":
      return (
        <input
          {...common}
          class="lk-input"
          type="datetime-local"
          value={formatDateTime(value, page.data.user.timezone).replace(" ", "T")}
          onChange={(event) => change(instantOf(event.currentTarget.value, page.data.user.timezone))}
        />
      );
    case "DROP_DOWN":
      return (
        <select {...common} class="lk-input" value={value} onChange={changeTo}>
          <option value="">{page.text.choose}</option>
          {optionsOf(property).map((option) => (
            <option value={option}>{option}</option>
          ))}
        </select>
      );
    case "RADIO_BUTTON":
    case "CHECK_BOX":
      return <Choices {...props} onValue={change} />;
    case "MULTI_SELECT":
      return (
        <select
          {...common}
          class="lk-input"
          multiple
          onChange={(event) => change([...event.currentTarget.selectedOptions].map((option) => option.value))}
        >
          {optionsOf(property).map((option) => (
            <option value={option} selected={(cell.value as string[]).includes(option)}>
              {option}
            </option>
          ))}
        </select>
      );
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      return (
        <input
          {...common}
          class="lk-input"
          placeholder={page.text.userCodes}
          value={(cell.value as Entity[]).map(({ code }) => code).join(", ")}
          onChange={(event) => change(entities(event.currentTarget.value, cell.value as Entity[]))}
        />
      );
    case "FILE":
      return <FileInput {...props} onValue={change} />;
    case "SUBTABLE":
      return <TableInput {...props} CellInput={FieldInput} />;
    default:
      return (
        <>
          <input {...common} class="lk-input" value={value} onInput={typed} onChange={changeTo} />
          {property.lookup && <div class="lk-hint">{page.text.lookupHint}</div>}
        </>
      );
  }
}

function Choices({ cell, property, onValue }: FieldInputProps & { onValue(value: unknown): void }) {
  const isRadio = cell.type === "RADIO_BUTTON";
  const chosen = isRadio ? [cell.value as string] : (cell.value as string[]);
  const options = optionsOf(property);
  const toggle = (option: string, checked: boolean) =>
    isRadio ? option : options.filter((each) => (each === option ? checked : chosen.includes(each)));
  return (
    <div
      class={`lk-choices ${property.align === "VERTICAL" ? "lk-vertical" : ""}`}
      role={isRadio ? "radiogroup" : "group"}
      aria-label={property.label}
    >
      {options.map((option) => (
        <label>
          <input
            type={isRadio ? "radio" : "checkbox"}
            checked={chosen.includes(option)}
            disabled={cell.disabled ?? false}
            onChange={(event) => onValue(toggle(option, event.currentTarget.checked))}
          />
          {option}
        </label>
      ))}
    </div>
  );
}

/** Names of those already there are kept; kintone tells the others after saving. */
function entities(codes: string, known: Entity[]): Entity[] {
  return codes
    .split(",")
    .map((code) => code.trim())
    .filter((code) => code !== "")
    .map((code) => known.find((entity) => entity.code === code) ?? { code, name: code });
}
