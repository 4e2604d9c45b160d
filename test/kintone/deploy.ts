import { setTimeout as wait } from "node:timers/promises";
import type { KintoneRestAPIClient } from "@kintone/rest-api-client";

const POLL_MILLISECONDS = 500;
const LIMIT_MILLISECONDS = 5 * 60_000;

/**
 * Makes an app's changed settings live and waits until they are. kintone works on it after its answer (OpenAPI 20250423:
 * preview/app/deploy).
 */
export async function deploy(client: KintoneRestAPIClient, app: string): Promise<void> {
  await client.app.deployApp({ apps: [{ app }] });
  await deployed(client, app);
}

/** Throws them away instead, and waits as long. */
export async function throwAway(client: KintoneRestAPIClient, app: string): Promise<void> {
  await client.app.deployApp({ apps: [{ app }], revert: true });
  await deployed(client, app);
}

async function deployed(client: KintoneRestAPIClient, app: string): Promise<void> {
  for (let waited = 0; waited < LIMIT_MILLISECONDS; waited += POLL_MILLISECONDS) {
    const status = (await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status;
    if (status === "SUCCESS") return;
    if (status !== "PROCESSING") throw new Error(`kintone could not update app ${app}: ${status}`);
    await wait(POLL_MILLISECONDS);
  }
  throw new Error(`kintone is still updating app ${app}. Look at the app's settings in a while.`);
}
