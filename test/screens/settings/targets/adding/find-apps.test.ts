import { describe, expect, it } from "vitest";
import { type Place, findApps } from "../../../../../src/screens/settings/targets/adding/find-apps";
import { guestSpaceIn } from "../../../../../src/screens/settings/targets/adding/guest-space";

const apps = [
  { appId: "12", name: "製造ライン日報", code: "MFG", spaceId: "5" },
  { appId: "1", name: "Line B", code: "" },
  { appId: "120", name: "ｶﾀｶﾅ台帳", code: "QR-1" },
  { appId: "31", name: "仕入先", code: "", guestSpaceId: "5", spaceId: "5" },
];

const found = (words: string, place: Place = { kind: "anywhere" }) =>
  findApps(apps, { words, place }).map(({ appId }) => appId);

describe("apps are found", () => {
  it.each([
    ["", ["12", "1", "120", "31"]],
    ["らいん", ["12"]],
    ["日報　ライン", ["12"]],
    ["ＬＩＮＥ", ["1"]],
    ["カタカナ", ["120"]],
    ["mfg", ["12"]],
    ["qr-1", ["120"]],
    ["12", ["12", "120"]],
    ["120", ["120"]],
    ["1", ["1", "12", "120"]],
    ["ライン B", []],
  ])("by %s", (words, ids) => {
    expect(found(words)).toEqual(ids);
  });

  it("by their space: guest spaces have numbers of their own", () => {
    expect(found("", { kind: "space", spaceId: "5" })).toEqual(["12"]);
    expect(found("", { kind: "guest-space", spaceId: "5" })).toEqual(["31"]);
    expect(found("", { kind: "spaceless" })).toEqual(["1", "120"]);
  });
});

describe("a guest space", () => {
  it.each([
    ["12", "12"],
    [" １２ ", "12"],
    ["https://example.cybozu.com/k/guest/12/#/space/12", "12"],
    ["https://example.cybozu.com/k/guest/12", "12"],
    ["/k/guest/7/34/", "7"],
    ["https://example.cybozu.com/k/#/space/12", undefined],
    ["0", undefined],
    ["仕入先", undefined],
  ])("is named by %s", (typed, id) => {
    expect(guestSpaceIn(typed)).toBe(id);
  });
});
