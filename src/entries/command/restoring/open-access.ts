import { createDomainLoad } from "../../../kintone/connection/domain-load";
import { createServerClock } from "../../../kintone/connection/server-clock";
import { describeWaiting } from "../../../screens/text/run/log-sentence";
import { createRestoreAccess, type RestoreAccess } from "../../wiring/restoring";
import { operatorOf } from "../run";
import { signIn } from "../sign-in";
import type { Messages } from "../../../screens/text/run/messages";
import type { RestoreCall } from "./restore-call";

/** Who compares or restores, and who watches. */
type Caller = Omit<RestoreCall, "asked" | "messages" | "keys"> & { messages: Messages };

/** kintone, as who the command is. */
export function openAccess({ file, credentials, messages, pluginVersion, signal, saying }: Caller): RestoreAccess {
  const { fetch: dated, clock: serverClock } = createServerClock();
  const { fetch, load } = createDomainLoad(dated);
  return createRestoreAccess({
    connection: signIn(file.baseUrl, credentials, `kintone-backup-manager/${pluginVersion}`, fetch),
    app: { appId: file.app, ...(file.guestSpaceId && { guestSpaceId: file.guestSpaceId }) },
    userCode: operatorOf(credentials).code || undefined,
    ...{ load, serverClock, settings: file.settings, messages, pluginVersion, signal },
    waiting(news) {
      if (news.waitingFor) saying(news.waitingFor, describeWaiting(messages, news));
    },
  });
}
