import type { Credentials } from "../../command/credentials";
import type { Connection } from "../../kintone/connection/connection";
import { createDomainLoad } from "../../kintone/connection/domain-load";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { describeWaiting } from "../../screens/text/run/log-sentence";
import type { Messages } from "../../screens/text/run/messages";
import type { CommandFile } from "../../settings/command-file";
import { signIn } from "./sign-in";

interface ReadingHost {
  messages: Messages;
  pluginVersion: string;
  signal: AbortSignal;
  /** Told in words why nothing goes on. */
  waiting: (news: { phase: string; said: string }) => void;
}

/** kintone for a verb that only reads: as polite as a run, and as patient. */
export function openPatientReading(
  { baseUrl, app: id, guestSpaceId, settings }: CommandFile,
  credentials: Credentials,
  { messages, pluginVersion, signal, waiting }: ReadingHost,
): { reading: Connection; requestsAllowed: () => number } {
  const { fetch: send, load } = createDomainLoad(fetch);
  const connection = signIn(baseUrl, credentials, `kintone-backup-manager/${pluginVersion}`, send);
  return createRunConnection(connection, {
    ...{ requestsAtOnce: settings.requestsAtOnce, load, signal },
    patience: (probing) => ({
      onWaiting(news) {
        if (news.waitingFor) waiting({ phase: news.waitingFor, said: describeWaiting(messages, news) });
      },
      probe: () => probing.json({ method: "GET", path: "app", query: { id }, guestSpaceId }),
    }),
  });
}
