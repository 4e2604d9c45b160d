/** Of `process.exitCode`: schedulers act on it. */
export const EXIT = { success: 0, incomplete: 1, unusable: 2 } as const;

/** Of a restore, which may be done and still be another than planned. */
export const RESTORE_EXIT = { asPlanned: 0, notAsPlanned: 1, explained: 2, nothingWritten: 3 } as const;
