import type { ErrorFacts } from "../../../../../domain/errors";
import { unreachedTexts } from "../../../unreached/en";
import { toldObstacle } from "../../../unreached/messages";
import { bytes, capital, compared, theApp, what } from "../../names/en";
import type { Sentences } from "../messages";

/** What is in the way, what that means, and what to do; nothing when it is not known. */
function obstructed(facts: ErrorFacts): string | undefined {
  const told = toldObstacle(unreachedTexts, facts);
  return told && `${told.cause}, so ${what(facts, "the data")} could not be read. ${told.remedy}`;
}

/** Of what kintone answered, or did not. */
export const ofKintone = {
  APP_NOT_FOUND: (facts) =>
    `${capital(theApp(facts, "the target app"))} was not found and could not be backed up. It may have been deleted, or the app ID may be wrong. Check the app ID and the guest space ID of the target.`,
  RECORD_NOT_FOUND: (facts) =>
    `${capital(what(facts, "a record"))} was not found and is not in the backup. It may have been deleted during the backup.`,
  NO_PERMISSION: (facts) =>
    facts.ofToken
      ? `The API token has no permission to read ${what(facts, "the data")}. In the settings of ${theApp(facts, "the app")}, give the token the permission that is missing ("View records"; for settings of apps also "Manage app"), update the app, and run the backup again.`
      : `You do not have permission to read ${what(facts, "the data")}. Check the permissions for the app, its records and its fields, or run the backup as a user who has them.`,
  WRONG_SPACE: (facts) =>
    facts.guestSpaceId
      ? `${capital(theApp(facts, "the target app"))} was not found in guest space ${facts.guestSpaceId}. Check the guest space ID of the target.`
      : `${capital(theApp(facts, "the target app"))} is in a guest space. Enter the guest space ID in the target.`,
  QUERY_REFUSED: (facts) =>
    `The records of ${what(facts, "the target app")} could not be read with the given query. Correct the query of the target.`,
  SETTING_OUTDATED: (facts) =>
    `${capital(what(facts, "a setting of the app"))} cannot be read from kintone and is not in the backup, as a user, group, department or field that no longer exists is still named there. Open that setting in kintone, remove what no longer exists, save it and update the app; then run the backup again.`,
  SESSION_EXPIRED: () =>
    "Your login to kintone is no longer valid, so the backup could not continue. Log in and run it again. If you run it as a command, check its credentials.",
  LOGIN_REFUSED: () =>
    "kintone refused the login. Check the login name and password, or the API token. A user with two-factor authentication cannot run the command.",
  TOKEN_REFUSED: (facts) =>
    `None of the API tokens is one of ${theApp(facts, "the app")}, or the app was not updated after the token was made, so ${what(facts, "the data")} could not be read. Make a token in the settings of ${theApp(facts, "the app")}, update the app, and add the token to KINTONE_API_TOKEN, separated by a comma.`,
  TOO_MANY_REQUESTS: (facts) =>
    `kintone received too many requests, so ${what(facts, "the data")} could not be read. Wait a while and run the backup again, or lower "Requests at the same time" in the settings.`,
  UNAVAILABLE: (facts) =>
    `kintone is not available, so ${what(facts, "the data")} could not be read. It may be under maintenance or overloaded. Wait a while and run the backup again.`,
  NETWORK: (facts) =>
    obstructed(facts) ??
    `The connection was lost, so ${what(facts, "the data")} could not be read. Check your network and run the backup again.`,
  TIMED_OUT: (facts) =>
    `kintone's answer did not arrive in time, so ${what(facts, "the data")} could not be read. kintone may be overloaded, or the network slow. Wait a while and run the backup again.`,
  ANSWER_TOO_LARGE: (facts) =>
    `kintone's answer is too large${compared([["limit", facts.expected]], bytes)}, so ${what(facts, "the data")} could not be read and is not in the backup. Shorten it in kintone (long texts, rows of tables), or divide it, and run the backup again.`,
  BAD_RESPONSE: (facts) =>
    `kintone's answer was not in the expected form, so ${what(facts, "the data")} could not be read. If this keeps happening, ask your network administrator.`,
  UNREACHABLE: (facts) =>
    obstructed(facts) ?? `kintone could not be reached, so ${what(facts, "the data")} could not be read.`,
  NOT_KINTONE: (facts) =>
    obstructed(facts) ??
    `${capital(what(facts, "the data"))} could not be read, because the answer${facts.contentType ? ` (${facts.contentType})` : ""} is not from the API of kintone. An IP address restriction, a proxy, a firewall or a login page may be in the way. Check that kintone can be used from this computer; if it can and this keeps happening, ask the administrator of kintone or of your network.`,
  REFUSED: (facts) =>
    facts.managersOnly
      ? 'Only those who manage this app may change what is backed up. Ask one of them to do it. If you manage it and still may not, press "Prepare this app" on the settings screen of the plugin.'
      : `kintone refused the request for ${what(facts, "the data")}.`,
} satisfies Partial<Sentences>;
