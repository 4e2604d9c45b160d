import { describe, expect, it } from "vitest";
import { folderOfArchives, parseCommandFile } from "../../src/settings/command-file";

const where = { baseUrl: "https://example.cybozu.com", app: "5" };
const parse = (file: object) => parseCommandFile(JSON.stringify({ ...where, ...file }));
const placesOf = (file: object) => {
  const parsed = parse(file);
  return "file" in parsed ? parsed.file : parsed;
};
const problems = (...places: unknown[]) => {
  const parsed = parse({ folder: "work", places });
  return "problems" in parsed ? parsed.problems.map(({ field, reason }) => `${field}: ${reason}`) : [];
};

describe("the places of the command's file", () => {
  it("are as many as are written, each called what it is unless it has a name", () => {
    const bucket = { kind: "s3", bucket: "backups", prefix: "/kintone/", endpoint: "https://s3.example.com/" };
    const lock = { region: "jp-north-1", objectLock: "compliance", retainDays: 90, profile: "backup" };
    const places = [
      { kind: "folder", path: "/srv/backups" },
      { kind: "rclone", remote: "box:kintone", name: "社外" },
      { ...bucket, ...lock },
    ];
    expect(placesOf({ folder: "/srv/work", places })).toMatchObject({
      folder: "/srv/work",
      places: [
        { kind: "folder", path: "/srv/backups", name: "folder" },
        { kind: "rclone", remote: "box:kintone", name: "社外" },
        { ...bucket, ...lock, prefix: "kintone", endpoint: "https://s3.example.com", name: "s3" },
      ],
    });
  });

  it("say where the command works, when nothing else does: in the first folder", () => {
    const rclone = { kind: "rclone", remote: "box:kintone" };
    expect(placesOf({ places: [rclone, { kind: "folder", path: "here" }] })).toMatchObject({ folder: "here" });
    expect(placesOf({ places: [rclone] })).toEqual({
      problems: [{ field: "folder", reason: "required", facts: {} }],
    });
  });

  it("say where archives of this machine lie", () => {
    const rclone = { kind: "rclone", name: "rclone", remote: "box:kintone" } as const;
    const folder = { kind: "folder", name: "folder", path: "there" } as const;
    expect(folderOfArchives({ folder: "work", places: [rclone, folder] })).toBe("there");
    expect(folderOfArchives({ folder: "work", places: [rclone] })).toBe("work");
  });

  it.each<[string, unknown, string]>([
    ["no kind", { path: "x" }, "places.0.kind: not-one-of"],
    ["a kind that nobody knows", { kind: "ftp", path: "x" }, "places.0.kind: not-one-of"],
    ["nothing", null, "places.0: unreadable"],
    ["a folder without a path", { kind: "folder" }, "places.0.path: required"],
    ["what a shell would replace", { kind: "folder", path: "$HOME/x" }, "places.0.path: shell-notation"],
    ["a path in the place of a remote", { kind: "rclone", remote: "/srv/x" }, "places.0.remote: not-a-remote"],
    ["a drive with a path", { kind: "rclone", remote: ":s3,secret_access_key=x:b" }, "places.0.remote: not-a-remote"],
    ["options in a remote", { kind: "rclone", remote: "box,token=x:b" }, "places.0.remote: not-a-remote"],
    ["no bucket", { kind: "s3" }, "places.0.bucket: required"],
    ["a bucket with a path", { kind: "s3", bucket: "a/b" }, "places.0.bucket: forbidden-character"],
    [
      "letters that not all stores take",
      { kind: "s3", bucket: "b", prefix: "品質" },
      "places.0.prefix: forbidden-character",
    ],
    ["no TLS", { kind: "s3", bucket: "b", endpoint: "http://nas.example.com" }, "places.0.endpoint: not-an-endpoint"],
    ["a path of a store", { kind: "s3", bucket: "b", endpoint: "https://nas/b" }, "places.0.endpoint: not-an-endpoint"],
    ["an unknown lock", { kind: "s3", bucket: "b", objectLock: "yes" }, "places.0.objectLock: not-one-of"],
    ["a lock of no length", { kind: "s3", bucket: "b", objectLock: "governance" }, "places.0.retainDays: required"],
    ["a length without a lock", { kind: "s3", bucket: "b", retainDays: 3 }, "places.0.objectLock: required"],
    [
      "no days",
      { kind: "s3", bucket: "b", objectLock: "governance", retainDays: 0 },
      "places.0.retainDays: out-of-range",
    ],
    ["a key", { kind: "s3", bucket: "b", accessKeyId: "AK" }, "places.0.accessKeyId: secret"],
    ["a secret", { kind: "rclone", remote: "box:", secretAccessKey: "x" }, "places.0.secretAccessKey: secret"],
    ["an unknown word", { kind: "folder", path: "x", colour: "red" }, "places.0.colour: unknown-name"],
    ["a name without end", { kind: "folder", path: "x", name: "x".repeat(41) }, "places.0.name: too-long"],
  ])("may not have %s", (_what, place, problem) => expect(problems(place)).toEqual([problem]));

  it("are one at least, each with a name of its own", () => {
    expect(problems()).toEqual(["places: required"]);
    const one = { kind: "folder", path: "x" };
    expect(problems(one, { ...one, path: "y" })).toEqual(["places.1.name: name-taken"]);
  });
});
