import type { SampleFile } from "../app";
import { createRandom } from "../random";
import { createDrawingSheet, type DrawingSheet, type TitleBlock } from "./pdf";
import { captionPicture, renderControlChart, renderDefectPhoto } from "./png";
import { writeWorkbook, type Worksheet } from "./xlsx";

/** The documents that the sample's records hold: a few are drawn, and each attachment is a cheap variation of one. */
export interface Documents {
  drawing(name: string, title: TitleBlock): SampleFile;
  photo(name: string, caption: string): SampleFile;
  chart(name: string, caption: string): SampleFile;
  workbook(name: string, sheet: Worksheet): Promise<SampleFile>;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export async function createDocuments(seed: number): Promise<Documents> {
  const random = createRandom(seed, "documents");
  const photos = Array.from({ length: 8 }, () => renderDefectPhoto(random));
  const charts = Array.from({ length: 3 }, () => renderControlChart(random));
  const sheets: DrawingSheet[] = [];
  for (let variant = 0; variant < 6; variant++) {
    sheets.push(await createDrawingSheet(variant, variant < 3 ? photos[variant] : undefined));
  }
  return {
    drawing: (name, title) => ({ name, contentType: "application/pdf", bytes: random.pick(sheets)(title) }),
    photo: (name, caption) => ({ name, contentType: "image/png", bytes: captionPicture(random.pick(photos), caption) }),
    chart: (name, caption) => ({ name, contentType: "image/png", bytes: captionPicture(random.pick(charts), caption) }),
    workbook: async (name, sheet) => ({ name, contentType: XLSX, bytes: await writeWorkbook(sheet) }),
  };
}
