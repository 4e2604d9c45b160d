import type { Complaint } from "./structure";

/** Where a witness is wrong or says less than is known, and why we think so. */
interface Correction {
  /** Of the OpenAPI description, or of rest-api-client's types. */
  witness: "description" | "types";
  endpoint: RegExp;
  at: RegExp;
  message: RegExp;
  reason: string;
}

/** The whole list. An answer that disagrees with a witness in any other way is a fault of the local kintone. */
export const corrections: readonly Correction[] = [];

/** The first correction that says that the witness is wrong, if there is one. */
export const correctionOf = (
  witness: Correction["witness"],
  { endpoint, at, message }: Complaint,
): Correction | undefined =>
  corrections.find(
    (correction) =>
      correction.witness === witness &&
      correction.endpoint.test(endpoint) &&
      correction.at.test(at) &&
      correction.message.test(message),
  );
