import { asAssumedIf, type Finding, toldOf } from "../finding";
import type { PagePlace } from "./place";

/** The token of somebody else who has logged in looks the same; nobody has to log in for this. */
export async function tokenOfAnotherSession({ exchange, app }: PagePlace): Promise<Finding> {
  const { appId, guestSpaceId } = app;
  const heard = await exchange({
    ...{ method: "GET", saysGet: true, path: "app/form/fields", guestSpaceId },
    body: { app: appId, __REQUEST_TOKEN__: crypto.randomUUID() },
  });
  return asAssumedIf(heard.code === "CB_IL02", toldOf(heard));
}

export async function course({ course: ask }: PagePlace): Promise<Finding> {
  const told = await ask().catch((thrown: unknown) => (thrown instanceof Error ? thrown.name : undefined));
  const plan = /^\w{1,30}$/.test(told ?? "") ? told : undefined;
  return asAssumedIf(plan === "STANDARD" || plan === "WIDE", plan ?? "–");
}
