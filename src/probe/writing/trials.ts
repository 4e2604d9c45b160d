import type { OfWriting } from "../assumptions";
import type { Finding } from "../finding";
import { automaticTitle, firstNotifications, markupReferences } from "./bare-app";
import { defaultMomentWithoutZone, defaultTimeWithSeconds } from "./defaults";
import { ambiguousLookup } from "./lookup";
import { stateAfterProcess, stateTouchesModifier } from "./moved-records";
import { builtinViewStays, textForAssignees, viewOfAssigned, viewWithoutProcess } from "./process";
import { cellsLeftOutOfTable, idsNeverReused, swappedUniqueValues, activeContent } from "./records";
import { commentsOff, groupNotFound, updateKeyNotFound } from "./refusals";
import { defaultWhereRightLacks, fieldNotEditable } from "./rights";
import type { ScratchApp } from "./scratch-app";
import { beingDeployed, numberOfReminders, oneUploadInManyPlaces, revisionsOfBothEnvironments } from "./settings";
import { fieldIntoLiveTable, renamesInFormulas } from "./changed-form";
import { createdTimeOfUpsert, creatorWhoIsGone, recordNumberWhenAdded, systemTimes } from "./system-values";

/** In the order of the list: the first ones need the app as it was made, the last ones turn process management on. */
export const WRITING_TRIALS: Readonly<Record<OfWriting, (scratch: ScratchApp) => Promise<Finding>>> = {
  "automatic-title": automaticTitle,
  "first-notifications": firstNotifications,
  "markup-references": markupReferences,
  "being-deployed": beingDeployed,
  "revisions-of-both-environments": revisionsOfBothEnvironments,
  "number-of-reminders": numberOfReminders,
  "one-upload-in-many-places": oneUploadInManyPlaces,
  "default-time-with-seconds": defaultTimeWithSeconds,
  "default-moment-without-zone": defaultMomentWithoutZone,
  "default-where-right-lacks": defaultWhereRightLacks,
  "field-not-editable": fieldNotEditable,
  "update-key-not-found": updateKeyNotFound,
  "group-not-found": groupNotFound,
  "comments-off": commentsOff,
  "active-content": activeContent,
  "renames-in-formulas": renamesInFormulas,
  "record-number-when-added": recordNumberWhenAdded,
  "system-times": systemTimes,
  "creator-who-is-gone": creatorWhoIsGone,
  "created-time-of-upsert": createdTimeOfUpsert,
  "cells-left-out-of-table": cellsLeftOutOfTable,
  "field-into-live-table": fieldIntoLiveTable,
  "ids-never-reused": idsNeverReused,
  "swapped-unique-values": swappedUniqueValues,
  "ambiguous-lookup": ambiguousLookup,
  "view-of-assigned": viewOfAssigned,
  "builtin-view-stays": builtinViewStays,
  "text-for-assignees": textForAssignees,
  "state-touches-modifier": stateTouchesModifier,
  "state-after-process": stateAfterProcess,
  "view-without-process": viewWithoutProcess,
};
