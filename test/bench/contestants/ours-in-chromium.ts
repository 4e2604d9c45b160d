import type { BenchKintone } from "../kintone/bench-kintone";
import type { BenchApp } from "../kintone/catalogue";
import { longestTask, noteLongTasks } from "../measures/page-tasks";
import { type SignedIn, signIn } from "./chromium";
import type { Finish } from "./contestant";
import { type Protocol, addressOf } from "./protocol";

const MINUTES_AT_MOST = 15;

interface FinishInChromium extends Finish {
  /** Milliseconds; 0 when none was long enough to be told of. */
  longestTask: number;
}

interface OursInChromium {
  name: string;
  run(apps: readonly BenchApp[]): Promise<FinishInChromium>;
}

/** Presses the button of the packed plugin, and waits until the dialog says how it ended. The targets must be set. */
export function oursInChromium(kintone: BenchKintone, folder: string, protocol: Protocol): OursInChromium {
  async function press({ page }: SignedIn): Promise<FinishInChromium> {
    const button = page.getByRole("button", { name: /^(今すぐバックアップ|Run backup now)$/ });
    await button.waitFor();
    await noteLongTasks(page);
    const began = performance.now();
    await button.click();
    const dialog = page.getByRole("dialog");
    const closing = dialog.getByRole("button", { name: /^(閉じる|Close)$/ });
    await closing.waitFor({ timeout: MINUTES_AT_MOST * 60_000 }).catch(async (thrown: unknown) => {
      throw new Error(`The run did not end: ${await dialog.innerText()}`, { cause: thrown });
    });
    const seconds = (performance.now() - began) / 1000;
    return { seconds, longestTask: await longestTask(page) };
  }
  return {
    name: `ours in Chromium, ${protocol}`,
    async run(apps) {
      const signedIn = await signIn(folder, `${addressOf(kintone, protocol)}/k/${kintone.backupApp}/`);
      try {
        const finish = await press(signedIn);
        await kintone.expectWholeRun(apps);
        return finish;
      } finally {
        await signedIn.close();
      }
    },
  };
}
