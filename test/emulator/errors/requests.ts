// Of any request: who sends it, and how many.

import { error, KintoneError, type Sentence } from "./kintone-error";

export const invalidInput = (errors: Record<string, Sentence[]>): KintoneError =>
  new KintoneError(400, "CB_VA01", { ja: "入力内容が正しくありません。", en: "Missing or invalid input." }, errors);
export const invalidParameter = (path: string, ...sentences: Sentence[]): KintoneError =>
  invalidInput({ [path]: sentences });
/** Status UNCONFIRMED(illegal-request). */
export const illegalRequest = (): KintoneError => error(400, "CB_IL02", "不正なリクエストです。", "Illegal request.");
/** Status UNCONFIRMED(broken-json). */
export const invalidJson = (): KintoneError => error(400, "CB_IJ01", "不正なJSON文字列です。", "Invalid JSON string.");
export const notLoggedIn = (): KintoneError => error(401, "CB_AU01", "ログインしてください。", "Please login.");
export const passwordRefused = (): KintoneError =>
  error(
    401,
    "CB_WA01",
    "パスワード認証に失敗しました。「X-Cybozu-Authorization」の値が正しくありません。",
    "Password authentication failed. The value of X-Cybozu-Authorization is invalid.",
  );
export const noPermission = (): KintoneError => error(403, "CB_NO02", "権限がありません。", "No privilege to proceed.");
/** A token of another app or of none: 400 in captures of 2026, and 520 before (reported by users of the API). */
export const tokenMismatch = (): KintoneError =>
  error(
    400,
    "GAIA_IA02",
    "指定したAPIトークンは、APIの実行先アプリのAPIトークンと一致しません。",
    "The specified API token does not match the API token generated via an app.",
  );
/** Status UNCONFIRMED(token-cannot-run). */
export const tokenCannotRun = (): KintoneError =>
  error(
    403,
    "GAIA_NO01",
    "このAPIトークンでは、指定したAPIを実行できません。",
    "Using this API token, you cannot run the specified API.",
  );
export const tooManyRequests = (): KintoneError =>
  error(
    429,
    "GAIA_TO04",
    "APIの同時リクエスト数が上限を超えています。",
    "The number of concurrent API requests exceeds the limit.",
  );
/** What is answered when the processing of requests is interrupted is written nowhere: status, code and sentence are UNCONFIRMED(requests-interrupted). */
export const interrupted = (): KintoneError =>
  error(
    429,
    "GAIA_TO04",
    "1日に実行できるAPIリクエスト数の上限を超えています。",
    "The number of API requests per day exceeds the limit.",
  );
/** The first endpoint with a rate limit (cybozu.dev api-updates/2026-11); code and sentence UNCONFIRMED(search-rate). */
export const tooOften = (): KintoneError =>
  error(429, "GAIA_TO05", "APIのレート制限を超えています。", "The rate limit of the API is exceeded.");
export const databaseLocked = (): KintoneError =>
  error(
    520,
    "GAIA_DA02",
    "データベースのロックに失敗したため、変更を保存できませんでした。時間をおいて再度お試しください。",
    "The changes could not be saved due to database lock failure. Please try again later.",
  );
