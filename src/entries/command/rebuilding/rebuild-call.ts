import type { RebuildAsked } from "../../../command/host";
import type { RebuildCommandMessages } from "../../../screens/text/rebuild/command/language";
import type { RestoreCall } from "../restoring/restore-call";

/** Who makes apps anew, from where, and who watches. */
export type RebuildCall = Omit<RestoreCall, "asked" | "messages"> & {
  asked: RebuildAsked;
  messages: RebuildCommandMessages;
};
