import type { PageMessages } from "../../screens/text/page/messages";
import { type FindParts, PartsMissing } from "./meeting";
import type { Parts } from "./parts";

/** Does what a part is needed for. When the parts are not there, people are told, and it resolves to nothing. */
export async function withParts<Result>(
  findParts: FindParts,
  { page }: PageMessages,
  work: (parts: Parts) => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work(await findParts());
  } catch (thrown) {
    if (!(thrown instanceof PartsMissing)) throw thrown;
    await kintone.showConfirmDialog({ ...page.incomplete, showOkButton: true, showCancelButton: false });
    return undefined;
  }
}
