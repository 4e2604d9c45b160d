import type { App } from "../../emulator/domain/app";
import type { Domain } from "../../emulator/domain/domain";
import type { AttachedFile } from "../../emulator/domain/files";
import type { Properties, Property } from "../../emulator/domain/form";
import type { StoredRecord, TableRow, Values } from "../../emulator/records/record";
import { Chance, noise } from "./chance";
import type { AppPlan } from "./plan";
import { wideForm, wideValues } from "./wide-form";

const FILES = "添付";
const TABLE = "明細";
const FILES_IN_TABLE = "写真";

const field = (type: string, code: string, rest: Partial<Property> = {}): Properties => ({
  [code]: { type, code, label: code, ...rest },
});

function form({ form: kind, files, table }: AppPlan): Properties {
  return {
    ...(kind === "wide" ? wideForm : { ...field("SINGLE_LINE_TEXT", "品番"), ...field("MULTI_LINE_TEXT", "所見") }),
    ...(files && field("FILE", FILES)),
    ...(table &&
      field("SUBTABLE", TABLE, {
        fields: {
          ...field("SINGLE_LINE_TEXT", "部品"),
          ...field("NUMBER", "個数"),
          ...field("FILE", FILES_IN_TABLE),
        },
      })),
  };
}

interface BuiltApp {
  app: App;
  files: AttachedFile[];
}

/** Puts the app into the domain. Records and bytes are made when they are asked for, so that any size takes no room. */
export function buildApp(domain: Domain, plan: AppPlan, creator: string): BuiltApp {
  const app = domain.addApp({ name: plan.name, creator, properties: form(plan) });
  const byRecord = attach(domain, app, plan);
  const at = "2026-04-01T00:00:00Z";
  app.records.generate(plan.records, (id): StoredRecord => {
    let values: Values | undefined;
    return {
      id,
      revision: 1,
      creator,
      createdTime: at,
      modifier: creator,
      updatedTime: at,
      status: undefined,
      assignees: [],
      get values() {
        return (values ??= valuesOf(id, plan, byRecord.get(id)));
      },
    };
  });
  return { app, files: [...byRecord.values()].flatMap(({ own, inTable }) => [...own, ...inTable]) };
}

interface FilesOfRecord {
  own: AttachedFile[];
  inTable: AttachedFile[];
}

function attach(domain: Domain, app: App, plan: AppPlan): Map<number, FilesOfRecord> {
  const byRecord = new Map<number, FilesOfRecord>();
  const { count, size } = plan.files ?? { count: 0, size: 0 };
  for (let index = 0; index < count; index += 1) {
    const recordId = 1 + (index % plan.records);
    const isInTable = plan.table === true && index % 2 === 1;
    const content = {
      name: `図面-${index + 1}.bin`,
      contentType: "application/octet-stream",
      size,
      bytes: () => noise(size, index + 1),
    };
    const fieldCode = isInTable ? FILES_IN_TABLE : FILES;
    const file = domain.files.attach(content, { kind: "record", appId: app.id, recordId, fieldCode });
    const files = byRecord.get(recordId) ?? { own: [], inTable: [] };
    (isInTable ? files.inTable : files.own).push(file);
    byRecord.set(recordId, files);
  }
  return byRecord;
}

function valuesOf(id: number, plan: AppPlan, files: FilesOfRecord = { own: [], inTable: [] }): Values {
  const own = plan.form === "wide" ? wideValues(id) : { 品番: `P-${id}`, 所見: `第 ${id} 版。外観に傷なし。` };
  return {
    ...own,
    ...(plan.files && { [FILES]: files.own }),
    ...(plan.table && { [TABLE]: rows(id, files.inTable) }),
  };
}

function rows(id: number, files: AttachedFile[]): TableRow[] {
  const chance = new Chance(id);
  // The files of a record hang in its first row.
  const count = Math.max(files.length > 0 ? 1 : 0, chance.below(4));
  return Array.from({ length: count }, (_, index) => ({
    id: String(id * 10 + index),
    values: {
      部品: `ばね ${chance.below(1000)}`,
      個数: String(chance.below(100)),
      [FILES_IN_TABLE]: index === 0 ? files : [],
    },
  }));
}
