const allowedElements = new Set(
  "A B BIG BLOCKQUOTE BR DIV EM FONT H1 H2 H3 H4 H5 H6 HR I IMG LI OL P PRE S SPAN STRIKE STRONG SUB SUP TABLE TBODY TD TH THEAD TR U UL".split(
    " ",
  ),
);
const allowedAttributes = new Set([
  "href",
  "src",
  "alt",
  "title",
  "style",
  "color",
  "size",
  "width",
  "height",
  "colspan",
  "rowspan",
]);

/** HTML of a rich-text field or an app's description as nodes: no scripts, no handlers, no addresses but http(s) ones. */
export function richTextNodes(html: string): DocumentFragment {
  const source = new DOMParser().parseFromString(html, "text/html").body;
  const target = document.createDocumentFragment();
  copy(source, target);
  return target;
}

function copy(source: Node, target: Node): void {
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) target.appendChild(document.createTextNode(child.textContent ?? ""));
    if (!(child instanceof HTMLElement)) continue;
    if (!allowedElements.has(child.tagName)) continue;
    const element = document.createElement(child.tagName);
    for (const { name, value } of child.attributes) {
      if (!allowedAttributes.has(name)) continue;
      if ((name === "href" || name === "src") && !/^https?:\/\//.test(value)) continue;
      element.setAttribute(name, value);
    }
    copy(child, element);
    target.appendChild(element);
  }
}
