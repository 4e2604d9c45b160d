import type { KintoneFormLayout } from "@kintone/rest-api-client";
import type { NewApp } from "../domain/domain";
import type { Properties } from "./form";

/** A file that hangs in a record. */
export interface SampleFile {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

/** What is written into a field, without the wrapping of the REST API. */
export type SampleValue = string | null | string[] | Array<{ code: string }> | SampleFile[] | SampleRow[];

/** A row of a table: the inner fields by code. */
export interface SampleRow {
  row: Record<string, SampleValue>;
}

export interface SampleRecord {
  values: Record<string, SampleValue>;
  creator: string;
  /** UTC, whole minutes. */
  createdTime: string;
  modifier?: string;
  updatedTime?: string;
  status?: string;
  assignees?: string[];
  comments?: Array<{ text: string; creator: string; createdAt: string }>;
}

/** An app with everything in it; the settings have the shapes that the REST API takes or answers. */
export interface SampleApp {
  /** One of {@link APP_IDS}. */
  id: string;
  name: string;
  /** The prefix of its record numbers. */
  code?: string;
  spaceId?: number;
  properties: Properties;
  layout: KintoneFormLayout.OneOf[];
  views: NonNullable<NewApp["views"]>;
  /** Left out: {@link usualRights}. */
  acl?: NonNullable<NewApp["acl"]>;
  process?: NonNullable<NewApp["process"]>;
  settings?: NonNullable<NewApp["settings"]>;
  records: SampleRecord[];
}

/** The ids of the apps, which name each other in lookups and related records. */
export const APP_IDS = {
  qualityRecords: "11",
  inspections: "12",
  productionHistory: "13",
  drawings: "14",
  customers: "15",
  personnelReviews: "16",
  newProject: "17",
  supplierCorrespondence: "21",
} as const;

/** The guest space that holds the correspondence with suppliers. */
export const GUEST_SPACE_ID = 3;
