import { bytes, count, moment, MOST_APPS, number } from "../names/en";
import type { QuestionMessages } from "./messages";

export const questions: QuestionMessages = {
  ruleNews: { heading: "The apps of rules have changed", goOn: "Back up" },
  room: {
    heading: "There is probably not enough room",
    short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
      `About ${bytes(needed)} are needed, judging by the backups up to ${moment(lastRun) ?? "now"}; this browser gives ${bytes(free)}.`,
      ...(unknownTargets > 0 ? [`Apps that were never backed up (${number(unknownTargets)}) need more on top.`] : []),
      "Without more room the backup will probably end unfinished. Free up disk space, do not use a private window, or back up fewer apps at a time.",
    ],
    goOn: "Back up anyway",
  },
  loss: {
    heading: "This backup could not be resumed",
    onThePage:
      "This page lets no backup work in the background (Web Worker), so it works on the page itself: it takes longer, and the page may react late. Keep this tab in front meanwhile.",
    ifBrokenOff:
      "If the page is closed or the browser ends during the backup, what was read until then is lost, and it can take up to 15 minutes until another backup can be run.",
    otherBrowser:
      "The zip files of a backup that reaches its end are the same. To be able to resume, use a current Chrome, Edge or Firefox.",
    goOn: "Back up",
  },
  budget: {
    heading: "This backup takes many API requests",
    excess: ({ perAppAndDay, apps }) => [
      `Backups may make ${number(perAppAndDay)} API requests of an app in a day (from 9:00, Japan time). Comments take one for each record.`,
      ...apps
        .slice(0, MOST_APPS)
        .map(
          ({ appId, appName, requests, left }) =>
            `App "${appName}" (ID ${appId}): about ${number(requests)} are needed, ${number(left)} are left.`,
        ),
      ...(apps.length > MOST_APPS ? [`The same is so of ${count(apps.length - MOST_APPS, "more app")}.`] : []),
      "Keeping to them, comments are read as far as the requests go, new and changed records first. Others are taken from the previous backup, or are missing if there is none in use.",
      "Continuing tomorrow, the backup waits when the requests are used up, and reads the rest by itself after 9:00, Japan time. It also waits when anything but comments is too much, unless it goes beyond them.",
      "Going beyond them, an app may exceed what the course allows; Cybozu may then send the administrator an e-mail.",
    ],
    answer: {
      stop: "Keep to them",
      pause: "Continue tomorrow",
      "without-comments": "Read no comments of these apps",
      "go-on": "Go beyond them",
    },
  },
};
