import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { rcloneFailure, rcloneMissing } from "./failures";

/** What rclone answered. */
interface Answered {
  stdout: string;
  stderr: string;
}

/** Of what a call writes, only the end is of interest, and that fits. */
const KEPT = 1024 * 1024;

/** One call of rclone, without a shell. Rejects with a `DELIVERY_FAILED` or `NO_SPACE` when it ends in any other way than well. */
export async function rclone(args: readonly string[], signal?: AbortSignal): Promise<Answered> {
  const child = started(args, signal);
  const [out, err] = [collected(child.stdout), collected(child.stderr)];
  const code = await ended(child, signal);
  const answered = { stdout: out(), stderr: err() };
  if (code !== 0) throw rcloneFailure(code, answered.stderr);
  return answered;
}

/** What a call writes, as it comes. Rejects behind the last byte when it did not end well. */
export async function* rcloneOutput(args: readonly string[]): AsyncGenerator<Uint8Array> {
  const child = started(args);
  const err = collected(child.stderr);
  const end = ended(child);
  end.catch(() => undefined);
  try {
    if (child.stdout) yield* child.stdout as AsyncIterable<Buffer>;
    const code = await end;
    if (code !== 0) throw rcloneFailure(code, err());
  } finally {
    child.kill();
  }
}

/** What stands in the configuration is asked for by nobody: an unattended call would wait for ever for the answer. */
const UNATTENDED = ["--ask-password=false", "--use-json-log", "--log-level", "INFO"];

function started(args: readonly string[], signal?: AbortSignal): ChildProcess {
  signal?.throwIfAborted();
  return spawn("rclone", [...args, ...UNATTENDED], {
    stdio: ["ignore", "pipe", "pipe"],
    env: withoutOurSecrets(),
    ...(signal && { signal }),
  });
}

/** What opens kintone is nothing to another program. */
function withoutOurSecrets(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("KINTONE_")));
}

async function ended(child: ChildProcess, signal?: AbortSignal): Promise<number> {
  try {
    const [code] = (await once(child, "close")) as [number | null];
    return code ?? -1;
  } catch (thrown) {
    signal?.throwIfAborted();
    throw rcloneMissing(thrown);
  }
}

function collected(stream: ChildProcess["stdout"]): () => string {
  let text = "";
  stream?.setEncoding("utf8").on("data", (chunk: string) => {
    text = (text + chunk).slice(-KEPT);
  });
  return () => text;
}
