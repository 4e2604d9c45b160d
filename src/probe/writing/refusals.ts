import { type Finding, refusedAs } from "../finding";
import { bodyOf, type ScratchApp } from "./scratch-app";

/** Of nobody and nothing. */
export const NOBODY = "kintone-backup-probe-nobody";

export async function updateKeyNotFound(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const updateKey = { field: "unique_text", value: NOBODY };
  const body = { app: scratch.appId, updateKey, record: { number: { value: "1" } } };
  return refusedAs(404, "GAIA_RE20", await scratch.exchange({ method: "PUT", path: "record", body }));
}

export async function groupNotFound(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  return refusedAs(400, "GAIA_IL27", await scratch.add({ groups: { value: [{ code: NOBODY }] } }));
}

export async function commentsOff(scratch: ScratchApp): Promise<Finding> {
  await scratch.withForm();
  const record = await scratch.added({});
  const offer = async (enableComments: boolean) => {
    bodyOf(await scratch.change("PUT", "app/settings", { enableComments }), "app/settings");
    await scratch.deploy();
  };
  await offer(false);
  const body = { app: scratch.appId, record, comment: { text: "probe" } };
  const heard = await scratch.exchange({ method: "POST", path: "record/comment", body });
  await offer(true);
  return refusedAs(403, "GAIA_RE12", heard);
}
