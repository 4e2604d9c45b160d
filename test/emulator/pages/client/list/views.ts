import type { FieldProperty } from "../record/form-definition";
import type { Page } from "../page";

/** A view as `app/views.json` gives it. */
export interface View {
  type: "LIST" | "CALENDAR" | "CUSTOM";
  id: string;
  name: string;
  index: string;
  fields?: string[];
  date?: string;
  title?: string;
  html?: string;
  pager?: boolean;
  filterCond: string;
  sort: string;
}

/** The id of the built-in view of everything; not documented, taken from what event objects show. */
const allRecordsId = "20";

/** The app's views in their order, with the built-in "(All)" at the end. */
export async function readViews(page: Page, properties: Record<string, FieldProperty>): Promise<View[]> {
  const { views } = await page.rest.call<{ views: Record<string, View> }>("/k/v1/app/views", "GET", {
    app: page.data.app?.id,
    lang: "user",
  });
  const all: View = {
    type: "LIST",
    id: allRecordsId,
    name: page.text.allRecords,
    index: String(Number.MAX_SAFE_INTEGER),
    fields: Object.values(properties)
      .filter(isListable)
      .map(({ code }) => code),
    filterCond: "",
    sort: "",
  };
  return [...Object.values(views), all].sort((a, b) => Number(a.index) - Number(b.index));
}

function isListable({ type, enabled }: FieldProperty): boolean {
  return enabled !== false && type !== "GROUP" && type !== "REFERENCE_TABLE";
}
