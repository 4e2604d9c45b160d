/** All that a page uses on demand, and all that Workers are made of, in one scope: what they share is named once, which takes 3 KiB less. */
export { awaitWork } from "../worker/worker";
export { acceptancePart } from "./acceptance-part";
export { changesPart } from "./changes-part";
export { historyPart } from "./history-part";
export { createRestorePart } from "./restore-part";
export { createRunPart } from "./run-part";
export { createSavingPart } from "./saving-part";
export { createVerificationPart } from "./verification-part";
