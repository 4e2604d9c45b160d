import process from "node:process";
import type { Checked } from "../../command/checked";
import type { Credentials } from "../../command/credentials";
import type { ProbeOrder } from "../../command/probe-order";
import { BackupError } from "../../domain/errors";
import { bound, probe } from "../../probe/probe";
import { type ProbeReport, counted, toJson, toMarkdown } from "../../probe/report";
import { type ReadingPlace, findReadingPlace } from "../../probe/requests/reading-place";
import { REQUEST_TRIALS } from "../../probe/requests/trials";
import { makeScratchApp } from "../../probe/writing/scratch-app";
import { WRITING_TRIALS } from "../../probe/writing/trials";
import { probeTextsIn } from "../../screens/text/probe/language";
import { describeProbe } from "../../screens/text/probe/probe-report";
import type { Outputs } from "./outputs";
import { exchangeAs, signIn } from "./sign-in";

/**
 * Tries what is only assumed of kintone, from Node, and tells of it. Rejects with a `BackupError` when kintone is not reached or does not
 * let the command in: then there is nothing to tell.
 */
export async function probeOnNode(
  { baseUrl, app, write, format, language }: ProbeOrder,
  credentials: Credentials,
  { pluginVersion, outputs }: { pluginVersion: string; outputs: Pick<Outputs, "progressLine"> },
): Promise<Checked> {
  const program = `kintone-backup-manager/${pluginVersion}`;
  const text = probeTextsIn(language);
  // No API token makes apps.
  if (write && !("username" in credentials)) return { unusable: `${text.writesAsUser}\n` };
  await knock(baseUrl, credentials, program, app);
  const line = outputs.progressLine(({ said }: { phase: string; said: string }) => said);
  try {
    const entrance = {
      exchange: exchangeAs(baseUrl, credentials, program),
      ...("username" in credentials
        ? ({ logIn: "password", userCode: credentials.username } as const)
        : ({ logIn: "tokens" } as const)),
    };
    const at = new Date().toISOString();
    const scratch = write ? scratchApp(entrance, at) : undefined;
    const trials = {
      ...bound(REQUEST_TRIALS, await findReadingPlace(entrance, app)),
      ...(scratch && bound(WRITING_TRIALS, scratch)),
    };
    const rows = await probe(trials, (done, of) => line.report({ phase: "probe", said: text.checking(done, of) }));
    const made = await scratch?.then(
      ({ appId, name }) => ({ appId, name }),
      () => undefined,
    );
    const report: ProbeReport = {
      ...{ program, at, place: "command", logIn: entrance.logIn, ...(made && { scratchApp: made }), rows },
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

/** Where no app can be made, each of its rows says why. */
function scratchApp({ exchange, userCode = "" }: Pick<ReadingPlace, "exchange" | "userCode">, at: string) {
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const made = makeScratchApp({ exchange, userCode, at, pause });
  made.catch(() => undefined);
  return made;
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
