/** An event object: `type`, and what the event's page in the documentation lists. Handlers may change it. */
export interface KintoneEvent {
  type: string;
  /** Set by a handler to stop a submission with a message above the record. */
  error?: string;
  [property: string]: unknown;
}

export type Handler = (event: KintoneEvent) => unknown;

export interface Events {
  on(type: string | string[], handler: Handler): void;
  /** Without handler: all of the types; without types: all. True when something was removed. */
  off(type?: string | string[], handler?: Handler): boolean;
  /**
   * Calls the handlers one after the other, in order of registration, each waiting for the promise of the one before.
   * Every handler gets the event as the one before returned it.
   */
  fire(event: KintoneEvent): Promise<FireResult>;
  /** The same for `change` events, whose handlers must not return a promise. */
  fireChange(event: KintoneEvent): FireResult;
}

/** `returned` is what the last handler returned that returned an event: only then do changes reach the screen. */
export interface FireResult {
  returned?: KintoneEvent;
  /** A handler returned false, threw or rejected: a submission is called off (cybozu.dev, event handling). */
  cancelled: boolean;
}

/** `kintone.events` (cybozu.dev, event-handling). */
export function createEvents(): Events {
  const handlers = new Map<string, Handler[]>();
  const list = (types: string | string[]) => (Array.isArray(types) ? types : [types]);

  return {
    on(types, handler) {
      for (const type of list(types)) handlers.set(type, [...(handlers.get(type) ?? []), handler]);
    },
    off(types, handler) {
      let removed = false;
      for (const type of types === undefined ? [...handlers.keys()] : list(types)) {
        const before = handlers.get(type) ?? [];
        const after = handler ? before.filter((each) => each !== handler) : [];
        if (after.length < before.length) removed = true;
        handlers.set(type, after);
      }
      return removed;
    },
    async fire(event) {
      const result: FireResult = { cancelled: false };
      for (const handler of handlers.get(event.type) ?? []) {
        try {
          take(result, await handler(result.returned ?? event));
        } catch (error) {
          console.error(error);
          result.cancelled = true;
        }
      }
      return result;
    },
    fireChange(event) {
      const result: FireResult = { cancelled: false };
      for (const handler of handlers.get(event.type) ?? []) {
        const value = handler(result.returned ?? event);
        if (typeof (value as { then?: unknown } | null | undefined)?.then === "function") {
          throw new Error(`A handler of ${event.type} must not return a Thenable object.`);
        }
        take(result, value);
      }
      return result;
    },
  };
}

function take(result: FireResult, value: unknown): void {
  if (value === false) result.cancelled = true;
  else if (typeof value === "object" && value !== null) result.returned = value as KintoneEvent;
}
