/** Which records of the backup-management app are meant, in kintone's query language. */
export const TARGETS = 'record_type in ("target")';
/**
 * Targets, and what somebody made to look like something else. Runs write the type of their own records, so it can be closed to nobody who
 * runs backups; the app's id of a target is (`target-rights.ts`), and no other record has one.
 */
export const TARGETS_OF_ANY_TYPE = `(${TARGETS} or target_app_id > "0")`;
/** And rules, whose scope is closed in the same way. An app that was not prepared since there are rules has no such field. */
export const TARGETS_AND_RULES_OF_ANY_TYPE = `(${TARGETS} or target_app_id > "0" or target_scope in ("space", "guest_space", "all_apps"))`;
export const RUNS = 'record_type in ("run")';

/**
 * Runs over all targets. Not those that back up one app before it is restored, with all that it has: they say nothing of what is backed up each
 * time. Named by the triggers that every app has had from the beginning.
 */
export const RUNS_OVER_TARGETS = `${RUNS} and run_trigger in ("button", "headless")`;

export const RESTORES = 'record_type in ("restore")';
export const DRILLS = 'record_type in ("drill")';
/** Whatever is remembered of generations: that they were held or removed, and that a rule was confirmed. */
export const DISPOSALS = 'record_type in ("disposal")';
/**
 * What stands in the chain, and takes the lock; then the same as apps know it that were not prepared since there are disposals, drills, or restores. They refuse a
 * type that they do not know.
 */
export const LINKS = [
  'record_type in ("run", "restore", "drill", "disposal")',
  'record_type in ("run", "restore", "drill")',
  'record_type in ("run", "restore")',
  RUNS,
] as const;

/** Runs that somebody should look at: `cancelled` is what somebody wanted. */
export const RUNS_TO_LOOK_AT = `${RUNS} and run_status in ("partial", "failed", "interrupted")`;

/** Runs that are a link of the chain: from then on nothing of ours writes to the record again. */
export const CHAINED_RUNS = `${RUNS} and run_chain_digest != ""`;

export const CHAINED_RESTORES = `${RESTORES} and run_chain_digest != ""`;
/** Restores after which kintone is not as it was planned, or that ended before their plan did. */
export const RESTORES_TO_LOOK_AT = `${RESTORES} and restore_verdict in ("not-as-planned", "stopped")`;

export const CHAINED_DRILLS = `${DRILLS} and run_chain_digest != ""`;
/** Drills that did not prove that the records can be restored. */
export const DRILLS_TO_LOOK_AT = `${DRILLS} and drill_verdict in ("failed", "stopped")`;

export const CHAINED_DISPOSALS = `${DISPOSALS} and run_chain_digest != ""`;
/** Generations that were to go, and are there, at least in part. */
export const DISPOSALS_TO_LOOK_AT = `${DISPOSALS} and disposal_verdict in ("remains", "stopped")`;

/** Runs whose zips may or may not have been saved: whoever has them may say so in the record. */
export const UNCONFIRMED_RUNS = `${RUNS} and run_saved in ("unconfirmed")`;

/** What was changed in the settings of the plugin, one record for each time. */
export const CHANGES = 'record_type in ("change")';

export const ENABLED_TARGETS = `${TARGETS} and target_enabled in ("enabled")`;
/** No run has told yet since when none of their backups is known to be saved. */
export const ENABLED_TARGETS_UNCOUNTED = `${ENABLED_TARGETS} and target_unsaved_since = ""`;
/** Nor is any of their backups; of those from before that was asked, it is not known whether one is. */
export const UNCOUNTED_TARGETS_NEVER_SAVED = `${ENABLED_TARGETS_UNCOUNTED} and target_last_saved = ""`;

/** What reminders of earlier versions went by: when what is saved was asked, and when a success was all that was known. */
export const ENABLED_TARGETS_NEVER_SAVED = `${ENABLED_TARGETS} and target_last_saved = ""`;
export const ENABLED_TARGETS_WITHOUT_SUCCESS = `${ENABLED_TARGETS} and target_last_success = ""`;
