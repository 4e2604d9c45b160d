import type { ArchivedTarget, OpenArchive } from "../../archive/reading/open-archive";
import { BackupError } from "../../domain/errors";
import type { QueryContext } from "../../query/context";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import type { RestorePlan } from "../../restore/plan/restore-plan";
import type { Compared, Target } from "./comparing";

/** What is kept from one question of the screen to the next. */
export interface AtHand {
  /** The archive that was opened last, where it is a sound one. */
  archive?: OpenArchive | undefined;
  compared?: ComparedAtHand | undefined;
  /** Ids of records that were found. */
  ticked: Set<string>;
  checked?: CheckedAtHand | undefined;
}

/** An app of the archive, what it was compared with and would be put back into, and what was found. */
export interface ComparedAtHand extends Compared {
  archive: OpenArchive;
  archived: ArchivedTarget;
  target: Target;
}

/** The plan that was checked last: nothing else is carried out. */
export interface CheckedAtHand {
  choices: RestoreChoices;
  plan: RestorePlan;
  asking: QueryContext;
  appName: string;
}

export function archivedIn({ archive }: AtHand, folder: string): { archive: OpenArchive; archived: ArchivedTarget } {
  const archived = archive?.target(folder);
  if (!archive || !archived) throw new BackupError("UNEXPECTED", `${folder} is not in the archive`);
  return { archive, archived };
}

export function comparedIn({ compared }: AtHand): ComparedAtHand {
  if (!compared) throw new BackupError("UNEXPECTED", "Nothing was compared");
  return compared;
}

export function checkedIn({ checked }: AtHand): CheckedAtHand {
  if (!checked) throw new BackupError("UNEXPECTED", "Nothing was checked");
  return checked;
}
