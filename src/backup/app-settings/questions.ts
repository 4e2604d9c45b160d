import type { SettingName, SettingRequest } from "../../domain/source";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";

/** Gives kintone's answer about a setting of one target, or rejects as the source did. */
export type AskSetting = (name: SettingName, request?: SettingRequest) => Promise<unknown>;

/** Asks for each setting once in a run, whoever wants it, and however often the run is begun. */
export function createQuestions(
  { target, folder }: Pick<TargetLedger, "target" | "folder">,
  { source, memory }: Pick<RunContext, "source" | "memory">,
): AskSetting {
  const asked = new Map<string, Promise<unknown>>();
  return (name, request = {}) => {
    const question = `setting ${name} ${request.language ?? ""}`;
    const answer =
      asked.get(question) ?? memory.once(folder, question, () => source.readSetting(target, name, request));
    asked.set(question, answer);
    return answer;
  };
}
