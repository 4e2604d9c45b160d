import { BackupError, type ErrorFacts } from "../../domain/errors";
import type { AppRef } from "../../domain/target";

/** Whatever goes wrong says what it was about: the app, and what else the caller knows. */
export async function aboutApp<Result>(app: AppRef, facts: ErrorFacts, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    const { appId, guestSpaceId } = app;
    throw error.with({ app: appId, ...(guestSpaceId !== undefined && { guestSpaceId }), ...facts });
  }
}
