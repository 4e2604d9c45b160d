import type { RebuildAsked } from "../../../command/host";
import type { RebuildMessages } from "../../../screens/text/rebuild/language";
import type { RestoreCall } from "../restoring/restore-call";

/** Who makes apps anew, from where, and who watches. */
export type RebuildCall = Omit<RestoreCall, "asked" | "messages"> & { asked: RebuildAsked; messages: RebuildMessages };
