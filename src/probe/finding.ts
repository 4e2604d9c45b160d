import type { Heard } from "../kintone/connection/exchange";

export type Verdict = "as-assumed" | "otherwise" | "unknown";

/** Why something is not known. */
export type Reason =
  /** Another place of trying can tell: the plug-in's page, the command, the command that may write. */
  | "page"
  | "command"
  | "writing"
  /** Only people can. */
  | "by-hand"
  /** It is about users, or about API tokens, and the log-in is the other. */
  | "other-log-in"
  /** There is nothing to try it with. */
  | "no-app"
  | "no-file"
  /** A feature is switched on, and the assumption is about it being off. */
  | "switched-on"
  /** What was found fits both. */
  | "undecided"
  /** kintone refused what the trial needs beforehand. */
  | "refused"
  /** The trial went wrong. */
  | "failed";

/** What a trial found, in figures, statuses and kintone's codes: never in words of kintone's, which may hold data. */
export interface Finding {
  verdict: Verdict;
  found: string;
  /** Of `unknown`. */
  reason?: Reason;
}

export function asAssumedIf(isSo: boolean, found: string): Finding {
  return { verdict: isSo ? "as-assumed" : "otherwise", found };
}

export function unknown(reason: Reason, found = ""): Finding {
  return { verdict: "unknown", found, reason };
}

/** Whether kintone refused with this status and code, or in another way. */
export function refusedAs(status: number, code: string, heard: Heard): Finding {
  return asAssumedIf(heard.status === status && heard.code === code, toldOf(heard));
}

/** `400 CB_VA01`; of an answer that is no JSON, what it is instead. */
export function toldOf({ status, code, body, header }: Heard): string {
  if (code !== undefined) return `${status} ${code}`;
  if (body !== undefined || status === 200) return String(status);
  const [kind = ""] = (header("Content-Type") ?? "").split(";");
  return /^[a-z]+\/[a-z0-9.+-]+$/i.test(kind) ? `${status} ${kind}` : String(status);
}

/** kintone refused what a trial takes beforehand; the message says what, and with which status and code. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
