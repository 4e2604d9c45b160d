import { beforeAll } from "vitest";
import { sourceContract } from "../../contracts/source";
import { SAMPLE } from "../../contracts/source-sample";
import { addToken, everybody, localKintone, manager } from "../local-kintone";

const kintone = localKintone();
const { domain } = kintone;
const app = { appId: "1" };
const guestApp = { appId: "2", guestSpaceId: "3" };
const englishNames = Object.fromEntries(Object.values(SAMPLE.fields).map(([, label, english]) => [label, english]));
const properties = Object.fromEntries(
  Object.entries(SAMPLE.fields).map(([code, [type, label]]) => [code, { type, code, label }]),
);

beforeAll(() => {
  putSample(1);
  putSample(2, 3);
});

function putSample(id: number, spaceId?: number): void {
  const added = domain.addApp({
    ...{ id, ...(spaceId !== undefined && { spaceId }) },
    ...{
      name: SAMPLE.name,
      creator: "admin",
      properties,
      acl: [manager, everybody],
      translations: { en: englishNames },
    },
  });
  addToken(added, `token-${id}`, false);
  for (const { id: recordId, texts, files, comments } of SAMPLE.records) {
    while (added.records.lastId < recordId - 1) added.records.delete(added.addRecord({}).id);
    const keys = files.map(({ name, content }) =>
      domain.files.store({ name, contentType: "text/plain", bytes: new TextEncoder().encode(content) }),
    );
    added.addRecord({
      ...{ text: { value: texts.text }, mark: { value: texts.mark } },
      file: { value: keys.map((fileKey) => ({ fileKey })) },
    });
    for (let comment = 1; comment <= comments; comment += 1) added.addComment(recordId, { text: "-", creator: "sato" });
  }
}

function breakTransfers(bytes: number): () => void {
  domain.faults.add({ when: { path: "file.json" }, do: { kind: "truncate", bytes } });
  return () => domain.faults.clear();
}

const ways = {
  "to a user": { source: () => kintone.as("admin"), app },
  "to a user in a guest space": { source: () => kintone.as("sato"), app: guestApp },
  "to a token": { source: () => kintone.withToken("token-1"), app },
  "to a token in a guest space": { source: () => kintone.withToken("token-2"), app: guestApp },
  "in a session": { source: () => kintone.inSessionOf("sato"), app },
};
for (const [way, sampled] of Object.entries(ways)) sourceContract(`kintone, ${way},`, { ...sampled, breakTransfers });
