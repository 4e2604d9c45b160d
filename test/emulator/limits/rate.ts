/** So many requests of each user within a minute. */
export class RateLimit {
  private readonly taken = new Map<string, number[]>();

  constructor(
    private readonly now: () => Date,
    readonly perMinute: number,
  ) {}

  /** False when the user has had as many. */
  take(user: string): boolean {
    const now = this.now().getTime();
    const recent = (this.taken.get(user) ?? []).filter((at) => at > now - 60_000);
    const isFree = recent.length < this.perMinute;
    this.taken.set(user, isFree ? [...recent, now] : recent);
    return isFree;
  }
}
