import type { Text } from "../../text";
import { createDialogs } from "./dialog";
import { createLoading } from "./loading";
import { createNotification } from "./notification";

/** Dialogs, notification and loading cover: the pages use the same as plugins do. */
export function createUi(text: Text) {
  return { ...createDialogs(text), ...createNotification(text), ...createLoading(text) };
}

export type Ui = ReturnType<typeof createUi>;
