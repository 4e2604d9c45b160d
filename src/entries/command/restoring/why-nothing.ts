import type { RestoreCommandMessages } from "../../../screens/text/restored/command/language";
import { lackingLines } from "../../../screens/text/restored/lacking-lines";
import { NotSecured } from "../../wiring/safety-backup";
import { whyUnusable } from "../why-unusable";
import { NothingRestored } from "./nothing-restored";

/** Why nothing was written. */
export function whyNothing(thrown: unknown, messages: RestoreCommandMessages): string {
  if (thrown instanceof NothingRestored) return thrown.message;
  if (thrown instanceof NotSecured) {
    const lines = lackingLines(messages, thrown.outcome).map((line) => `  - ${line}`);
    return [messages.restored.notSecured, ...lines].join("\n");
  }
  return whyUnusable(thrown, messages);
}
