import type { BrowserContext } from "playwright-core";
import type { Bench, Part } from "../bench";
import { signIn } from "../contestants/chromium";
import { type PageLoad, measureLoad } from "../measures/page-load";
import { median } from "../report/median";
import type { Row } from "../report/row";

/** In turns, as the machine is noisy and the difference small. */
const LOADS = { full: 15, quick: 3 } as const;

/** As many as a list of kintone shows at first. */
const ROWS = 20;

/** What the plugin may add to a visit of the record list, in milliseconds. */
const MORE = { atMost: 50 };

/** Each is in the page at the end of what it stands for. */
const LIST = ".lk-list tbody tr:last-child";
const BUTTON = "#kbm-run-button button:enabled";

/** What opening the record list costs with the plugin and without it: time of the main thread, and time until the button can be pressed. */
export const page: Part = {
  name: "page",
  async run(bench) {
    if (bench.noBrowser) return;
    const { kintone, folder, quick } = bench;
    await kintone.delay(0);
    await kintone.addEarlierRuns(ROWS);
    // Another app, so that nothing stands between browser and server: what looks at requests on their way makes each file late.
    const [url, bare] = [`${kintone.url}/k/${kintone.backupApp}/`, `${kintone.url}/k/${kintone.bareApp}/`];
    const { page: first, close } = await signIn(folder, url);
    try {
      await first.locator(BUTTON).waitFor();
      const context = first.context();
      const [without, list, button]: [PageLoad[], PageLoad[], PageLoad[]] = [[], [], []];
      const loads = quick ? LOADS.quick : LOADS.full;
      for (let load = 0; load < loads; load += 1) {
        bench.tell(`page: load ${load + 1} of ${loads}`);
        without.push(await loadOnce(context, bare, LIST));
        list.push(await loadOnce(context, url, LIST));
        button.push(await loadOnce(context, url, BUTTON));
      }
      tellOf(bench, { without, list, button });
    } finally {
      await close();
    }
  },
};

async function loadOnce(context: BrowserContext, url: string, selector: string): Promise<PageLoad> {
  const opened = await context.newPage();
  try {
    return await measureLoad(opened, url, selector);
  } finally {
    await opened.close();
  }
}

function tellOf(bench: Bench, { without, list, button }: Record<"without" | "list" | "button", PageLoad[]>): void {
  const middle = (loads: readonly PageLoad[], key: keyof PageLoad) => median(loads.map((load) => load[key]));
  const add = (what: string, value: number, more: Partial<Row> = {}) =>
    bench.add({ part: "page", what, measured: { value, unit: "ms" }, runs: without.length, ...more });
  const busy = { without: middle(without, "mainThread"), plugin: middle([...list, ...button], "mainThread") };
  add("main thread, list without the plugin", busy.without);
  add("main thread, list with the plugin", busy.plugin);
  add("main thread, what the plugin adds", busy.plugin - busy.without, { target: MORE });
  add("list is there, without the plugin", middle(without, "shown"));
  add("list is there, with the plugin", middle(list, "shown"));
  add("button can be pressed", middle(button, "shown"));
  const later = middle(button, "shown") - middle(without, "shown");
  add("button can be pressed, later than the list without the plugin", later, { target: MORE });
}
