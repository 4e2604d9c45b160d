import { expect, it } from "vitest";
import { engines } from "../../../package.json";
import { nodeIsTooOld } from "../../../src/entries/command/node-version";

it.each(["16.20.2", "18.20.8", "20.18.3"])("Node %s is refused by its number", (version) => {
  expect(nodeIsTooOld(version)).toContain(
    `Node.js ${engines.node.replace(">=", "")} or later is needed, and this is ${version}.`,
  );
});

it.each(["20.19.0", "22.1.0", "24.0.0-nightly"])("Node %s is not", (version) => {
  expect(nodeIsTooOld(version)).toBeUndefined();
});
