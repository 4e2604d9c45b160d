import type { ArchivedEntry } from "../../../archive/reading/open-archive";
import type { AppIds } from "../app-ids";
import type { Bench } from "../making/bench";
import type { SettledPeople } from "../people/settled-people";
import type { Piece, Told } from "../told";
import type { ToDo } from "../to-do";
import type { Work } from "./work";

type Without<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;
/** What is told of a piece, by who knows neither the app nor the step. */
export type Remark = Without<Told, "folder" | "step">;

/** What a step knows beside the app that it works on. */
export interface StepContext {
  ids: AppIds;
  people: SettledPeople;
  /** Resolves to the key of an uploaded file of the archive, which is good for one place. */
  upload(entry: ArchivedEntry, file: { name: string; contentType: string }): Promise<string>;
  /** What the app does not get, beside what kintone refuses. */
  tell(remark: Remark): void;
  toDo(what: Without<ToDo, "folder">): void;
  /** What its permissions for records and fields would forbid is forbidden: it may be opened to others. */
  isOpen: boolean;
  /** Before the settings of who may do what are live. */
  closing(bench: Bench): Promise<void>;
}

/** What a step would do to one app, by what the app has already: done twice, it comes to the same. */
export type StepWork = (bench: Bench, context: StepContext) => Promise<Work[]>;

/** Something of the archive that is not a piece of its own. */
export const pieceOf = (setting: Piece["setting"], name?: string): Piece => ({
  setting,
  ...(name !== undefined && { name }),
});
