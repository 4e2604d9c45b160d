import { holdRun, ifNobodyHolds } from "./run-lock";

/** A drill that this browser began, as long as it has not ended. Nothing of it can go on, but whoever closed its page is told. */
export interface BegunDrill {
  drillId: string;
  /** ISO 8601. */
  startedAt: string;
  /** Of the app that it is about. */
  appName: string;
  /** The backup-management app that its record is in. */
  appId: string;
  operatorCode: string;
}

const PREFIX = "kintone-backup-manager/drill/";

/** Notes a drill while it is under way on this page. Where a browser keeps nothing, its end is only known to the next run, when the drill has been silent. */
export async function whileBegun<Ended>(drill: BegunDrill, work: () => Promise<Ended>): Promise<Ended> {
  const letGo = await holdRun(drill.drillId);
  keep(drill);
  try {
    return await work();
  } finally {
    forgetDrill(drill.drillId);
    letGo();
  }
}

/** Does something about each drill of this user in this app whose page is gone. One that it rejects for is met again. */
export async function forBrokenDrills(
  { appId, operatorCode }: Pick<BegunDrill, "appId" | "operatorCode">,
  work: (drill: BegunDrill) => Promise<void>,
): Promise<void> {
  const own = begunDrills().filter((drill) => drill.appId === appId && drill.operatorCode === operatorCode);
  for (const drill of own) {
    await ifNobodyHolds(drill.drillId, async () => {
      await work(drill);
      forgetDrill(drill.drillId);
    });
  }
}

function forgetDrill(drillId: string): void {
  localStorage.removeItem(PREFIX + drillId);
}

function keep(drill: BegunDrill): void {
  try {
    localStorage.setItem(PREFIX + drill.drillId, JSON.stringify(drill));
  } catch {
    // There is no room, or none at all.
  }
}

function begunDrills(): BegunDrill[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  return keys.flatMap((key) => {
    const drill = JSON.parse(localStorage.getItem(key) ?? "null") as BegunDrill | null;
    return drill ? [drill] : [];
  });
}
