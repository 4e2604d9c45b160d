/** What a number identifies a person for. */
export type IdentifierKind =
  | "my-number"
  | "basic-pension-number"
  | "residence-card-number"
  | "passport-number"
  | "drivers-license-number"
  | "employment-insurance-number"
  | "health-insurance-number"
  | "resident-record-code"
  | "credit-card-number"
  | "social-security-number"
  | "national-id-number";
