import type { FieldCode, TableCode } from "../app-definition/fields";

export type Values<Code extends string> = { [code in Code]?: { value: unknown } };

/** Values of the backup-management app's fields. */
export type AppValues = Values<FieldCode | TableCode>;
