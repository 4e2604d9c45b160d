import { appCalled, appsCalled, doneBy, ruleCalled, systemsReason, what } from "../../names/en";
import type { Sentences } from "../messages";

/** Of what was to be backed up. */
export const ofTargets = {
  SETTINGS_UNREADABLE: () =>
    "The backup could not start because the plug-in's settings cannot be read. Ask an administrator to open the plug-in's settings and save them again.",
  NO_TARGETS: () => "No target is enabled. Register the apps to back up, enable them, and run the backup again.",
  TARGET_INCOMPLETE: (facts) =>
    `A target is not filled in correctly (${what(facts, "target record")}). Check its app ID and guest space ID.`,
  TARGET_GONE: (facts) =>
    `${appCalled(facts)} was backed up in the run before and is no target any more, so it is not in the backup: its target was deleted, or names another app. ${doneBy(facts)} If that was not intended, add it again on the settings screen of the plug-in.`,
  TARGET_DISABLED: (facts) =>
    `${appCalled(facts)} was backed up in the run before and is not in this backup, as its target is switched off. ${doneBy(facts)} If that was not intended, switch it on again.`,
  TARGET_RETYPED: (facts) =>
    `The record of the target for ${what({ ...(facts.app && { app: facts.app }) }, "an app")} had been given another kind than that of targets. The app was backed up all the same, and the record is a target again when this run has ended. kintone's change history of the record shows who did it.`,
  RULE_INCOMPLETE: (facts) =>
    `A target that stands for all apps of a space does not say of which${facts.record ? ` (record ${facts.record})` : ""}, so none of them is in the backup. Enter the space ID in the target.`,
  RULE_EMPTY: (facts) =>
    `Nothing is in the backup by the rule "${ruleCalled(facts)}", as kintone showed no app that it stands for. Check whether there are apps and whether you may view them. If there are none for now, switch the rule off until then.`,
  RULE_NOT_LISTED: (facts) =>
    facts.ofToken
      ? `The rule "${ruleCalled(facts)}" could not be worked out, as kintone does not list apps for the API tokens, so nothing is in the backup by it. Run the command with a login name and password, or add each app as a target.`
      : `It could not be found out which apps the rule "${ruleCalled(facts)}" stands for${systemsReason(facts.reason)}, so nothing is in the backup by it. Check whether the space is still there and you are a member of it, and run the backup again.`,
  RULES_NOT_PREPARED: () =>
    'This app does not have the fields for rules yet. Press "Prepare this app" above, then add the rule again.',
  RULE_APPS_NEW: (facts) =>
    `New by the rule "${ruleCalled(facts)}" since its last run, and backed up from now on: ${appsCalled(facts)}. If an app is not to be backed up, add its ID to the apps that the rule leaves out.`,
  RULE_APPS_GONE: (facts) =>
    `Backed up by the rule "${ruleCalled(facts)}" in its last run, and not in this backup: ${appsCalled(facts)}. The apps were deleted or moved, you may not view them any more, or the rule leaves them out now. If that was not intended, restore the app or its permissions, or add it as a target of its own.`,
  RULE_GONE: (facts) =>
    `The rule "${ruleCalled(facts)}" is deleted, switched off or changed, so that these apps, which it had backed up in the run before, are not in this backup: ${appsCalled(facts)}. If that was not intended, add the rule again or switch it on.`,
} satisfies Partial<Sentences>;
