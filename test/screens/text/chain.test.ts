import { describe, expect, it } from "vitest";
import type { ChainVerdict, Misfit } from "../../../src/history/chain/verdict";
import { describeChain, describeZips } from "../../../src/screens/text/chain/chain-report";
import { inspectorMessagesFor } from "../../../src/screens/text/chain/language";

const [ja, en] = [inspectorMessagesFor("ja"), inspectorMessagesFor("en")];
const MISFITS = Object.keys(ja.chain.misfit) as Misfit[];

const run = (recordId: string, startedAt = "2026-11-23T03:00:07.123Z") => ({
  type: "run" as const,
  recordId,
  runId: `id-${recordId}`,
  startedAt,
});
const DIGEST = "d".repeat(64);
const sound: ChainVerdict = {
  holds: { from: run("11"), to: run("13"), runs: 3, digest: DIGEST },
  ...{ chained: 3, earlier: 0, unfinished: 0, breaks: [], hidden: [] },
};
const broken: ChainVerdict = {
  ...sound,
  ...{ chained: 10, earlier: 1234, unfinished: 1 },
  breaks: MISFITS.map((kind, at) => ({ kind, run: run(String(20 + at), at === 0 ? "no date" : undefined) })),
};
const urlOf = (recordId: string) => `https://example.cybozu.com/k/42/show#record=${recordId}`;
const NO_WORDS = /undefined|NaN|\[object|「」|""|（）|\(\)| {2}\S+ {2}/;

describe.each([ja, en])("the check of the history in $locale", (messages) => {
  const report = (verdict: ChainVerdict) => describeChain(messages, verdict, urlOf).join("\n");

  it.each(MISFITS)("says of a run that is %s what it may mean, and what to do", (kind) => {
    const sentences = messages.chain.misfit[kind].split(messages.locale === "ja" ? "。" : /\.(?: |$)/);
    expect(sentences.length).toBeGreaterThan(2);
    expect(messages.chain.misfit[kind]).toMatch(/変更履歴|監査ログ|作成者|change history|audit log|created/);
  });

  it("gives every kind words of its own", () => {
    expect(new Set(Object.values(messages.chain.misfit)).size).toBe(6);
  });

  it("says how far the chain holds, and the digest that proves it", () => {
    const said = report(sound);
    for (const part of ["id-11", "id-13", "3", DIGEST]) expect(said).toContain(part);
    expect(said).toContain(messages.chain.answer.sound({ breaks: 0, hidden: [] }));
    // What it cannot tell, as it is no proof of everything.
    expect(said).toContain(messages.chain.limits);
    expect(said).not.toMatch(NO_WORDS);
  });

  it("lists every run that does not fit with its page, and marks the first alone", () => {
    const said = report(broken);
    for (const [at, kind] of MISFITS.entries()) {
      expect(said).toMatch(
        new RegExp(`id-2${at}.* https://\\S+#record=2${at}\\n +${messages.chain.misfit[kind].slice(0, 9)}`),
      );
    }
    expect(said.split(messages.chain.first.trim())).toHaveLength(2);
    expect(said.split("\n").find((line) => line.includes(messages.chain.first))).toContain("id-20");
    expect(said).toContain(messages.chain.earlier(1234));
    expect(said).toContain(messages.chain.unfinished(1));
    expect(said).not.toMatch(NO_WORDS);
  });

  it("judges nothing when a field is hidden, and names it", () => {
    const said = report({ ...broken, hidden: ["run_message", "volume_size"] });
    expect(said).toMatch(/run_message.*volume_size/);
    expect(said).not.toContain("id-");
  });

  it("does not call a history without a chain sound", () => {
    const said = report({ ...sound, holds: undefined, chained: 0 });
    expect(said).toContain(messages.chain.answer.nothing({ breaks: 0, hidden: [] }));
    expect(said).not.toContain(messages.chain.answer.sound({ breaks: 0, hidden: [] }));
  });

  it("says of each zip what the history knows, and that its contents were not looked at", () => {
    const told = (name: string) => ({ name, size: 1, sha256: "a".repeat(64) });
    const file = { name: "x.zip", size: 1, sha256: "b".repeat(64) };
    const of = { run: run("11"), volume: told("told.zip") };
    const states = ["unchanged", "renamed", "changed", "copy"] as const;
    const zips = [...states.map((state) => ({ file, state, of })), { file, state: "unknown" as const }];
    const paths = zips.map((_, at) => `kept/${at}.zip`);
    const incomplete = [{ run: run("12"), missing: [told("gone.zip"), told("lost.zip")] }];
    const lines = describeZips(messages, { zips, incomplete, disposed: 0, absent: 7 }, paths, sound);
    const said = lines.join("\n");
    for (const [at] of zips.entries()) expect(said).toContain(`kept/${at}.zip: `);
    expect(new Set(lines.filter((line) => line.includes("kept/")).map((line) => line.slice(15))).size).toBe(5);
    expect(said).toMatch(/id-12.*gone\.zip.*lost\.zip/);
    expect(said).toMatch(/verify/);
    expect(said).not.toMatch(NO_WORDS);

    const doubtful = { ...broken, breaks: [{ kind: "changed" as const, run: run("11") }] };
    const doubted = describeZips(messages, { zips, incomplete: [], disposed: 0, absent: 0 }, paths, doubtful);
    expect(doubted.filter((line, at) => !lines.includes(line) && at > 0)).toHaveLength(4);
  });
});

it("says in every language what is said in Japanese", () => {
  for (const { chain } of [en, inspectorMessagesFor("zh")]) {
    expect(Object.keys(chain)).toEqual(Object.keys(ja.chain));
    expect(chain.limits).not.toBe(ja.chain.limits);
  }
  expect(inspectorMessagesFor("zh").chain).not.toBe(en.chain);
});
