import { guestSpaceOfPage } from "./page-access";

/** The page of a record of the app that is shown: below the app's own address, also in guest spaces. */
export function recordUrl(recordId: string): string {
  const guestSpaceId = guestSpaceOfPage();
  const app = guestSpaceId ? `/k/guest/${guestSpaceId}/${kintone.app.getId()}` : `/k/${kintone.app.getId()}`;
  return `${app}/show#record=${recordId}`;
}
