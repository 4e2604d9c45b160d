/** What `npm run customize` says, in one language. */
export interface CustomizeWords {
  usage: string;
  noLogIn: string;
  noAddress: string;
  noBackupApp: string;
  noDays: string;
  /** @param given a part of `--apps` */
  noApp: (given: string) => string;
  notBuilt: (reason: string) => string;
  noTargets: string;
  /** Stands before what happens to it. */
  app: (name: string, sentence: string) => string;
  put: string;
  removed: string;
  unchanged: string;
  /** The customization is not for everybody. */
  scope: Record<"ADMIN" | "NONE", string>;
  full: (most: number) => string;
  waiting: (settings: readonly string[]) => string;
  notATarget: string;
  noAdministration: (user: string) => string;
  notDeployed: (status: string) => string;
  failed: string;
}
