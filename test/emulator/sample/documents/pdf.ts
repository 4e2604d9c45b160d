import { PDFDocument, PDFRawStream, StandardFonts, rgb, type PDFFont, type PDFImage, type PDFPage } from "pdf-lib";

/** What a drawing's title block says: printable ASCII, because the fonts every PDF reader has are Latin. */
export interface TitleBlock {
  number: string;
  revision: string;
  date: string;
}

/**
 * A sheet of which copies with other title blocks are made without laying it out again: all copies have the same size.
 * Texts longer than the block has room for are cut.
 */
export type DrawingSheet = (title: TitleBlock) => Uint8Array;

const CREATED = new Date("2026-11-20T00:00:00Z");
const INK = rgb(0.1, 0.15, 0.3);
const MARKS = { number: "N".padEnd(24, "@"), revision: "R".padEnd(8, "@"), date: "D".padEnd(10, "@") };

/**
 * Lays out one sheet: an outline with dimension lines, a parts table, and, when given, a picture of the part.
 * The title block sits uncompressed in the file, so a copy only overwrites its texts and every offset stays right.
 */
export async function createDrawingSheet(variant: number, picture?: Uint8Array): Promise<DrawingSheet> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(`Drawing sheet ${variant}`);
  document.setProducer("Kogyo Seimitsu Drawing Office");
  document.setCreationDate(CREATED);
  document.setModificationDate(CREATED);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([842, 595]);
  drawFrame(page, font);
  drawPart(page, font, variant);
  drawPartsTable(page, font, variant);
  if (picture !== undefined) drawPicture(page, await document.embedPng(picture));
  addTitleBlock(document, page, font);
  const sheet = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  const places = Object.values(MARKS).map((mark) => findOnce(sheet, mark));
  return (title) => {
    const copy = sheet.slice();
    [title.number, title.revision, title.date].forEach((text, index) => {
      const place = places[index];
      if (place !== undefined) overwrite(copy, place, text);
    });
    return copy;
  };
}

function drawFrame(page: PDFPage, font: PDFFont): void {
  page.drawRectangle({ x: 20, y: 20, width: 802, height: 555, borderColor: INK, borderWidth: 1.5 });
  page.drawText("KOGYO SEIMITSU CO., LTD.", { x: 570, y: 96, size: 12, font, color: INK });
  page.drawText("THIRD ANGLE PROJECTION   SCALE 1:2   UNIT mm", { x: 36, y: 30, size: 8, font, color: INK });
}

function drawPart(page: PDFPage, font: PDFFont, variant: number): void {
  const width = 180 + (variant % 5) * 28;
  const height = 110 + (variant % 3) * 26;
  const [x, y] = [90, 300];
  page.drawRectangle({ x, y, width, height, borderColor: INK, borderWidth: 1.2 });
  for (let hole = 0; hole < 2 + (variant % 4); hole++) {
    const centre = { x: x + 30 + hole * 36, y: y + height / 2 };
    page.drawCircle({ ...centre, size: 9 + (variant % 3), borderColor: INK, borderWidth: 1 });
    page.drawLine({ start: { ...centre, x: centre.x - 15 }, end: { ...centre, x: centre.x + 15 }, thickness: 0.3 });
  }
  const below = y - 26;
  page.drawLine({ start: { x, y: below }, end: { x: x + width, y: below }, thickness: 0.6, color: INK });
  page.drawLine({ start: { x, y: y - 4 }, end: { x, y: below - 6 }, thickness: 0.4, color: INK });
  page.drawLine({ start: { x: x + width, y: y - 4 }, end: { x: x + width, y: below - 6 }, thickness: 0.4, color: INK });
  page.drawText(`${(width / 2).toFixed(1)} +/-0.05`, { x: x + width / 2 - 30, y: below + 4, size: 10, font });
  page.drawText(`${(height / 2).toFixed(1)} +/-0.1`, { x: x - 62, y: y + height / 2, size: 10, font });
}

function drawPartsTable(page: PDFPage, font: PDFFont, variant: number): void {
  const materials = ["S45C", "SUS304", "A5052", "FC250", "POM"];
  for (let line = 0; line < 6; line++) {
    const y = 250 - line * 18;
    page.drawRectangle({ x: 570, y, width: 240, height: 18, borderColor: INK, borderWidth: 0.5 });
    const cells = [
      `${line + 1}`,
      `P-${String(variant * 37 + line).padStart(4, "0")}`,
      materials[(variant + line) % 5] ?? "",
    ];
    cells.forEach((cell, column) => page.drawText(cell, { x: 576 + column * 80, y: y + 5, size: 9, font }));
  }
}

function drawPicture(page: PDFPage, picture: PDFImage): void {
  page.drawImage(picture, { x: 570, y: 380, width: 230, height: 172 });
}

function addTitleBlock(document: PDFDocument, page: PDFPage, font: PDFFont): void {
  const key = page.node.newFontDictionary("TitleBlock", font.ref);
  const lines = [
    `BT ${key} 14 Tf 1 0 0 1 570 72 Tm (${MARKS.number}) Tj ET`,
    `BT ${key} 10 Tf 1 0 0 1 570 52 Tm (REV ${MARKS.revision}) Tj ET`,
    `BT ${key} 10 Tf 1 0 0 1 690 52 Tm (${MARKS.date}) Tj ET`,
  ];
  const content = new TextEncoder().encode(`q 0 g\n${lines.join("\n")}\nQ`);
  const stream = PDFRawStream.of(document.context.obj({ Length: content.length }), content);
  page.node.addContentStream(document.context.register(stream));
}

interface Place {
  offset: number;
  length: number;
}

function findOnce(bytes: Uint8Array, mark: string): Place {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offset = buffer.indexOf(mark, 0, "latin1");
  if (offset < 0 || buffer.indexOf(mark, offset + 1, "latin1") >= 0) throw new Error(`no single mark ${mark}`);
  return { offset, length: mark.length };
}

function overwrite(bytes: Uint8Array, place: Place, text: string): void {
  // A bracket or a backslash would end or bend the string it is written into.
  const safe = text.replace(/[^ -~]|[()\\]/g, "-").slice(0, place.length);
  bytes.set(new TextEncoder().encode(safe.padEnd(place.length, " ")), place.offset);
}
