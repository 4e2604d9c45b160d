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
  ["EIO", "DELIVERY_FAILED", undefined],
  ["ESTALE", "DELIVERY_FAILED", undefined],
  ["EWHATEVER", "DELIVERY_FAILED", undefined],
])("%s is %s", (reason, code, refusal) => {
  const error = storageError(refused(reason), "DELIVERY_FAILED", { path: "a.zip" });
  expect(error.code).toBe(code);
  expect(error.facts).toEqual({ path: "a.zip", reason, ...(refusal && { refusal }) });
  expect(error.message).toContain(reason);
  expect(error.message).not.toContain("/srv");
});

it.each<[unknown, string, string | undefined]>([
  [new DOMException("full", "QuotaExceededError"), "NO_SPACE", "QuotaExceededError"],
  [new DOMException("gone", "NotFoundError"), "WORKSPACE_FAILED", "NotFoundError"],
  [new DOMException("closed", "InvalidStateError"), "WORKSPACE_FAILED", "InvalidStateError"],
  [new DOMException("some day", "SomeDayError"), "WORKSPACE_FAILED", "SomeDayError"],
  [new TypeError("no"), "WORKSPACE_FAILED", "TypeError"],
  // Nothing that is no name gets into the words.
  [new Error("at /srv/secret"), "WORKSPACE_FAILED", undefined],
  [Object.assign(new Error("no"), { code: "open '/srv/secret'" }), "WORKSPACE_FAILED", undefined],
  ["/srv/secret", "WORKSPACE_FAILED", undefined],
  [undefined, "WORKSPACE_FAILED", undefined],
])("%s is the place's error: %s", (thrown, code, reason) => {
  const error = storageError(thrown, "WORKSPACE_FAILED");
  expect(error).toMatchObject({ code, cause: thrown });
  expect(error.facts).toEqual(reason === undefined ? {} : { reason });
  expect(error.message).not.toContain("/srv");
});

it("leaves an error of ours as it is, but for where it happened", () => {
  const known = new BackupError("ARCHIVE_DAMAGED", "The volume changed");
  expect(storageError(known, "WORKSPACE_FAILED", { path: "a.zip" })).toMatchObject({
    ...{ code: "ARCHIVE_DAMAGED", message: "The volume changed", facts: { path: "a.zip" } },
  });
});
