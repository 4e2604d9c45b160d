import type { Page } from "playwright-core";
import { scriptAddresses } from "./plugin-addresses";
import type { Stage } from "./stage";

/** The record list in a browser that is another, on pages and in Workers, as the script makes it. */
export async function openListWhere(stage: Stage, page: Page, script: string): Promise<void> {
  await page.context().route(secondFile(stage), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(() => { ${script} })();\n${await response.text()}` });
  });
  await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
}

export const secondFile = (stage: Stage) => `**${scriptAddresses(stage)[1]}`;
