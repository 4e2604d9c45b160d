import type { PageMessages } from "../text/page/messages";

const ID = "kbm-saving";

/** Made anew for each record: the page changes records without a load. What was drawn in the former one goes with it. */
export function mountSavingPlace(space: HTMLElement, { locale }: PageMessages): HTMLElement {
  removeSavingPlace();
  const place = document.createElement("div");
  place.id = ID;
  place.lang = locale;
  space.append(place);
  return place;
}

export function removeSavingPlace(): void {
  document.getElementById(ID)?.remove();
}
