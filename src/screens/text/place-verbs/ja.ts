import type { PlaceVerbMessages } from "./messages";

export const placeVerbsJa: PlaceVerbMessages = {
  nothingMissing: "これらの保存先に不足しているアーカイブは、履歴にはありません。",
  delivered: (archive, place) => `${archive}を「${place}」にも保存しました。`,
  notDelivered: (archive, place, why) => `${archive}は「${place}」にまだ保存されていません: ${why}`,
  nowhereWhole: "作成時のままのアーカイブがすべてそろっている保存先が、ほかにありません。",
  placeIsFine: (place) => `「${place}」: ファイルの書き込み、読み直し、削除ができました。`,
  placeFails: (place, why) => `「${place}」: ${why}`,
};
