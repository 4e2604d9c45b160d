import { createElement, type FunctionComponent } from "preact";

/** What every component of kintone UI Component takes, and the events of the ones that we use. */
interface KucEvents {
  onClick?: () => void;
  onChange?: (event: CustomEvent<{ value?: string }>) => void;
}

/** A kintone UI Component as a Preact component: Preact sets properties, not attributes, where an element has them. */
export function kuc<Props extends object>(element: new (props?: Props) => HTMLElement) {
  const tag = new element().localName;
  const Component: FunctionComponent<Props & KucEvents> = (props) => createElement(tag, props);
  return Component;
}
