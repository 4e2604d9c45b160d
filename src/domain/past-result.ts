/** What a run that is over tells of one target, of which nothing was missing. */
export interface PastResult {
  records: number;
  attachments: number;
  /** Of the target's entries, before compression. */
  bytes: number;
  /** It took them while other targets were read too. */
  seconds: number;
  /** Bytes of the run's volumes for each byte of its entries. */
  zippedShare: number;
  /** The beginning of the run. */
  at: Date;
}
