/**
 * The run id of the record in which a run that was taken for dead tells its end: that it was `interrupted` is a link of the
 * chain, and stays as it is.
 */
export function returnedRunId(runId: string): string {
  return `${runId}${SUFFIX}`;
}

/** The run id that the archive has, whichever of its records a run is looked at in. */
export function archivedRunId(runId: string): string {
  return runId.endsWith(SUFFIX) ? runId.slice(0, -SUFFIX.length) : runId;
}

const SUFFIX = "-returned";
