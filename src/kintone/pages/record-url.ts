import type { AppRef } from "../../domain/target";
import { appOfPage } from "./page-access";

/** The page of a record of the app that is shown. */
export function recordUrl(recordId: string): string {
  return recordUrlIn(appOfPage(), recordId);
}

/** The page of a record of any app. */
export function recordUrlIn(app: AppRef, recordId: string): string {
  return `${appUrlOf(app)}show#record=${recordId}`;
}

/** The page of an app, below which all others are; also in guest spaces. */
export function appUrlOf({ appId, guestSpaceId }: AppRef): string {
  return guestSpaceId ? `/k/guest/${guestSpaceId}/${appId}/` : `/k/${appId}/`;
}
