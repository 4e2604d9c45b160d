import { expect, it } from "vitest";
import { namesIn, unattended, endOf } from "./unattended";

const command = unattended();

it("a kintone that is closed for a while is waited for; who reads the log later knows of it", async () => {
  command.addTarget(1000);
  const folder = `${command.place}/archives`;
  const file = await command.settingsFile(folder);
  command.domain.faults.add({
    when: { path: "*", nth: 15, times: 1000 },
    do: { kind: "unavailable", body: "html" },
  });
  const child = command.start(["run", "--file", file, "--lang", "en"]);
  const ended = endOf(child);
  let told = "";
  child.stderr!.on("data", (text) => (told += String(text)));
  const WAITING = "Waiting until kintone is available again";
  await expect.poll(() => told, { timeout: 20_000 }).toContain(WAITING);
  command.domain.faults.clear();
  const { code } = await ended;
  expect(code).toBe(0);
  expect((await namesIn(folder)).length).toBe(1);
  const lines = (await command.lastRun()).log.split("\n");
  const [begins, ends] = [WAITING, "The waiting is over."].map((words) =>
    lines.findIndex((line) => line.includes(words)),
  );
  expect(begins).toBeGreaterThan(0);
  expect(ends).toBeGreaterThan(begins!);
});
