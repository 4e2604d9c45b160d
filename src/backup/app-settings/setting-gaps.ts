import { settingGap } from "../../domain/accepted-gap";
import { BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import type { SettingName, SettingOffer } from "../../domain/source";
import { gapOfNotGiven, isNotGiven } from "../../domain/under-consideration";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";

/** Settings that could not be read. Those that the user may not read are one problem, not a dozen. */
export interface SettingGaps {
  /** Rejects only with what ends the run. */
  unlessRefused<Answer>(offer: SettingOffer, path: string, read: () => Promise<Answer>): Promise<Answer | undefined>;
  /** Whether it was found that kintone does not give it: that is no problem. */
  isNotGiven(name: SettingName): boolean;
  tell(): void;
}

export function createSettingGaps(ledger: TargetLedger, { source }: Pick<RunContext, "source">): SettingGaps {
  const refused = new Map<SettingName, BackupError>();
  const notGiven = new Set<SettingName>();

  function book({ name }: SettingOffer, path: string, error: BackupError): void {
    const mayNot = error.code === "NO_PERMISSION";
    if (mayNot) refused.set(name, error);
    else ledger.problem("settings", error.with({ path }));
    const [code, text] = [mayNot ? "NOT_READABLE" : "FAILED", error.message] as const;
    const gap = { code, what: "settings", text, path: `${ledger.folder}/${path}` } as const;
    ledger.missing(gap, mayNot ? settingGap(name) : undefined);
  }

  /**
   * A session that ended is known by the same words as, perhaps, an endpoint that is not there (`kintone/connection/verdict.ts`): one
   * that is there waits for the user.
   */
  async function certainly<Answer>(read: () => Promise<Answer>): Promise<Answer> {
    try {
      return await read();
    } catch (thrown) {
      if (toBackupError(thrown).answer?.code !== "CB_IL02") throw thrown;
      await source.readSetting(ledger.target, "app");
      return read();
    }
  }

  return {
    async unlessRefused(offer, path, read) {
      try {
        return await (offer.underConsideration ? certainly(read) : read());
      } catch (thrown) {
        const error = toBackupError(thrown);
        if (endsTheRun(error)) throw error;
        if (!offer.underConsideration || !isNotGiven(error)) book(offer, path, error);
        else if (!notGiven.has(offer.name)) {
          notGiven.add(offer.name);
          ledger.missing(gapOfNotGiven(offer.name, error));
        }
        return undefined;
      }
    },
    isNotGiven: (name) => notGiven.has(name),
    tell() {
      const [first] = refused.values();
      if (!first) return;
      const settings = [...refused.keys()];
      const text = `The user may not read ${settings.join(", ")}`;
      ledger.problem(
        "settings",
        new BackupError("SETTINGS_NOT_READABLE", text, {
          facts: { settings },
          ...(first.answer && { answer: first.answer }),
        }),
      );
    },
  };
}
