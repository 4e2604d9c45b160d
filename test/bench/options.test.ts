import { expect, it } from "vitest";
import { PARTS, readOptions } from "./options";

it("does everything unless it is told less", () => {
  expect(readOptions([])).toMatchObject({ quick: false, noBrowser: false, parts: PARTS, json: ".local/bench.json" });
  expect(readOptions(["--help"])).toBe("help");
});

it("does the parts that are named, in its own order, and refuses what it does not know", () => {
  const options = readOptions(["--only", "growth", "--only", "records", "--quick"]);
  expect(options).toMatchObject({ quick: true, parts: [{ name: "records" }, { name: "growth" }] });
  expect(() => readOptions(["--only", "colour"])).toThrow("There is no part colour. There are: records, mixed,");
});
