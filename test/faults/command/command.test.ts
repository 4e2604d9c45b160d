import { expect, it } from "vitest";
import { commandCampaign, describeCall } from "./campaign";

it("ends as it should, whoever reads its outputs and asks it to end", async () => {
  const calls = await commandCampaign(Array.from({ length: 12 }, (_, index) => index + 1));
  expect(calls.filter(({ lies }) => lies.length > 0).map(describeCall)).toEqual([]);
  expect(calls.filter(({ status }) => status === "success").length).toBeGreaterThan(3);
}, 180_000);
