import { APP_IDS, GUEST_SPACE_ID } from "./app";

/** An app that the backup-management app lists as shipped. */
interface SampleTarget {
  appId: string;
  guestSpaceId?: string;
  appName: string;
  enabled: boolean;
  query?: string;
}

/** Every enabled one can be backed up whole by the operator `sato`; 人事評価 is there to try what happens when not. */
export const sampleTargets: SampleTarget[] = [
  { appId: APP_IDS.qualityRecords, appName: "品質記録", enabled: true },
  { appId: APP_IDS.inspections, appName: "検査データ", enabled: true },
  { appId: APP_IDS.productionHistory, appName: "製造履歴", enabled: true },
  { appId: APP_IDS.drawings, appName: "図面管理", enabled: true },
  { appId: APP_IDS.customers, appName: "顧客", enabled: true },
  { appId: APP_IDS.newProject, appName: "新規プロジェクト", enabled: true },
  {
    appId: APP_IDS.supplierCorrespondence,
    guestSpaceId: String(GUEST_SPACE_ID),
    appName: "仕入先連絡",
    enabled: true,
  },
  { appId: APP_IDS.personnelReviews, appName: "人事評価", enabled: false },
];
