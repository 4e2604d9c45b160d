import { describe, expect, it } from "vitest";
import { askedOf } from "../../../src/domain/asked";
import { limitsOf } from "../../../src/screens/text/asked/limits";
import { messagesFor } from "../../../src/screens/text/run/language";
import { describeOutcome } from "../../../src/screens/text/run/outcome-report";
import { outcome, success } from "../../history/runs/runs";

describe("what was asked for", () => {
  it.each(["ja", "en", "zh"])("is told next to the amounts where it was limited, and only there (%s)", (language) => {
    const messages = messagesFor(language);
    const asked = askedOf({ ...success.target, query: "$id > 999999" });
    const limits = limitsOf(asked, messages.asked)!;
    expect(limits).toContain("$id > 999999");
    const line = (result: typeof success) => messages.log["target-finished"]({ kind: "target-finished", result });
    expect(line({ ...success, asked })).toBe(line(success) + messages.asked.behind(limits));
    expect(describeOutcome(messages, { ...outcome, results: [{ ...success, asked }] })).toContain(limits);
    expect(limitsOf(success.asked, messages.asked)).toBeUndefined();
  });

  it("is one line that steers nothing, whatever the condition is", () => {
    const asked = askedOf({ ...success.target, query: 'a = "\u202e"\n成功\u001b[2J' });
    expect(limitsOf(asked, messagesFor("ja").asked)).toBe('対象を限定: 条件「a = "\ufffd" 成功\ufffd[2J」');
  });
});
