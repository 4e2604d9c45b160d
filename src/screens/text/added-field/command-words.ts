import { textsIn } from "../texts-in";

/** What only the command says of a field that is put back. */
interface AddFieldCommandWords {
  confirm: (confirmation: string) => string;
  notConfirmed: (confirmation: string) => string;
  whichApp: (apps: readonly string[]) => string;
}

const ja: AddFieldCommandWords = {
  confirm: (confirmation) =>
    `実行するには、--confirm ${JSON.stringify(confirmation)} を付けてください。何も変更していません。`,
  notConfirmed: (confirmation) =>
    `確認の言葉が違います。--confirm ${JSON.stringify(confirmation)} としてください。何も変更していません。`,
  whichApp: (apps) => `アーカイブに複数のアプリがあります。--app で指定してください: ${apps.join("、")}`,
};

const en: AddFieldCommandWords = {
  confirm: (confirmation) => `To do it, add --confirm ${JSON.stringify(confirmation)}. Nothing was changed.`,
  notConfirmed: (confirmation) =>
    `The confirmation is another: it has to be --confirm ${JSON.stringify(confirmation)}. Nothing was changed.`,
  whichApp: (apps) => `The archive has several apps. Name one by --app: ${apps.join(", ")}`,
};

const zh: AddFieldCommandWords = {
  confirm: (confirmation) => `如要执行，请添加 --confirm ${JSON.stringify(confirmation)}。未更改任何内容。`,
  notConfirmed: (confirmation) => `确认的内容不同，请指定 --confirm ${JSON.stringify(confirmation)}。未更改任何内容。`,
  whichApp: (apps) => `归档中有多个应用，请用 --app 指定：${apps.join("、")}`,
};

/** @param language as in `messagesFor` */
export const addFieldCommandWordsIn = (language: string): AddFieldCommandWords => textsIn(language, { ja, en, zh });
