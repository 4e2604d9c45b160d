import { existsSync } from "node:fs";
import process from "node:process";
import { type Browser, firefox } from "playwright-core";

const DEBIANS = "/usr/bin/firefox-esr";

/** As the set-up found it; absent where there is none. */
export const FIREFOX = process.env.KBM_FIREFOX ?? (existsSync(DEBIANS) ? DEBIANS : undefined);

interface Profile {
  /** Where saved files appear: the driver tells of no downloads. */
  downloads: string;
  /** Every window is a private one. */
  isPrivate?: boolean;
}

/**
 * An ordinary Firefox over WebDriver BiDi. Of Playwright 1.64.1: the next one asks for what Firefox 153 does not know
 * (`emulation.setMediaFeaturesOverride`).
 */
export function launchFirefox({ downloads, isPrivate = false }: Profile): Promise<Browser> {
  return firefox.launch({
    channel: "moz-firefox",
    ...(FIREFOX && { executablePath: FIREFOX }),
    downloadsPath: downloads,
    firefoxUserPrefs: { "browser.privatebrowsing.autostart": isPrivate },
  });
}
