import type { Comment, StoredRecord } from "../records/record";
import { migrate } from "../records/migrate";
import { RecordStore } from "../records/record-store";
import { addRecord } from "../records/write";
import type { Input, SystemValues } from "../records/write";
import type { AppSettings, ProcessState } from "./app-settings";
import type { Domain } from "./domain";
import { renameField } from "./rename-field";
import { asMoment } from "../field-types/date-time";

export interface ApiToken {
  token: string;
  view: boolean;
  add: boolean;
  edit: boolean;
  delete: boolean;
  manage: boolean;
}

type DeployState = "PROCESSING" | "SUCCESS" | "FAIL" | "CANCEL";

/** An app: its settings in both environments, and its records. */
export class App {
  readonly records: RecordStore;
  createdAt: string;
  readonly tokens: ApiToken[] = [];
  /** How many there are; nothing but their number can be read. */
  webhooks = 0;
  /** Only people switch it, on the app's screens. */
  isInMaintenance = false;
  /** Names in other languages, by language and default name; people set them on the app's screens only. */
  translations: Record<string, Record<string, string>> = {};
  /** What people and clients see; undefined until the first deployment. */
  live: AppSettings | undefined;
  /** What deployment will make live. Never changed in place, so that live and preview may share. */
  preview: AppSettings;
  deployState: DeployState | undefined;
  /** How the next deployment ends; the ones behind it succeed again. */
  nextDeployment: "SUCCESS" | "FAIL" | "CANCEL" = "SUCCESS";
  modifiedAt: string;
  modifier: string;
  /** Field codes that deployment will change: new by old. */
  readonly renames = new Map<string, string>();
  private requestsOf = { day: "", count: 0 };

  constructor(
    private readonly domain: Domain,
    readonly id: number,
    /** The code before the record number, as in `QR-12`; often empty. */
    readonly code: string,
    public spaceId: number | undefined,
    readonly creator: string,
    settings: AppSettings,
  ) {
    this.preview = settings;
    this.records = new RecordStore(domain.transaction);
    this.createdAt = this.modifiedAt = domain.now().toISOString();
    this.modifier = creator;
  }

  /** Live settings. Only apps that were deployed once have records. */
  get settings(): AppSettings {
    return this.live ?? this.preview;
  }

  /** The state in which a record begins, while process management is on. */
  get firstState(): ProcessState | undefined {
    const { enable, states } = this.settings.process;
    if (!enable || !states) return undefined;
    return Object.values(states).sort((a, b) => Number(a.index) - Number(b.index))[0];
  }

  /** Makes the preview settings live, unless it is to fail. */
  deploy(by: string): void {
    this.deployState = this.nextDeployment;
    this.nextDeployment = "SUCCESS";
    if (this.deployState !== "SUCCESS") return;
    const isFormChanged = this.live !== undefined && this.live.properties !== this.preview.properties;
    const isProcessChanged = this.live !== undefined && this.live.process !== this.preview.process;
    this.live = this.preview;
    if (isProcessChanged && this.domain.opposites.has("state-after-process")) this.records.migrate(this.atItsBeginning);
    if (isFormChanged) this.records.migrate((record) => migrate(record, this.preview.properties, this.renames));
    this.renames.clear();
    this.records.forgetIndexes();
    this.modifier = by;
    this.modifiedAt = this.domain.now().toISOString();
  }

  private readonly atItsBeginning = (record: StoredRecord): StoredRecord => ({
    ...record,
    status: this.firstState?.name ?? record.status,
  });

  /** Throws the preview changes away. */
  revert(): void {
    if (this.live) this.preview = this.live;
    this.renames.clear();
    this.deployState = "SUCCESS";
  }

  hasPendingChanges(): boolean {
    return this.live !== this.preview;
  }

  /** Replaces parts of the preview settings. */
  change(part: Partial<Omit<AppSettings, "revision">>): void {
    this.preview = { ...this.preview, ...part, revision: this.preview.revision + 1 };
  }

  /** Gives a field another code, wherever the preview settings beside the form name it. */
  rename(from: string, to: string): void {
    const { preview } = this;
    const renames = [...this.renames];
    this.domain.transaction.note(() => {
      this.preview = preview;
      this.renames.clear();
      for (const [before, after] of renames) this.renames.set(before, after);
    });
    this.preview = { ...preview, ...renameField(preview, from, to) };
    const original = [...this.renames].find(([, current]) => current === from)?.[0] ?? from;
    this.renames.set(original, to);
  }

  /** Requests of this day, which begins at 9:00 in Japan. Beyond 10,000 kintone only writes a mail (cybozu.dev kintone-api-request-limit). */
  get requests(): number {
    return this.requestsOf.day === this.today ? this.requestsOf.count : 0;
  }

  countRequest(): void {
    this.requestsOf = { day: this.today, count: this.requests + 1 };
  }

  /** 9:00 in Japan is midnight in UTC. */
  private get today(): string {
    return this.domain.now().toISOString().slice(0, 10);
  }

  nextRowId(): string {
    return String(++this.records.lastRowId);
  }

  /** Puts a record in without a request; it is checked as one from a manager of the app is. */
  addRecord(values: Input, system: SystemValues = {}): { id: number; revision: number } {
    const creator = system.creator ?? this.creator;
    const timezone = this.domain.people.users.get(creator)?.timezone ?? "Asia/Tokyo";
    const writer = { code: creator, timezone, managesApp: true, maySee: () => true };
    const writing = { domain: this.domain, app: this, writer, prefix: "record" };
    const { id, revision } = this.domain.transaction.run(() => addRecord(values, writing, system));
    return { id, revision };
  }

  addComment(
    recordId: number,
    comment: { text: string; creator: string; createdAt?: string; mentions?: Comment["mentions"] },
  ): Comment {
    const added: Comment = {
      id: ++this.records.lastCommentId,
      text: comment.text,
      creator: comment.creator,
      createdAt: comment.createdAt ?? asMoment(this.domain.now()),
      mentions: comment.mentions ?? [],
    };
    this.records.setComments(recordId, [...this.records.comments(recordId), added]);
    return added;
  }
}
