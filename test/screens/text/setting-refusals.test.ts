import { describe, expect, it } from "vitest";
import { toBackupError } from "../../../src/domain/errors";
import type { SettingName } from "../../../src/domain/source";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { en } from "../../../src/screens/text/run/en";
import { ja } from "../../../src/screens/text/run/ja";
import { describeProblem } from "../../../src/screens/text/run/problem-sentence";
import { zh } from "../../../src/screens/text/run/zh";
import { settingNames } from "../../../src/screens/text/setting-names";

/**
 * What kintone may answer to a GET of a setting, with the source of each in `src/kintone/connection/errors.ts`; the last are what is
 * in its way, and codes that nobody has seen yet.
 */
const ANSWERS: Array<[status: number, code: string]> = [
  ...([
    [400, "GAIA_IL42"],
    [400, "GAIA_IQ11"],
    [400, "GAIA_IR02"],
    [400, "CB_VA01"],
    [400, "CB_IL02"],
  ] as const),
  ...([
    [403, "CB_NO02"],
    [403, "GAIA_NO01"],
    [404, "GAIA_AP01"],
    [400, "GAIA_IL23"],
    [400, "GAIA_IL25"],
  ] as const),
  ...([
    [404, "GAIA_SP01"],
    [429, "GAIA_TO04"],
    [520, "GAIA_DA02"],
    [503, ""],
    [400, "GAIA_XX99"],
  ] as const),
].map(([status, code]) => [status, code]);

/** What a run meets that asks for the setting. */
async function refusalOf(name: SettingName, status: number, code: string) {
  const body = JSON.stringify({ code, id: "1", message: "kintone's words", errors: { query: { messages: ["no"] } } });
  const connection = createPasswordConnection({
    ...{ baseUrl: "https://example.cybozu.com", username: "u", password: "p", userAgent: "test" },
    fetch: async () => new Response(code ? body : "down for maintenance", { status }),
  });
  const asked = createRestSource(connection).readSetting({ appId: "12" }, name, { spaceId: "3" });
  return asked.then(() => Promise.reject(new Error("it was not refused")), toBackupError);
}

const NAMES = Object.keys(settingNames.ja) as SettingName[];
const CONDITION = { ja: "絞り込み条件", en: "query", zh: "筛选条件" } as const;
/** The app itself is what is not there. */
const ABOUT_APP = new Set(["APP_NOT_FOUND", "WRONG_SPACE"]);

describe.each([ja, en, zh])("a setting that kintone refuses, in $locale", (messages) => {
  const locale = messages.locale as keyof typeof CONDITION;

  it.each(ANSWERS)("with %i %s is named, and the target's condition is not blamed", async (status, code) => {
    for (const name of NAMES) {
      const error = await refusalOf(name, status, code);
      const said = describeProblem(messages, { error });
      expect(said).not.toContain(CONDITION[locale]);
      expect(said).not.toContain("settings/");
      expect(said).toContain("12");
      if (!ABOUT_APP.has(error.code)) expect(said).toContain(settingNames[locale][name]);
    }
  });
});

it("that names somebody who is gone says what to do", async () => {
  const error = await refusalOf("app/notifications/reminder", 400, "GAIA_IL42");
  const said = describeProblem(ja, { error });
  expect(said).toMatch(
    /^アプリ（ID 12）の設定「リマインダーの条件通知」.*存在しないユーザー.*アプリを更新.* \(GAIA_IL42\)$/,
  );
});
