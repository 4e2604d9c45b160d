import JSZip from "jszip";

/** A worksheet: a name and rows of texts and numbers. */
export interface Worksheet {
  name: string;
  rows: Array<Array<string | number>>;
}

const WRITTEN = new Date("2026-11-20T00:00:00Z");
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The smallest workbook that Excel and LibreOffice open (ECMA-376 part 1, 12.3: the parts a SpreadsheetML package needs). */
export async function writeWorkbook(sheet: Worksheet): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(parts(sheet))) {
    zip.file(path, XML + text, { date: WRITTEN, createFolders: false });
  }
  return zip.generateAsync({
    type: "uint8array",
    compression: "DEFLATE",
    compressionOptions: { level: 1 },
    platform: "DOS",
  });
}

function parts(sheet: Worksheet): Record<string, string> {
  return {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/></Types>`,
    "_rels/.rels": relationship("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      `<sheet name="${escape(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationship("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData>${sheet.rows.map(row).join("")}</sheetData></worksheet>`,
  };
}

function relationship(kind: string, target: string): string {
  return (
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`
  );
}

function row(cells: Array<string | number>, index: number): string {
  const content = cells.map((cell, column) => {
    const place = `r="${String.fromCharCode(65 + column)}${index + 1}"`;
    if (typeof cell === "number") return `<c ${place}><v>${cell}</v></c>`;
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  });
  return `<row r="${index + 1}">${content.join("")}</row>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
