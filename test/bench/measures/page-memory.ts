import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser } from "playwright-core";

/** In bytes. */
export interface PageMemory {
  /** Before it had anything to do. */
  idle: number;
  /** The most that was seen. */
  peak: number;
}

const EVERY_MILLISECONDS = 100;
const IDLE_LOOKS = 10;

/** Those in which pages and their Workers live. */
export async function rendererProcesses(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

/**
 * Looks at what the renderer processes of a browser with one page take: their shares of memory that others use too count in
 * part (PSS). The page must be idle for a second, which is looked at first.
 */
export async function watchMemory(pids: readonly number[]): Promise<{ stop(): PageMemory }> {
  const looks: number[] = [];
  for (let look = 0; look < IDLE_LOOKS; look += 1) {
    looks.push(sharesOf(pids));
    await wait(EVERY_MILLISECONDS);
  }
  const idle = Math.min(...looks);
  let peak = idle;
  const timer = setInterval(() => (peak = Math.max(peak, sharesOf(pids))), EVERY_MILLISECONDS);
  return {
    stop() {
      clearInterval(timer);
      return { idle, peak };
    },
  };
}

const sharesOf = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + shareOf(pid), 0);

function shareOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0; // It has ended.
  }
}
