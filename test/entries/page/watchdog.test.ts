import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchOver } from "../../../src/entries/page/watchdog";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched(answers: () => boolean) {
  const cancelling = new AbortController();
  const silence = vi.fn();
  const ask = vi.fn(() => {
    if (answers()) dog.heard();
  });
  const dog = watchOver({ ask, onSilence: silence, signal: cancelling.signal });
  return { ask, silence, dog, cancel: () => cancelling.abort() };
}

it("lets a Worker that answers go on, however long it takes, and whether it was cancelled or not", () => {
  const { silence, cancel } = watched(() => true);
  vi.advanceTimersByTime(3_600_000);
  cancel();
  vi.advanceTimersByTime(3_600_000);
  expect(silence).not.toHaveBeenCalled();
});

it("tells once of one that is silent for two minutes", () => {
  const { silence } = watched(() => false);
  vi.advanceTimersByTime(120_000);
  expect(silence).not.toHaveBeenCalled();
  vi.advanceTimersByTime(3_600_000);
  expect(silence).toHaveBeenCalledTimes(1);
});

it("waits half a minute after it was cancelled, whenever that was", () => {
  const { silence, cancel } = watched(() => false);
  vi.advanceTimersByTime(100_000);
  cancel();
  vi.advanceTimersByTime(30_000);
  expect(silence).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(silence).toHaveBeenCalledTimes(1);
});

it("counts what it asked, not the time: a night's sleep is one question", () => {
  const { ask, silence } = watched(() => false);
  vi.setSystemTime(Date.now() + 8 * 3_600_000);
  vi.advanceTimersByTime(5_000);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(silence).not.toHaveBeenCalled();
});

it("says nothing any more when it was stopped", () => {
  const { silence, dog } = watched(() => false);
  dog.stop();
  vi.advanceTimersByTime(3_600_000);
  expect(silence).not.toHaveBeenCalled();
});
