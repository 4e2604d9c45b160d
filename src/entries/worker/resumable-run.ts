import type { BrowserRunRequest } from "./run-request";

/**
 * What is kept of a run beside its journal, so that a later visit can go on with it: everything but what the page of that visit
 * knows better, and never the CSRF token.
 */
export type ResumableRun = Omit<BrowserRunRequest, "requestToken" | "language" | "startedAt" | "resumes"> & {
  /** ISO, UTC. */
  startedAt: string;
};

export function resumable(request: BrowserRunRequest): ResumableRun {
  const { runId, startedAt, baseUrl, appId, guestSpaceId, operator, settings, choices, pluginVersion } = request;
  return {
    ...{ runId, baseUrl, appId, guestSpaceId, operator, settings, choices, pluginVersion },
    startedAt: startedAt.toISOString(),
  };
}

/** The run again, on the page of another visit. */
export function resumed(
  { startedAt, ...run }: ResumableRun,
  { requestToken, language }: Pick<BrowserRunRequest, "requestToken" | "language">,
): BrowserRunRequest {
  return { ...run, requestToken, language, startedAt: new Date(startedAt), resumes: true };
}

/** Whether this user, in this app, with this version of the plugin, may go on with the run. */
export function isResumableBy(
  about: unknown,
  { appId, operator, pluginVersion }: Pick<BrowserRunRequest, "appId" | "operator" | "pluginVersion">,
): about is ResumableRun {
  const run = about as Partial<ResumableRun> | null;
  return (
    run?.appId === appId &&
    run.operator?.code === operator.code &&
    run.pluginVersion === pluginVersion &&
    !Number.isNaN(Date.parse(run.startedAt ?? ""))
  );
}
