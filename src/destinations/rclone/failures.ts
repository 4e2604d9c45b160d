import { BackupError, type Refusal } from "../../domain/errors";

/** By what rclone and the services behind it write. The first that fits counts; exit codes have changed their meaning over time. */
const KNOWN: ReadonlyArray<readonly [pattern: RegExp, refusal: Refusal]> = [
  [/immutable file modified/i, "taken"],
  [/didn't find section in config file|failed to find remote/i, "no-remote"],
  [/config(uration)? (is )?encrypted|RCLONE_CONFIG_PASS|couldn't decrypt/i, "config-locked"],
  [
    /\b(401|403)\b|unauthori[sz]ed|forbidden|invalid_grant|access.?denied|permission denied|expired.{0,20}token|token.{0,20}expired/i,
    "denied",
  ],
  [
    /no such host|connection refused|i\/o timeout|network is unreachable|connection reset|tls: |x509|dial tcp/i,
    "not-reached",
  ],
];

const FULL =
  /quota|insufficient.?storage|no space left|not enough (free )?space|storage (is )?full|\b507\b|storageQuotaExceeded/i;

/** rclone ended in another way than well. What it wrote decides what people are told. */
export function rcloneFailure(exit: number, stderr: string): BackupError {
  const said = lastWords(stderr);
  const isFull = FULL.test(stderr);
  const refusal = KNOWN.find(([pattern]) => pattern.test(stderr))?.[1] ?? "refused";
  return new BackupError(isFull ? "NO_SPACE" : "DELIVERY_FAILED", `rclone ended with ${exit}`, {
    facts: { ...(!isFull && { refusal }), ...(said && { said }) },
    cause: { exit, stderr },
  });
}

/** There is no such program, or it cannot be started. */
export function rcloneMissing(cause: unknown): BackupError {
  return new BackupError("DELIVERY_FAILED", "rclone cannot be started", { facts: { refusal: "no-program" }, cause });
}

/** Of rclone's exit codes, those that have always meant the same: there is no such folder, or no such file. */
export function isNotThere(thrown: unknown): boolean {
  const exit = ((thrown as { cause?: { exit?: number } }).cause ?? {}).exit;
  return exit === 3 || exit === 4;
}

const LONGEST = 200;

/** The last error that rclone told, as one line. What follows a question mark in an address may be somebody's key. */
function lastWords(stderr: string): string {
  const messages = stderr.split("\n").flatMap((line) => {
    try {
      const { level, msg } = JSON.parse(line) as { level?: string; msg?: string };
      return level === "error" || level === "fatal" || level === "critical" ? [String(msg)] : [];
    } catch {
      return line.trim() === "" ? [] : [line.trim()];
    }
  });
  return (messages.at(-1) ?? "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\?[^\s"']+/g, "?…")
    .slice(0, LONGEST);
}
