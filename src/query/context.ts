/** What an answer depends on beside the record. */
export interface QueryContext {
  now: Date;
  /** An IANA time zone: days, weeks and months begin where the user lives (measured, kintone-emulator doc/kintone-query-behavior.md). */
  timeZone: string;
  /** The login name of whoever `LOGINUSER()` is. Absent: conditions with it are refused. */
  loginUser?: string;
}
