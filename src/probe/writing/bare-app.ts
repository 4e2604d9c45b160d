import { asAssumedIf, type Finding } from "../finding";
import { bodyOf, type ScratchApp } from "./scratch-app";

/** Before there is a form. */
export async function automaticTitle({ settings, codeOf }: ScratchApp): Promise<Finding> {
  const { titleField } = (await settings("app/settings")) as { titleField?: { selectionMode: string; code: string } };
  const isNumber = titleField?.code === codeOf("RECORD_NUMBER");
  const named = isNumber ? "the record number" : "another field";
  return asAssumedIf(isNumber, `${titleField?.selectionMode ?? "–"}, ${titleField?.code ? named : "no field"}`);
}

export async function firstNotifications({ settings, codeOf }: ScratchApp): Promise<Finding> {
  const { notifications = [] } = (await settings("app/notifications/general")) as {
    notifications?: Array<{ entity: { type: string; code: string }; commentAdded?: boolean }>;
  };
  const expected = [codeOf("CREATOR"), codeOf("MODIFIER")];
  const told = notifications.filter(({ commentAdded }) => commentAdded).map(({ entity }) => entity.code);
  const isSo = notifications.length === 2 && expected.every((code) => told.includes(code));
  return asAssumedIf(isSo, `${notifications.length} notifications, ${told.length} of comments`);
}

export async function markupReferences({ change, settings }: ScratchApp): Promise<Finding> {
  bodyOf(await change("PUT", "app/settings", { description: "（＋" }), "app/settings");
  const { description } = await settings("app/settings");
  return asAssumedIf(description === "&#xff08;&#xff0b;", String(description).slice(0, 40));
}
