/** Of `process.exitCode`: schedulers act on it. */
export const EXIT = { success: 0, incomplete: 1, unusable: 2 } as const;
