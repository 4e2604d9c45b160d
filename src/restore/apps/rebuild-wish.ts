import type { AppPlace } from "../../domain/app-workshop";
import type { RebuildChoices } from "./rebuild-choices";

/** What people wish of apps that are made anew. Plain data: it is kept as it is. */
export interface RebuildWish {
  /** Where they are made: where they were, when absent. */
  place?: AppPlace;
  /** Behind the name that each had. */
  nameSuffix: string;
  /** Apps that are there and stand for one that the archive names: its id in the archive, and the app's. */
  others: RebuildChoices["apps"];
  /** Who stands in the place of somebody who is gone, `null` to leave them out. */
  replaced: RebuildChoices["replaced"];
  /** Everybody else who is gone is left out. */
  leaveOutPeople: boolean;
  /** Only the apps, without their records. */
  withoutRecords: boolean;
  /** Records get their status and assignees back, and their comments. */
  status: boolean;
  comments: boolean;
}
