import { render } from "preact";
import { Report } from "./report";

const ID = "kbm-report";

/**
 * Prints the report, and nothing else of the page: as long as it is there, the style sheet for paper shows only it. On the
 * screen it is never seen.
 */
export function printReport(report: Parameters<typeof Report>[0]): void {
  document.getElementById(ID)?.remove();
  const paper = document.createElement("div");
  paper.id = ID;
  paper.lang = report.view.messages.locale;
  document.body.append(paper);
  render(<Report {...report} />, paper);
  const clear = () => {
    render(null, paper);
    paper.remove();
  };
  // Some browsers return from `print` before anything is printed.
  window.addEventListener("afterprint", clear, { once: true });
  window.print();
}
