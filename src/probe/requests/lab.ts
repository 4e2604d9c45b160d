import { BackupError } from "../../domain/errors";
import { isNotGiven } from "../../domain/under-consideration";
import { judge } from "../../kintone/connection/verdict";
import { asAssumedIf, type Finding, toldOf, unknown } from "../finding";
import type { ReadingPlace } from "./reading-place";

/** What a backup asks for of the API Lab that needs no more than an app. It is judged as a backup does it. */
export async function labEndpointOff({ exchange, logIn, app }: ReadingPlace): Promise<Finding> {
  if (!app) return unknown("no-app");
  const { appId, guestSpaceId } = app;
  const heard = await exchange({ method: "GET", path: "app/categories", guestSpaceId, query: { app: appId } });
  const { status, code } = heard;
  if (status === 200) return unknown("switched-on", "200");
  const answer = { status, ...(code !== undefined && { code }) };
  const verdict = judge(answer, { asked: "under-consideration", bearsToken: logIn === "session" });
  const isLogInInDoubt = code === "CB_IL02";
  return asAssumedIf(!isLogInInDoubt && isNotGiven(new BackupError(verdict.code, "", { answer })), toldOf(heard));
}
