import type { Waiting } from "../../domain/progress";
import { messagesFor } from "../../screens/text/run/language";
import { createRestoreAccess, type RestoreAccess } from "../wiring/restoring";
import type { RestoreVisit } from "./restore-visit";
import { openSession } from "./session-of-visit";

interface AccessHost {
  signal: AbortSignal;
  waiting: (waiting: Waiting) => void;
}

/** Does something with kintone as the user of the visit. */
export async function withRestoreAccess<Result>(
  visit: RestoreVisit,
  { signal, waiting }: AccessHost,
  work: (access: RestoreAccess) => Promise<Result>,
): Promise<Result> {
  const { end, ...signedIn } = openSession(visit);
  try {
    const { settings, language, pluginVersion } = visit;
    const messages = messagesFor(language);
    const around = { ...signedIn, settings, messages, pluginVersion, signal, waiting };
    return await work(createRestoreAccess(around));
  } finally {
    end();
  }
}
