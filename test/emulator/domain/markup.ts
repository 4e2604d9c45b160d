/** kintone removes active content from the HTML that it is given; what exactly is UNCONFIRMED(active-content). */
export const withoutActiveContent = (html: string): string =>
  html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|\son\w+\s*=\s*("[^"]*"|'[^']*')/gi, "");

/**
 * HTML of settings as kintone keeps it: without active content, and with full-width signs as references (captured of （）：＊！; that it is
 * all from U+FE60 on, as OWASP's java-html-sanitizer writes them, is UNCONFIRMED(markup-references)).
 */
export const asKeptMarkup = (html: string): string =>
  withoutActiveContent(html).replace(/[\ufe60-\uffef]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`);
