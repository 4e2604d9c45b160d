import { describe, expect, it } from "vitest";
import { type Pace, createPace } from "../../../src/kintone/connection/pace";

/** A kintone that serves `capacity` requests at once in 100 ms each; more of them wait for each other. */
function converse(pace: Pace, capacity: number, rounds: number): number[] {
  const allowed: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const now = pace.allowed;
    for (let answer = 0; answer < now; answer += 1) pace.answered("records", 100 * Math.max(1, now / capacity));
    allowed.push(now);
  }
  return allowed;
}

const last = (list: number[]) => list.at(-1) ?? 0;

describe("the pace", () => {
  it("begins low and doubles up to the ceiling while answers are as quick as before", () => {
    expect(converse(createPace(20), 1000, 5)).toEqual([4, 8, 16, 20, 20]);
  });

  it("never exceeds a ceiling below its beginning", () => {
    expect(converse(createPace(2), 1000, 3)).toEqual([2, 2, 2]);
  });

  it("comes down when most answers are slow, and stays near what is served without waiting", () => {
    const allowed = converse(createPace(100), 10, 40).slice(20);
    expect(Math.max(...allowed)).toBeLessThan(30);
    expect(Math.min(...allowed)).toBeGreaterThan(8);
  });

  it("is not frightened by one slow answer, nor by one that is slow by little", () => {
    const pace = createPace(20);
    for (let answer = 0; answer < 200; answer += 1) pace.answered("records", answer % 20 === 7 ? 4000 : 100);
    expect(pace.allowed).toBe(20);
    for (let answer = 0; answer < 200; answer += 1) pace.answered("app", answer % 2 === 0 ? 10 : 100);
    expect(pace.allowed).toBe(20);
  });

  it("compares answers with those of their kind only", () => {
    const pace = createPace(20);
    for (let answer = 0; answer < 100; answer += 1) {
      pace.answered("versions", 20);
      pace.answered("records", 800);
    }
    expect(pace.allowed).toBe(20);
  });

  it("is halved once for the refusals of one moment, and rises again one by one", () => {
    const pace = createPace(16);
    converse(pace, 1000, 5);
    for (let refusal = 0; refusal < 6; refusal += 1) pace.refused();
    expect(pace.allowed).toBe(8);
    expect(converse(pace, 1000, 4)).toEqual([8, 9, 10, 11]);
    expect(last(converse(pace, 1000, 20))).toBe(16);
    pace.refused();
    expect(pace.allowed).toBe(8);
  });

  it("goes on with one or two requests when kintone refuses half of them for ever", () => {
    const pace = createPace(16);
    for (let refusal = 0; refusal < 400; refusal += 1) {
      pace.refused();
      pace.answered("app", 100);
    }
    expect([1, 2]).toContain(pace.allowed);
  });

  it("leaves room for others: of what the domain bears, it takes what they leave of 70 per cent", () => {
    const pace = createPace(20);
    converse(pace, 1000, 5);
    pace.loaded({ running: 75, limit: 100 }, 15);
    expect(pace.allowed).toBe(10);
    pace.loaded({ running: 100, limit: 100 }, 5);
    expect(pace.allowed).toBe(1);
    pace.loaded({ running: 20, limit: 100 }, 20);
    expect(pace.allowed).toBe(20);
  });
});
