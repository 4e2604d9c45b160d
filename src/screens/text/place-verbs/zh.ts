import type { PlaceVerbMessages } from "./messages";

export const placeVerbsZh: PlaceVerbMessages = {
  nothingMissing: "据历史记录，这些保存位置没有缺少的归档。",
  delivered: (archive, place) => `${archive}现已同时保存到“${place}”。`,
  notDelivered: (archive, place, why) => `${archive}仍未保存到“${place}”：${why}`,
  nowhereWhole: "其他保存位置中，没有一处完整保存了生成时的归档。",
  placeIsFine: (place) => `“${place}”：已成功写入、回读并删除文件。`,
  placeFails: (place, why) => `“${place}”：${why}`,
};
