/** Who a status belongs to (OpenAPI 20250423: app/status). */
export interface ProcessAssignee {
  type: string;
  entities: ReadonlyArray<{ entity: { type: string; code?: string | null }; includeSubs?: boolean }>;
}

export interface ProcessStatus {
  name: string;
  index: string;
  assignee: ProcessAssignee;
}

export interface ProcessAction {
  name: string;
  from: string;
  to: string;
  filterCond: string;
}

/** The process of an app, as kintone gives it and takes it; what is not named here goes back as it came. */
export interface Process {
  enable: boolean;
  /** By their names; `null` where the app never had any. */
  states: Readonly<Record<string, ProcessStatus>> | null;
  actions: readonly ProcessAction[] | null;
}

/** The process of one app. Rejects with a `BackupError`. */
export interface ProcessDesk {
  /** The one that people work with. */
  read(): Promise<Process>;
  /** Puts another one in its place, and has kintone make it live. Resolves when it is; rejects when kintone refuses it, or takes too long. */
  replace(process: Process): Promise<void>;
}
