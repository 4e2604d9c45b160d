import { asAssumedIf, type Finding, refusedAs, toldOf, unknown } from "../finding";
import { bodyOf, type ScratchApp } from "./scratch-app";

/** The update may be over before kintone is asked again: then nothing is known. */
export async function beingDeployed(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  bodyOf(await scratch.beginUpdate(), "app/deploy");
  const heard = await scratch.change("PUT", "app/settings", { description: "" });
  await scratch.endOfUpdate();
  return heard.status === 200 ? unknown("undecided", "200") : refusedAs(409, "GAIA_AP15", heard);
}

export async function revisionsOfBothEnvironments(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  await scratch.deploy();
  const { appId, exchange, settings } = scratch;
  const heard = await exchange({ method: "GET", path: "app/settings", query: { app: appId } });
  const [live, preview] = [bodyOf(heard, "app/settings"), await settings("app/settings")];
  return asAssumedIf(
    live.revision === preview.revision,
    `${String(live.revision)} live, ${String(preview.revision)} preview`,
  );
}

const REMINDERS = 10;

/** They never go live: nobody is reminded. */
export async function numberOfReminders(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const { change, codeOf, userCode } = scratch;
  const targets = [{ entity: { type: "USER", code: userCode }, includeSubs: false }];
  const notifications = Array.from({ length: REMINDERS }, (_, days) => ({
    timing: { code: codeOf("CREATED_TIME"), daysLater: String(days + 1), time: "09:00" },
    ...{ filterCond: "", title: "probe", targets },
  }));
  const heard = await change("PUT", "app/notifications/reminder", { timezone: "Asia/Tokyo", notifications });
  await scratch.revert();
  return asAssumedIf(heard.status === 200, `${REMINDERS}: ${toldOf(heard)}`);
}

/** Only kintone's administrators may do it, so a refusal of the right tells nothing. */
export async function oneUploadInManyPlaces(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const { exchange, change } = scratch;
  const file = { name: "probe.js", data: new Blob(["// probe\n"], { type: "text/javascript" }) };
  const { fileKey } = bodyOf(await exchange({ method: "POST", path: "file", file }), "file");
  const place = { js: [{ type: "FILE", file: { fileKey } }], css: [] };
  const heard = await change("PUT", "app/customize", { scope: "NONE", desktop: place, mobile: place });
  await scratch.revert();
  return heard.status === 403 ? unknown("refused", toldOf(heard)) : asAssumedIf(heard.status === 200, toldOf(heard));
}
