import type { Excess } from "../../domain/request-budget";
import type { Course } from "../../domain/requests";
import { appOfPage, sessionOfPage } from "../../kintone/pages/page-access";
import type { ParsedSettings } from "../../settings/migration";
import { foreseeExcess } from "../wiring/budget-before-run";

/** What a run on this page would take beyond the day's requests; nothing when they suffice, or nobody can tell. Never rejects. */
export async function foreseeExcessInBrowser(
  parsed: ParsedSettings,
  course: Course | undefined,
): Promise<Excess | undefined> {
  // A run that cannot begin takes none.
  if (!("settings" in parsed)) return undefined;
  return foreseeExcess({
    connection: sessionOfPage(),
    app: appOfPage(),
    userCode: kintone.getLoginUser().code,
    settings: parsed.settings,
    course,
  });
}
