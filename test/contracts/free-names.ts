import type { Destination } from "../../src/domain/destination";

/** A place where every name is free. */
export const freeNames: Pick<Destination, "claim"> = {
  claim: async ({ names, again }) => ({ name: again ?? names[0] ?? "", release: async () => undefined }),
};
