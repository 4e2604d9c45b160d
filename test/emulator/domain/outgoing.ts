import type { Transaction } from "./transaction";

/** Something that kintone would have sent because of a write. */
export type Message =
  | { kind: "webhook"; type: "ADD_RECORD" | "UPDATE_RECORD" | "UPDATE_STATUS" | "ADD_RECORD_COMMENT" }
  | { kind: "notification"; about: Occasion | "condition" | "assigned" };

/** When the general notifications of an app are sent. */
export type Occasion = "recordAdded" | "recordEdited" | "statusChanged" | "commentAdded";

/** The ledger of what would have left the domain; nothing does. A request that fails has sent nothing. */
export class Outgoing {
  readonly messages: Array<Message & { app: number; record: number }> = [];

  constructor(private readonly transaction: Transaction) {}

  note(app: number, record: number, message: Message): void {
    this.messages.push({ app, record, ...message });
    this.transaction.note(() => this.messages.pop());
  }
}
