import type { DisposalKind, DisposalVerdict } from "../../../domain/disposal-outcome";
import type { DrillVerdict, ScratchFate } from "../../../domain/drill-outcome";
import type { RunStart } from "../../../domain/outcome";
import type { ComparisonVerdict, RestoreVerdict } from "../../../domain/restore-outcome";
import type { PlaceKind, Saved } from "../../../domain/saved";
import type { Status } from "../../../domain/status";
import type { DRILL_SCOPES } from "../../../history/app-definition/drill-fields";
import type { INCLUDED, RECORD_TYPES, SCOPES } from "../../../history/app-definition/fields";
import type { ARCHIVE_KNOWN, RESTORE_KINDS } from "../../../history/app-definition/restore-fields";
import type { Quantities } from "../quantities";

/** What a page of the backup-management app shows at once, in one language. Everything else is loaded when it is used. */
export interface PageMessages {
  /** BCP 47: for `lang` attributes and for sorting. */
  locale: string;
  quantities: Quantities;
  status: Record<Status, string>;
  saved: Record<Saved, string>;
  /** What other fields of the history keep as codes. */
  words: {
    record_type: Record<(typeof RECORD_TYPES)[number], string>;
    run_trigger: Record<RunStart["trigger"], string>;
    run_destination: Record<PlaceKind, string>;
    restore_kind: Record<(typeof RESTORE_KINDS)[number], string>;
    restore_verdict: Record<RestoreVerdict | ComparisonVerdict, string>;
    restore_archive_known: Record<(typeof ARCHIVE_KNOWN)[number], string>;
    drill_verdict: Record<DrillVerdict, string>;
    drill_scratch_fate: Record<ScratchFate, string>;
    drill_archive_known: Record<(typeof ARCHIVE_KNOWN)[number], string>;
    drill_scope: Record<(typeof DRILL_SCOPES)[number], string>;
    disposal_kind: Record<DisposalKind, string>;
    disposal_verdict: Record<DisposalVerdict, string>;
    target_scope: Record<(typeof SCOPES)[number], string>;
    target_enabled: Record<"enabled", string>;
    target_include: Record<(typeof INCLUDED)[number], string>;
  };
  page: {
    runBackup: string;
    checkHistory: string;
    /** Comparing an archive with kintone, and putting something back from it. */
    restore: string;
    undoRestore: string;
    openOverview: string;
    closeOverview: string;
    /** Heading of the check of zip files, on the record of a run. */
    verify: string;
    /** Heading of what can be accepted, on the record of a run. */
    lastingGaps: string;
    cancel: string;
    /** A run that was broken off and can go on. */
    interrupted: {
      title: string;
      /** @param startedAt written out */
      explanation: (startedAt: string) => string;
      resume: string;
      discard: string;
      discardQuestion: string;
    };
    /** A restore that was broken off and can go on. */
    brokenRestore: {
      title: string;
      /** @param startedAt written out */
      explanation: (appName: string, startedAt: string) => string;
      resume: string;
      discard: string;
      discardQuestion: string;
      notDiscarded: string;
    };
    /** Apps that are made anew: that was broken off, and can go on. */
    brokenRebuild: {
      title: string;
      /** @param startedAt written out */
      explanation: (startedAt: string) => string;
      resume: string;
      discard: string;
      discardQuestion: string;
    };
    /** A drill of this user whose page was closed before it ended: it cannot go on. */
    brokenDrill: {
      title: string;
      /** @param startedAt written out */
      explanation: (appName: string, startedAt: string) => string;
      close: string;
    };
    /** Zips of a run of this user that are in this browser, and not known to be anywhere else. */
    unsaved: {
      title: string;
      /**
       * @param startedAt written out
       * @param until when they go, written out
       */
      explanation: (startedAt: string, files: number, until: string) => string;
      open: string;
      discard: string;
      discardQuestion: string;
    };
    /** A file of the plugin did not arrive. */
    incomplete: { title: string; body: string };
  };
}
