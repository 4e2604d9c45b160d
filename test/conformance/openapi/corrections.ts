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

/** A key that kintone has had since a date that neither the description (20250423) nor the client (6.2.1) has reached. */
function sinceThen(endpoint: RegExp, at: RegExp, reason: string): Correction[] {
  return [
    { witness: "description", endpoint, at, message: /is (not described|missing)/, reason },
    { witness: "types", endpoint, at, message: /may only specify known properties/, reason },
  ];
}

/** The whole list. An answer that disagrees with a witness in any other way is a fault of the local kintone. */
export const corrections: readonly Correction[] = [
  {
    witness: "description",
    endpoint: /^GET (preview\/)?app\/status\.json$/,
    at: /^actions\[\]\.(type|executableUser)$/,
    message: /is not described/,
    reason: "Actions by others than the assignee are newer than the description; rest-api-client has both keys.",
  },
  {
    witness: "description",
    endpoint: /^GET (preview\/)?app\/actions\.json$/,
    at: /^actions\.\*\.filterCond$/,
    message: /is not described/,
    reason: "The description forgets the condition of an action; rest-api-client and cybozu.dev have it.",
  },
  {
    witness: "description",
    endpoint: /^GET (preview\/)?app\/form\/layout\.json$/,
    at: /\.fields\[\]\.(elementId|size\.height)$/,
    message: /is (not described|missing)/,
    reason:
      "Labels and lines have element ids since February 2026 (cybozu.dev API updates); the description knows them of spaces only, and then asks for a space's height.",
  },
  {
    witness: "types",
    endpoint: /^GET (preview\/)?app\/form\/layout\.json$/,
    at: /\.fields\[\]\.elementId$/,
    message: /'"elementId"' does not exist in type '(HR|Label)'/,
    reason: "The same: rest-api-client 6.2.1 does not know them yet.",
  },
  {
    witness: "description",
    endpoint: /^GET (preview\/)?form\.json$/,
    at: /^properties\[\]\.(noLabel|required|unique|digit|hideExpression|fields)$/,
    message: /^(should be a boolean|is not described)$/,
    reason:
      "In captures the flags of the first version's form are words. Because of those of its fields a table is then taken for another type.",
  },
  {
    witness: "description",
    endpoint: /^GET space\/members\.json$/,
    at: /^members\[\]\.(includeSubs|isImplicit)$/,
    message: /is (not described|missing)/,
    reason: "The description has includeSubs for organizations only, rest-api-client for every member.",
  },
  ...sinceThen(
    /^GET (preview\/)?app\/status\.json$/,
    /^states\.[^.]+\.description$/,
    "A status has a text for its assignees since November 2026 (https://cybozu.dev/ja/kintone/news/api-updates/2026-11).",
  ),
  ...sinceThen(
    /^GET (preview\/)?app\/form\/layout\.json$/,
    /^layout\[\](\.layout\[\])?\.fields\[\]\.(elementId|size\.height)$/,
    "Labels and lines have element ids since February 2026 (https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/get-form-layout); the description takes what has one for a spacer, which has a height.",
  ),
  ...sinceThen(
    /^GET apps\/statistics\.json$/,
    /^apps\[\]\.(apiTokenCount|webhookCount)$/,
    "API tokens and webhooks are counted since February 2026 (https://cybozu.dev/ja/kintone/docs/rest-api/apps/get-apps-statistics).",
  ),
  {
    witness: "types",
    endpoint: /^GET (preview\/)?app\/notifications\/perRecord\.json$/,
    at: /^notifications\[\]$/,
    message: /^Property 'revision' is missing/,
    reason:
      "The type asks for a revision in every notification; the description and cybozu.dev have one for the answer.",
  },
  {
    witness: "types",
    endpoint: /^GET (preview\/)?app\/notifications\/reminder\.json$/,
    at: /^timezone$/,
    message: /^Type 'null'/,
    reason: "The description says null where reminders were never configured.",
  },
  {
    witness: "types",
    endpoint: /^GET (preview\/)?app\/reports\.json$/,
    at: /^reports\.\*\.groups\[\]$/,
    message: /^Property 'per' is missing/,
    reason: "Only dates and times are grouped per month or hour; the description has groups without it for the others.",
  },
  {
    witness: "types",
    endpoint: /^GET records?(\/cursor)?\.json$/,
    at: /^records?(\[\])?\./,
    message:
      /^Type '\{ type: "(SINGLE_LINE_TEXT|MULTI_LINE_TEXT|RICH_TEXT|LINK|DATETIME|RADIO_BUTTON)"; value: null; \}'/,
    reason:
      "A field that was added after a record was saved has no value in it, and kintone says null; the types know that of some fields only.",
  },
];

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
