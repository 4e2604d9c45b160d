import type { Replaced } from "../../restore/plan/restore-choices";
import type { RebuildWish } from "../../restore/apps/rebuild-wish";
import type { UsableArchive } from "../restore/restore-desk";
import type { RebuildOrdered } from "./rebuild-desk";

/** What people have chosen so far. */
export interface RebuildDraft {
  /** Of the apps. */
  folders: readonly string[];
  place: "before" | "outside" | "space";
  spaceId: string;
  isGuest: boolean;
  nameSuffix: string;
  withRecords: boolean;
  status: boolean;
  comments: boolean;
  reason: string;
  /** Apps that stand for one that is named, by the archive's ids; empty where none does. */
  others: Readonly<Record<string, string>>;
  /** Who stands in whose place; empty where nobody does. */
  instead: Record<keyof Replaced, Readonly<Record<string, string>>>;
  leaveOutPeople: boolean;
}

/** A single app is meant. In another domain than the archive's, there are other spaces. */
export function firstDraft({ apps, isVouched }: UsableArchive): RebuildDraft {
  return {
    folders: apps.length === 1 ? apps.map(({ folder }) => folder) : [],
    ...{ place: isVouched ? "before" : "outside", spaceId: "", isGuest: false, nameSuffix: "" },
    ...{ withRecords: true, status: false, comments: false, reason: "" },
    ...{ others: {}, instead: { users: {}, organizations: {}, groups: {} }, leaveOutPeople: false },
  };
}

export function orderOf(draft: RebuildDraft, { runId, digest }: UsableArchive): RebuildOrdered {
  return { folders: draft.folders, wish: wishOf(draft), reason: draft.reason.trim(), archive: { runId, digest } };
}

function wishOf(draft: RebuildDraft): RebuildWish {
  const { place, spaceId, isGuest, withRecords, instead } = draft;
  const inSpace = { spaceId: spaceId.trim(), ...(isGuest && { isGuest: true as const }) };
  return {
    ...(place !== "before" && { place: place === "space" ? inSpace : {} }),
    ...{ nameSuffix: draft.nameSuffix, others: filled(draft.others), leaveOutPeople: draft.leaveOutPeople },
    replaced: {
      ...{ users: filled(instead.users), organizations: filled(instead.organizations) },
      groups: filled(instead.groups),
    },
    ...{ withoutRecords: !withRecords, status: withRecords && draft.status, comments: withRecords && draft.comments },
  };
}

function filled(entries: Readonly<Record<string, string>>): Record<string, string> {
  const all = Object.entries(entries).map(([key, value]): [string, string] => [key, value.trim()]);
  return Object.fromEntries(all.filter(([, value]) => value !== ""));
}

/** What has to be chosen before anything can be looked at. */
export function missingIn({ folders, place, spaceId, reason, withRecords }: RebuildDraft) {
  if (folders.length === 0) return "nothingChosen";
  if (place === "space" && !/^\d+$/u.test(spaceId.trim())) return "spaceMissing";
  return withRecords && reason.trim() === "" ? "reasonMissing" : undefined;
}
