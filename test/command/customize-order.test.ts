import { expect, it } from "vitest";
import { readOrder } from "../../scripts/customize/order";
import { en } from "../../scripts/customize/words/en";

const account = { KINTONE_USERNAME: "admin", KINTONE_PASSWORD: "secret" };
const asked = ["--base-url", "https://example.cybozu.com/", "--backup-app", "5"];

it("takes all targets and a week unless told otherwise", () => {
  expect(readOrder(asked, account, en)).toEqual({
    access: { baseUrl: "https://example.cybozu.com", username: "admin", password: "secret" },
    settings: { backupApp: "5", overdueDays: 7 },
    apps: undefined,
    remove: false,
  });
  const more = ["--guest-space", "3", "--apps", "12, guest-3-13", "--overdue-days", "30", "--remove"];
  expect(readOrder([...asked, ...more], account, en)).toMatchObject({
    settings: { backupApp: "5", backupGuestSpace: "3", overdueDays: 30 },
    apps: [{ appId: "12" }, { appId: "13", guestSpaceId: "3" }],
    remove: true,
  });
});

it.each([
  [["--base-url", "http://example.cybozu.com"], en.noAddress],
  [["--backup-app", "x"], en.noBackupApp],
  [["--guest-space", "0"], en.noBackupApp],
  [["--overdue-days", "0"], en.noDays],
  [["--overdue-days", "1.5"], en.noDays],
  [["--apps", "12,"], en.noApp("")],
  [["--apps", "12;13"], en.noApp("12;13")],
])("says what is wrong with %j", (args, wrong) => {
  expect(readOrder([...asked, ...args], account, en)).toEqual({ wrong });
});

it("goes nowhere without a log-in, and refuses what it does not know", () => {
  expect(readOrder(asked, { ...account, KINTONE_PASSWORD: "" }, en)).toEqual({ wrong: en.noLogIn });
  expect(readOrder([...asked, "--password", "x"], account, en)).toEqual({
    wrong: expect.stringContaining("--password"),
  });
  expect(readOrder(["--help"], {}, en)).toBe("help");
});
