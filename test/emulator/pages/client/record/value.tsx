import type { Page } from "../page";
import { formatDateTime } from "./date-time";
import type { FieldProperty } from "./form-definition";
import type { Cell, Entity, KintoneRecord, StoredFile, TableRow } from "./record-values";
import { richTextNodes } from "./rich-text";

interface ValueProps {
  cell: Cell;
  property: FieldProperty | undefined;
  page: Page;
}

/** A field's value as lists and the detail screen show it. */
export function Value({ cell, property, page }: ValueProps) {
  const { value } = cell;
  if (value === null || value === undefined) return null;
  switch (cell.type) {
    case "CREATED_TIME":
    case "UPDATED_TIME":
    case "DATETIME":
      return <>{formatDateTime(String(value), page.data.user.timezone)}</>;
    case "CREATOR":
    case "MODIFIER":
      return <span class="lk-entity">{(value as Entity).name}</span>;
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
    case "STATUS_ASSIGNEE":
      return <Lines lines={(value as Entity[]).map(({ name }) => name)} />;
    case "CHECK_BOX":
    case "MULTI_SELECT":
    case "CATEGORY":
      return <Lines lines={value as string[]} />;
    case "NUMBER":
    case "CALC":
      return <>{formatNumber(String(value), property, page.data.user.timezone)}</>;
    case "LINK":
      return <Link address={String(value)} protocol={property?.protocol} />;
    case "RICH_TEXT":
      return <div class="lk-rich-text" ref={(element) => element?.replaceChildren(richTextNodes(String(value)))} />;
    case "MULTI_LINE_TEXT":
      return <span class="lk-multi-line">{String(value)}</span>;
    case "FILE":
      return <Files files={value as StoredFile[]} page={page} />;
    case "SUBTABLE":
      return <Table rows={value as TableRow[]} property={property} page={page} />;
    default:
      return <>{String(value)}</>;
  }
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.map((line) => (
        <div>{line}</div>
      ))}
    </>
  );
}

function Link({ address, protocol }: { address: string; protocol: FieldProperty["protocol"] }) {
  const scheme = { MAIL: "mailto:", CALL: "tel:", WEB: "" }[protocol ?? "WEB"];
  const href = `${scheme}${address}`;
  if (address === "" || !/^(https?:\/\/|mailto:|tel:)/.test(href)) return <>{address}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {address}
    </a>
  );
}

function Files({ files, page }: { files: StoredFile[]; page: Page }) {
  return (
    <ul class="lk-files">
      {files.map(({ fileKey, name, size }) => (
        <li>
          <a
            href={page.rest.fileUrl(fileKey)}
            download={name}
            onClick={(event) => download(event, page, fileKey, name)}
          >
            {name}
          </a>{" "}
          <span class="lk-file-size">({formatSize(Number(size))})</span>
        </li>
      ))}
    </ul>
  );
}

/** REST wants the `X-Requested-With` header, which a plain link cannot send. */
async function download(event: Event, page: Page, fileKey: string, name: string): Promise<void> {
  event.preventDefault();
  const response = await fetch(page.rest.fileUrl(fileKey), { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (!response.ok) return page.ui.showNotification("ERROR", await response.text());
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(await response.blob());
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
}

function Table({ rows, property, page }: { rows: TableRow[]; property: FieldProperty | undefined; page: Page }) {
  const fields = Object.values(property?.fields ?? {});
  const codes = visibleCodes(rows, fields);
  return (
    <table class="lk-subtable">
      <thead>
        <tr>
          {codes.map((code) => (
            <th>{property?.fields?.[code]?.label ?? code}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {codes.map((code) => (
              <td>
                <OptionalValue record={row.value} code={code} property={property?.fields?.[code]} page={page} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Fields that the user may not view are missing in rows. */
function visibleCodes(rows: TableRow[], fields: FieldProperty[]): string[] {
  const first = rows[0];
  const codes = fields.map(({ code }) => code);
  return first ? codes.filter((code) => code in first.value) : codes;
}

interface OptionalValueProps {
  record: KintoneRecord;
  code: string;
  property: FieldProperty | undefined;
  page: Page;
}

/** Nothing where the record lacks the field. */
export function OptionalValue({ record, code, property, page }: OptionalValueProps) {
  const cell = record[code];
  return cell ? <Value cell={cell} property={property} page={page} /> : null;
}

function formatNumber(value: string, property: FieldProperty | undefined, timeZone: string): string {
  if (value === "") return "";
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return formatDateTime(value, timeZone);
  const [whole = "", fraction] = value.split(".");
  const grouped = property?.digit && /^-?\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  const number = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const { unit = "", unitPosition } = property ?? {};
  if (unit === "") return number;
  return unitPosition === "AFTER" ? `${number} ${unit}` : `${unit} ${number}`;
}

function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
