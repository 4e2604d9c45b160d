import process from "node:process";
import type { Checked } from "../../command/checked";
import type { Credentials } from "../../command/credentials";
import type { ProbeOrder } from "../../command/probe-order";
import { BackupError } from "../../domain/errors";
import type { TriedId } from "../../probe/assumptions";
import type { Finding } from "../../probe/finding";
import { type Trials, probe } from "../../probe/probe";
import { type ProbeReport, counted, toJson, toMarkdown } from "../../probe/report";
import { type ReadingPlace, findReadingPlace } from "../../probe/requests/reading-place";
import { REQUEST_TRIALS } from "../../probe/requests/trials";
import { probeTextsIn } from "../../screens/text/probe/language";
import { describeProbe } from "../../screens/text/probe/probe-report";
import type { Outputs } from "./outputs";
import { exchangeAs, signIn } from "./sign-in";

/**
 * Tries what is only assumed of kintone, from Node, and tells of it. Rejects with a `BackupError` when kintone is not reached or does not
 * let the command in: then there is nothing to tell.
 */
export async function probeOnNode(
  { baseUrl, app, format, language }: ProbeOrder,
  credentials: Credentials,
  { pluginVersion, outputs }: { pluginVersion: string; outputs: Pick<Outputs, "progressLine"> },
): Promise<Checked> {
  const program = `kintone-backup-manager/${pluginVersion}`;
  const text = probeTextsIn(language);
  await knock(baseUrl, credentials, program, app);
  const line = outputs.progressLine(({ said }: { phase: string; said: string }) => said);
  try {
    const entrance = {
      exchange: exchangeAs(baseUrl, credentials, program),
      ...("username" in credentials
        ? ({ logIn: "password", userCode: credentials.username } as const)
        : ({ logIn: "tokens" } as const)),
    };
    const trials = bound(REQUEST_TRIALS, await findReadingPlace(entrance, app));
    const rows = await probe(trials, (done, of) => line.report({ phase: "probe", said: text.checking(done, of) }));
    const report: ProbeReport = {
      ...{ program, at: new Date().toISOString(), place: "command", logIn: entrance.logIn, rows },
      environment: `Node.js ${process.version}, ${process.platform}`,
    };
    const told = {
      text: () => describeProbe(text, report),
      markdown: () => toMarkdown(report),
      json: () => toJson(report),
    };
    return { sound: counted(rows).otherwise === 0, report: told[format]() };
  } finally {
    line.end();
  }
}

/** Whether there is a kintone that lets the command in, told as a run tells it. */
async function knock(baseUrl: string, credentials: Credentials, program: string, app: ProbeOrder["app"]) {
  const connection = signIn(baseUrl, credentials, program, fetch);
  if (app) {
    const { appId, guestSpaceId } = app;
    await connection.json({ method: "GET", path: "app/form/fields", guestSpaceId, query: { app: appId } });
    return;
  }
  await connection.json({ method: "GET", path: "apps", query: { limit: 1 } }).catch((thrown: unknown) => {
    // API tokens are let in, and may not ask which apps there are.
    const isLetIn = thrown instanceof BackupError && thrown.code === "NO_PERMISSION" && "apiTokens" in credentials;
    if (!isLetIn) throw thrown;
  });
}

function bound<Id extends TriedId>(
  trials: Readonly<Record<Id, (place: ReadingPlace) => Promise<Finding>>>,
  place: ReadingPlace,
): Trials {
  const entries = Object.entries(trials) as Array<[Id, (place: ReadingPlace) => Promise<Finding>]>;
  return Object.fromEntries(entries.map(([id, trial]) => [id, () => trial(place)])) as Trials;
}
