import type { ChildProcess } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Ended, endOf, namesIn, unattended } from "./unattended";

const command = unattended();
let file: string;
let folder: string;
let folders = 0;

beforeAll(() => {
  command.addTarget(1000);
});
beforeEach(async () => {
  folder = path.join(command.place, `folder-${(folders += 1)}`);
  file = await command.settingsFile(folder);
  // A run waits for this file, unless somebody ends it, or the waiting.
  command.domain.faults.add({
    when: { method: "GET", path: "file.json" },
    do: { kind: "latency", milliseconds: 5000 },
  });
});
type Start = Parameters<typeof command.start>[1];

/** Starts a run, and does something to it as soon as its scratch files are there. */
async function runUntil(meddle: (child: ChildProcess) => void, start: Start = {}): Promise<Ended> {
  const child = command.start(["run", "--file", file, "--lang", "en"], start);
  const ended = endOf(child);
  const scratch = expect.stringMatching(/^\.unfinished-/);
  await expect.poll(() => namesIn(folder), { timeout: 15_000, interval: 30 }).toContainEqual(scratch);
  meddle(child);
  return ended.finally(() => command.domain.faults.clear());
}

/** The history knows that it was cancelled, nobody is kept from running, and nothing lies around. */
async function expectCancelled({ code, err }: Ended): Promise<void> {
  expect(code).toBe(1);
  expect(err).toContain("Cancelling… Stopping what is under way.");
  expect(await command.lastRun()).toMatchObject({ status: "cancelled", lock: "" });
  expect(await namesIn(folder)).toEqual([]);
}

describe("a run that is asked to end", () => {
  it.each(["SIGHUP", "SIGQUIT", "SIGTERM", "SIGALRM", "SIGUSR2"] as const)("by %s is cancelled", async (signal) => {
    await expectCancelled(await runUntil((child) => child.kill(signal)));
  });

  it.each([
    ["SIGHUP", "SIGHUP"],
    ["SIGINT", "SIGINT"],
  ] as const)("by %s and then %s is cancelled once, and not killed", async (first, second) => {
    await expectCancelled(
      await runUntil((child) => {
        child.kill(first);
        setTimeout(() => child.kill(second), 20);
      }),
    );
  });

  it("as its terminal, which read what it wrote, is gone too, is cancelled", async () => {
    const { code } = await runUntil((child) => {
      child.stdout!.destroy();
      child.stderr!.destroy();
      child.kill("SIGHUP");
    });
    expect(code).toBe(1);
    expect(await command.lastRun()).toMatchObject({ status: "cancelled", lock: "" });
    expect(await namesIn(folder)).toEqual([]);
  });
});

describe("a run that was started so that it outlives its terminal", () => {
  const hangUp = (child: ChildProcess) => {
    process.kill(-child.pid!, "SIGHUP");
    // What it is going to wait for comes at once.
    command.domain.faults.clear();
  };
  const goesOn = { code: 0, err: expect.not.stringContaining("Cancelling") };

  it("with nohup goes on when that is closed", async () => {
    // As interactive shells set it; what runs the tests names no program in it.
    const nohup = { script: 'exec env _=/usr/bin/nohup nohup "$@"', detached: true };
    expect(await runUntil(hangUp, nohup)).toMatchObject(goesOn);
  });

  it("by a script that ignores SIGHUP goes on, too", async () => {
    const script = { script: `trap '' HUP; "$@"; exit $?`, detached: true };
    expect(await runUntil(hangUp, script)).toMatchObject(goesOn);
  });
});
