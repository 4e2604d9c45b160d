import { answerTooLarge } from "./errors";

/** In bytes, after decompression. */
export interface AnswerLimits {
  /**
   * Of any answer. An engine holds text of at most 512 Mi characters (V8), and while it is parsed, an answer is there several times: as
   * bytes, as text, as values.
   */
  most: number;
  /**
   * Of one that could be asked for in parts: several of them are on their way at a time. About what 500 records with 60 KB each have, a
   * hundred times the usual.
   */
  mostOfDivisible: number;
}

export const ANSWER_LIMITS: AnswerLimits = { most: 256 * 1024 ** 2, mostOfDivisible: 32 * 1024 ** 2 };

/**
 * The bytes of an answer. Rejects with `ANSWER_TOO_LARGE` as soon as there are more than so many, without waiting for the rest.
 *
 * @param heard called for each piece
 */
export async function bodyBytes(
  response: Response,
  most: number,
  heard: () => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(response.headers.get("Content-Length") ?? 0);
  if (announced > most) {
    await leave(response.body);
    throw answerTooLarge({ most });
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    heard();
    chunks.push(next.value);
    length += next.value.length;
    if (length <= most) continue;
    await leave(reader);
    throw answerTooLarge({ most });
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const [first] = chunks;
  // A whole buffer is what can be handed over to another thread.
  if (chunks.length === 1 && first?.byteLength === first?.buffer.byteLength) return first as Uint8Array<ArrayBuffer>;
  const bytes = ifItFits(() => new Uint8Array(length));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** As `Response.text()` reads it. */
export function textOf(bytes: Uint8Array): string {
  return ifItFits(() => new TextDecoder().decode(bytes));
}

/** For what is longer than they can hold, engines throw a RangeError; Node's TextDecoder an Error with this code. */
function ifItFits<Result>(make: () => Result): Result {
  try {
    return make();
  } catch (thrown) {
    if (thrown instanceof RangeError || (thrown as { code?: unknown }).code === "ERR_STRING_TOO_LONG")
      throw answerTooLarge({ cause: thrown });
    throw thrown;
  }
}

/** Whoever sends hears of it; that this fails is of no interest any more. */
async function leave(body: Pick<ReadableStream<Uint8Array>, "cancel"> | null | undefined): Promise<void> {
  await body?.cancel().catch(() => undefined);
}
