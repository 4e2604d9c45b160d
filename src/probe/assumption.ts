/**
 * Something that the code, or the local kintone that it is tested with, takes for true of kintone without having seen it there. In English,
 * for whoever maintains the program; what an administrator reads is in `screens/text/probe`.
 */
export interface Assumption {
  /** As the code's marks name it: `UNCONFIRMED` with this in brackets. */
  id: string;
  assumed: string;
  /** What it means for the program when it is not so. */
  otherwise: string;
  /** From where it is taken. */
  source: string;
  /** The files with a mark that names it; none where only a restore will ask for it. */
  reliedOnBy: readonly string[];
  /** Of the questions that a restore has (restore-facts, section 7). */
  forRestore?: number;
}

/** One that no program can try with the log-in of one user. */
export interface AssumptionByHand extends Assumption {
  /** How people find out. */
  byHand: string;
}
