/** A sentence in the two languages in which the emulator answers; other languages get English. */
export interface Sentence {
  ja: string;
  en: string;
}

/** An error that kintone would answer, before it is put into a language. */
export class KintoneError extends Error {
  override name = "KintoneError";
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: Sentence,
    /** Per path into the input, as in `{"record.品番.value": …}`. */
    readonly errors?: Record<string, Sentence[]>,
  ) {
    super(`${code}: ${sentence.en}${errors ? ` ${Object.keys(errors).join(", ")}` : ""}`);
  }

  toJSON(language: string, id: string): Record<string, unknown> {
    const say = (sentence: Sentence) => (language === "ja" ? sentence.ja : sentence.en);
    return {
      code: this.code,
      id,
      message: say(this.sentence),
      ...(this.errors && {
        errors: Object.fromEntries(
          Object.entries(this.errors).map(([path, sentences]) => [path, { messages: sentences.map(say) }]),
        ),
      }),
    };
  }
}

// Of those beside this file: codes, statuses and sentences: observed answers published in SonicGarden/kintone-emulator `doc/` (April 2026), unless noted.
export const error = (status: number, code: string, ja: string, en: string): KintoneError =>
  new KintoneError(status, code, { ja, en });
