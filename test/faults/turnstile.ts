/** Told of each request just before it is sent, and of each answer before the run gets it; both are counted from 1. */
export interface Watch {
  sending?: (nth: number) => void;
  answered?: (nth: number) => void;
}

/** Until whoever waited for an answer has done what follows from it. */
const reaction = () => new Promise<void>((resolve) => setTimeout(() => setImmediate(resolve), 0));

/**
 * A `fetch` that sends one request after the other, in the order in which they were made, so that the same run gives the
 * same requests in the same order each time. Who makes them still believes that several are under way.
 */
export function turnstile(send: typeof fetch, { sending, answered }: Watch): typeof fetch {
  let before: Promise<unknown> = Promise.resolve();
  let count = 0;
  return (input, init) => {
    const { signal } = init ?? {};
    const turn = before.then(async () => {
      signal?.throwIfAborted();
      const nth = (count += 1);
      sending?.(nth);
      signal?.throwIfAborted();
      const answer = await whole(await send(input, init));
      answered?.(nth);
      signal?.throwIfAborted();
      return answer;
    });
    before = turn.catch(() => undefined).then(reaction);
    return signal ? Promise.race([turn, aborted(signal, turn)]) : turn;
  };
}

/** Who gave up does not wait for a turn. */
function aborted(signal: AbortSignal, turn: Promise<unknown>): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    turn.then(
      () => signal.removeEventListener("abort", stop),
      () => signal.removeEventListener("abort", stop),
    );
  });
}

/** The same answer once all of it has arrived, or once it broke off: then what came until there, and the break. */
async function whole({ body, status, headers }: Response): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let broken: { reason: unknown } | undefined;
  try {
    for await (const chunk of body ?? []) chunks.push(chunk);
  } catch (reason) {
    broken = { reason };
  }
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      // In one piece: how the network cut it is chance.
      const [piece] = chunks.length > 0 ? [Buffer.concat(chunks.splice(0))] : [];
      if (piece && piece.length > 0) controller.enqueue(new Uint8Array(piece));
      else if (broken) controller.error(broken.reason);
      else controller.close();
    },
  });
  return new Response(stream, { status, headers });
}
