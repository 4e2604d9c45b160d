import { expect, it } from "vitest";
import { BackupError } from "../../src/domain/errors";
import { storageError } from "../../src/domain/storage-error";

const refused = (code: string) => Object.assign(new Error(`${code}: no, open '/srv/secret'`), { code });

it.each([
  ["ENOSPC", "NO_SPACE", undefined],
  ["EDQUOT", "NO_SPACE", undefined],
  ["EROFS", "DELIVERY_FAILED", "not-writable"],
  ["EACCES", "DELIVERY_FAILED", "not-writable"],
  ["EPERM", "DELIVERY_FAILED", "not-writable"],
  ["ENOENT", "DELIVERY_FAILED", "no-folder"],
  ["ENOTDIR", "DELIVERY_FAILED", "no-folder"],
  ["EIO", "UNEXPECTED", undefined],
])("%s is %s", (reason, code, refusal) => {
  const error = storageError(refused(reason), "UNEXPECTED", { path: "a.zip" });
  expect(error.code).toBe(code);
  expect(error.facts).toEqual({ path: "a.zip", ...(refusal && { refusal }) });
  expect(error.message).toContain(reason);
  expect(error.message).not.toContain("/srv");
});

it("leaves an error of ours as it is, but for where it happened", () => {
  const known = new BackupError("ARCHIVE_DAMAGED", "The volume changed");
  expect(storageError(known, "UNEXPECTED", { path: "a.zip" })).toMatchObject({
    ...{ code: "ARCHIVE_DAMAGED", message: "The volume changed", facts: { path: "a.zip" } },
  });
});
