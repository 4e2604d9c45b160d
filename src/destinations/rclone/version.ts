import { BackupError } from "../../domain/errors";
import { rclone } from "./process";

/** What is called here was tried with it; earlier ones are not known to do the same. */
const OLDEST = [1, 60] as const;

/** Rejects when rclone is not there, or is older than is known to be good. */
export async function checkVersion(): Promise<void> {
  const { stdout } = await rclone(["version"]);
  const [, major, minor] = /rclone v(\d+)\.(\d+)/.exec(stdout) ?? [];
  const found = [Number(major), Number(minor)] as const;
  if (found[0] > OLDEST[0] || (found[0] === OLDEST[0] && found[1] >= OLDEST[1])) return;
  throw new BackupError("DELIVERY_FAILED", "rclone is too old", {
    facts: { refusal: "old-program", said: stdout.split("\n", 1)[0]?.slice(0, 80) ?? "" },
  });
}
