import type { Reader } from "../../domain/source";
import type { RenewableSession } from "../connection/renewable-session";

/** Where passwords or tokens go along with each request, nobody else can be meant. */
export const CERTAIN_READER: Reader = { isUncertain: false, logIns: () => 0, confirm: async () => 0 };

/** @param ask a request with the session's token, of which kintone refuses another's; it waits for the user */
export function createSessionReader({ logIns }: Pick<RenewableSession, "logIns">, ask: () => Promise<unknown>): Reader {
  return {
    isUncertain: true,
    logIns,
    async confirm() {
      for (;;) {
        const before = logIns();
        await ask();
        if (logIns() === before) return before;
      }
    },
  };
}
