import type { AppRef } from "../../../../domain/target";

/** An app that the user can see, as kintone lists it. */
export interface ListedApp extends AppRef {
  name: string;
  /** What stands before its record numbers; often empty. */
  code: string;
  /** Absent for an app outside spaces. */
  spaceId?: string;
}
