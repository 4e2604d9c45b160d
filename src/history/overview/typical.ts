/** The middle of some numbers, and how far from it they usually are: a single outlier moves neither. */
export interface Typical {
  median: number;
  /** Median of the distances, scaled so that it is the standard deviation where numbers are normally distributed. */
  spread: number;
}

/** Of a normal distribution, the standard deviation is so many times the median absolute deviation. */
const TO_STANDARD_DEVIATION = 1.4826;

/** @param numbers at least one */
export function typicalOf(numbers: readonly number[]): Typical {
  const median = medianOf(numbers);
  return { median, spread: TO_STANDARD_DEVIATION * medianOf(numbers.map((number) => Math.abs(number - median))) };
}

/** 0 for none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
