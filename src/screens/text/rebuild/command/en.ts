import { quantitiesIn } from "../../quantities";
import type { NamedRebuild, RebuildCommandTexts } from "./messages";

const { moment, number } = quantitiesIn("en");
const named = ({ rebuildId, startedAt }: NamedRebuild) => `rebuilding ${rebuildId} (${moment(startedAt) ?? startedAt})`;
const list = (items: readonly string[]) => items.join(", ");
const records = (count: number) => `${number(count)} ${count === 1 ? "record" : "records"}`;
const comments = (count: number) => `${number(count)} ${count === 1 ? "comment" : "comments"}`;

export const rebuildCommandTexts: RebuildCommandTexts = {
  sentence: {
    TIMED_OUT: ({ app }) =>
      app === undefined
        ? undefined
        : `kintone has been updating app ${app} for a quarter of an hour. Go on with --resume when it is done.`,
  },
  nowhere: (ids) =>
    `Nothing stands for these apps, which lookups, related records or actions name: ${list(ids)}. Make them anew as well, or give --map-app; otherwise lookups become ordinary fields, and the rest is left out.`,
  resume: "Go on with the same command and --resume: no app is made twice.",
  records: {
    statusesLeft: (count) =>
      `${records(count)} had another status than the first, and begin anew (--status puts it back)`,
    report: (path) => `Every such value, status and comment, record by record: ${path}`,
    closed: (lookups) =>
      `These lookups go round in a circle, and none of them may be empty, so no record can be the first one: ${lookups.join("; ")}. In one of the new apps, clear "Required field" of the lookup, and of the fields that it fills, update the app, and go on with --resume; set it again afterwards.`,
    foreseen: {
      statusesLeft: (count) =>
        `${records(count)} have another status than the first, and begin anew; --status puts it back.`,
      commentsLeft: (written) => `${comments(written)} are not written again; --comments does it.`,
    },
  },
  cancelling: "Ending after what is under way. Go on with --resume.",
  nothing: "Nothing was made, as this was a dry run.",
  report: (path) => `Everything in a file: ${path}`,
  refused: {
    people: (who) =>
      `Settings name people who are gone: ${list(who)}. Give --replace for who takes their place, or --leave-out-people. Nothing was made.`,
    unfinished: (rebuild) =>
      `There is a ${named(rebuild)} that was broken off. Go on with it with --resume and the same zip files, or give it up with --discard; the apps that it made stay.`,
    underWay: (rebuild, host) => `The ${named(rebuild)} is under way on ${host}. Nothing was made.`,
    noneUnfinished: "There is no rebuilding that was broken off. Nothing was made.",
    otherArchive: (rebuild, archive) =>
      `The ${named(rebuild)} that was broken off is of another archive: of run ${archive.runId}. Finish it with that one, or give it up with --discard. Nothing was made.`,
  },
  discarded: (rebuild, apps) =>
    apps.length === 0
      ? `The ${named(rebuild)} is given up. It had made no app.`
      : `The ${named(rebuild)} is given up. These apps stay as they are; delete them on kintone's screens, as there is no API for it: ${list(apps)}`,
};
