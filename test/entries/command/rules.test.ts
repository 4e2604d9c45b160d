import { execFileSync } from "node:child_process";
import path from "node:path";
import { beforeEach, expect, it } from "vitest";
import { namesIn, unattended } from "./unattended";

const command = unattended();

let folder: string;
beforeEach(({ task }) => {
  folder = path.join(command.place, task.id);
});

const wholes = { target_include: ["records", "attachments", "settings"] };
const openSpace = () => command.domain.spaces.add({ name: "製造部", administrators: ["admin"] }).id;
beforeEach(() => command.forgetTargets());

interface Manifest {
  entries: Array<{ path: string; target?: string; sha256: string }>;
  targets: unknown[];
}

async function newestManifest(): Promise<Manifest> {
  const zip = (await namesIn(folder)).filter((name) => name.endsWith(".zip")).at(-1);
  return JSON.parse(
    execFileSync("unzip", ["-p", path.join(folder, zip!), "manifest.json"], { encoding: "utf8" }),
  ) as Manifest;
}

async function archived(prefix: string) {
  const { code, out } = await command.run(folder, { settings: { filePrefix: prefix } });
  const { entries, targets } = await newestManifest();
  return { code, out, targets, entries: entries.filter(({ target }) => target !== undefined) };
}

it("a rule's archive is that of its apps as targets of their own", async () => {
  const space = openSpace();
  const apps = [command.addApp(1000, space), command.addApp(2000, space)];
  for (const appId of apps) command.register({ target_app_id: appId, ...wholes });
  const named = await archived("a");
  command.forgetTargets();
  const rule = command.register({
    target_scope: "space",
    target_space_id: space,
    target_app_name: "製造部",
    ...wholes,
  });
  const ruled = await archived("b");
  expect(ruled.entries.length).toBeGreaterThan(10);
  expect(ruled).toEqual({ ...named, out: expect.any(String) });
  const { status, results, log } = await command.lastRun();
  expect(status).toBe("success");
  expect(results.map(({ app }) => app)).toEqual(apps);
  expect(log).toContain(`The rule "all apps of space ${space}" stands for 2 apps`);
  expect(await command.registered(rule)).toMatchObject({ target_last_status: "success", target_app_name: "製造部" });
});

it("an app's own target comes first, switched off too; what is left out is; what is new or gone is told", async () => {
  const space = openSpace();
  const [own, off, excepted, stays, goes] = [1, 2, 3, 4, 5].map((bytes) => command.addApp(bytes, space));
  command.register({ target_app_id: own, target_include: ["records"] });
  command.register({ target_app_id: off, target_enabled: [] });
  command.register({ target_scope: "space", target_space_id: space, target_exceptions: `${excepted}\n`, ...wholes });
  await command.run(folder);
  expect((await command.lastRun()).results.map(({ app }) => app)).toEqual([own, stays, goes]);

  const comes = command.addApp(6, space);
  command.domain.apps.delete(Number(goes));
  await command.run(folder);
  const { status, results, message } = await command.lastRun();
  expect([status, results.map(({ app }) => app)]).toEqual(["success", [own, stays, comes]]);
  expect(message).toMatch(new RegExp(`New by the rule "all apps of space ${space}".*: 6 バイト \\(ID ${comes}\\)`));
  expect(message).toMatch(new RegExp(`in its last run, and not in this backup: 5 バイト \\(ID ${goes}\\)`));
  await command.run(folder);
  expect((await command.lastRun()).message).toBe("");
});

it("of every app, what a rule for a space leaves out is left out; guest spaces need their own", async () => {
  const space = openSpace();
  const guests = command.domain.spaces.add({ name: "協力会社", isGuest: true, administrators: ["admin"] }).id;
  const [excepted, inside, outside, guest] = [
    ...[command.addApp(11, space), command.addApp(12, space), command.addApp(13)],
    command.addApp(14, guests),
  ];
  command.register({ target_scope: "all_apps", ...wholes });
  command.register({ target_scope: "space", target_space_id: space, target_exceptions: excepted, ...wholes });
  command.register({ target_scope: "guest_space", target_space_id: guests, ...wholes });
  await command.run(folder);
  const apps = (await command.lastRun()).results.map(({ app }) => app);
  expect(apps).toEqual(expect.arrayContaining([inside, outside, guest]));
  expect(apps).not.toContain(excepted);
  expect(new Set(apps).size).toBe(apps.length);
  // The backup-management app is the first of the domain.
  expect(apps).not.toContain(String([...command.domain.apps.keys()][0]));
});

it("a rule for a space that is gone, or shows no app, or is not named, fails by itself and says why", async () => {
  const own = command.addApp(22);
  command.register({ target_app_id: own, ...wholes });
  command.register({ target_scope: "space", target_space_id: 999_999 });
  const empty = command.register({ target_scope: "space", target_space_id: openSpace() });
  command.register({ target_scope: "guest_space" });
  await command.run(folder);
  const { status, results, message } = await command.lastRun();
  expect(status).toBe("partial");
  expect(results.map(({ app, status: each, code }) => [app, each, code])).toEqual([
    [own, "success", ""],
    ["", "failed", "RULE_NOT_LISTED"],
    ["", "failed", "RULE_EMPTY"],
    ["", "failed", "RULE_INCOMPLETE"],
  ]);
  expect(message).toMatch(
    /It could not be found out which apps the rule "all apps of space 999999" stands for.*\(GAIA_SP01\)/,
  );
  expect(await command.registered(empty)).toMatchObject({ target_last_status: "failed", target_last_success: "" });
});
