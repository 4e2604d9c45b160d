import { createElement, type FunctionComponent } from "preact";

/** A kintone UI Component as a Preact component: Preact sets properties, not attributes, where an element has them. */
export function kuc<Props extends object>(element: new (props?: Props) => HTMLElement) {
  const tag = new element().localName;
  const Component: FunctionComponent<Props & { onClick?: () => void }> = (props) => createElement(tag, props);
  return Component;
}
