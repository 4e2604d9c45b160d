import { RECORDS_PER_BATCH } from "../../domain/sink";

/** What is known of a drill before it begins. */
interface DrillSize {
  /** Records that are restored, and their files. */
  expected: number;
  files: number;
  /** Records that the scratch app has from the time before. */
  present: number;
  recordsPerPage: number;
}

/** To bring the settings and the form of the scratch app up to date, to make them live twice, and to look at an app that is empty yet. */
const OF_SETTINGS = 50;

/**
 * About how many requests a drill takes of the scratch app: it is emptied, before and after, a page and a request for each batch; the form is looked at before each batch
 * that is added; all is read twice, ids and whole records, and each file is uploaded and read once. That uploads count for an app is
 * UNCONFIRMED(uploads-count), and taken to be so.
 */
export function requestsOfDrill({ expected, files, present, recordsPerPage }: DrillSize): number {
  const batches = (records: number) => Math.ceil(records / RECORDS_PER_BATCH);
  const emptying = 2 * (batches(present) + batches(expected)) + 2;
  const reading = 4 * Math.ceil(expected / recordsPerPage);
  return OF_SETTINGS + emptying + 2 * batches(expected) + reading + 2 * files;
}

/** So long kintone may take to make an app live, and for a request of the usual kind. No more than a guess, and told as one. */
const [SECONDS_OF_SETTINGS, SECONDS_OF_REQUEST] = [30, 0.5];

export const secondsOfDrill = (requests: number): number => SECONDS_OF_SETTINGS + SECONDS_OF_REQUEST * requests;
