import { readFileSync } from "node:fs";

/** Often enough: Linux keeps the peak itself (`VmHWM`), and only what came in the process's last moment could be missed. */
const EVERY_MILLISECONDS = 25;

/** Follows the most memory that a process had. `stop` gives it in bytes; 0 where there is no `/proc`. */
export function watchPeak(pid: number): { stop(): number } {
  let peak = 0;
  const look = () => {
    try {
      const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
      peak = Math.max(peak, Number(kilobytes ?? 0) * 1024);
    } catch {
      // It has ended.
    }
  };
  look();
  const timer = setInterval(look, EVERY_MILLISECONDS);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}
