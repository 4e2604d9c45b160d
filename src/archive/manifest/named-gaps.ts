import { utf8Length } from "../bytes/utf8";
import type { Missing } from "./manifest";

/** For what is missing from all targets of an archive: half of what a manifest has for all that it says of them (`RESERVED_BYTES`). */
const BYTES_FOR_GAPS = 32 * 1024 ** 2;

/** Names gaps as long as there is room in the manifest. */
export interface GapRoom {
  /** The gaps of a target: as many as half of what is left has room for. What is more is counted with the last of its kind that is named. */
  named(missing: readonly Missing[]): Missing[];
}

export function createGapRoom(bytes = BYTES_FOR_GAPS): GapRoom {
  let left = bytes;
  return {
    named(missing) {
      const named: Missing[] = [];
      const lastOfKind = new Map<string, Missing>();
      // Whatever comes behind this target has room, too.
      let room = left / 2;
      for (const gap of missing) {
        const kind = JSON.stringify([gap.code, gap.what, gap.accepted]);
        const last = lastOfKind.get(kind);
        const size = utf8Length(JSON.stringify(gap)) + AROUND_GAP_BYTES;
        // A kind, of which there are few, is always named.
        if (last && size > room) {
          last.more = (last.more ?? 0) + 1;
          continue;
        }
        room -= size;
        left -= size;
        const own = { ...gap };
        named.push(own);
        lastOfKind.set(kind, own);
      }
      return named;
    },
  };
}

/** How much longer it is as it is indented in the manifest. */
const AROUND_GAP_BYTES = 128;
