import { quantitiesIn } from "../../quantities";
import type { PlanFileMessages } from "./messages";

const { number } = quantitiesIn("en");

export const planFile: PlanFileMessages = {
  heading: (name) => `"${name}" cannot be used as a plan. Nothing was changed.`,
  problem: {
    "not-json": () => "It is not JSON, or was cut off.",
    "no-plan": () => "It is another file: a plan of a restore begins with its formatVersion.",
    "newer-version": ({ version }) => `It has format ${version}; this program knows 1. Update the program.`,
    missing: ({ field }) => `"${field}" is missing.`,
    unreadable: ({ field }) => `"${field}" has a value that is not allowed there.`,
    "unknown-name": ({ field }) =>
      `There is no "${field}"; perhaps it is misspelt. What nobody knows is not left out without a word.`,
  },
  wrong: {
    "another-archive": (expected, found) =>
      `The plan is for another archive (${expected}) than this one (${found}). Nothing was changed. Take the archive that it was made for, or make a new plan.`,
    "another-app": (expected, found) => `The plan is for ${expected}, and this is ${found}. Nothing was changed.`,
    "another-plan": (expected, found) =>
      `What would be done now is not what the plan shows: ${expected} then, ${found} now, or other records of the same number. The app was changed since, or the file. Nothing was changed; compare again, and make a new plan.`,
  },
  counts: ({ add, putBack, remove }) =>
    `${number(add)} to add, ${number(putBack)} to put back, ${number(remove)} to delete`,
};
