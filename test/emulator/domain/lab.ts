/**
 * What a domain's administrator may switch on of kintone's features under consideration, with endpoints of its own
 * (https://cybozu.dev/ja/kintone/docs/api-lab/rest-api). All are off at first.
 */
export const labFeatures = ["plugin-config", "categories", "add-space"] as const;

export type LabFeature = (typeof labFeatures)[number];
