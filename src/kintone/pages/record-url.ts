import type { AppRef } from "../../domain/target";
import { appOfPage } from "./page-access";

/** The page of a record of the app that is shown. */
export function recordUrl(recordId: string): string {
  return recordUrlIn(appOfPage(), recordId);
}

/** The page of a record of any app: below the app's own address, also in guest spaces. */
export function recordUrlIn({ appId, guestSpaceId }: AppRef, recordId: string): string {
  const app = guestSpaceId ? `/k/guest/${guestSpaceId}/${appId}` : `/k/${appId}`;
  return `${app}/show#record=${recordId}`;
}
