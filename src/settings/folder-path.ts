import * as v from "valibot";
import { reason } from "./problem";

/** `"C:\backups\new"` is JSON, and means a backspace and a line break: nobody wants these in the name of a folder. */
const CONTROL = /\p{Cc}/u;

/** What a shell replaces and nothing else does. `~` alone is read as a shell does (`entries/command/whole-path.ts`). */
const SHELL_NOTATION = /^~[^/\\]+|^\$(\{\w+\}|\w+)(?=[/\\]|$)|%\w+%/;

const required = () => reason("required");

/** The path of a folder, as people write it into a file of JSON. */
export const folderPath = v.pipe(
  v.string(required),
  v.check((text) => !CONTROL.test(text), reason("control-characters")),
  v.trim(),
  v.nonEmpty(required),
  v.check(
    (text) => !SHELL_NOTATION.test(text),
    (issue) => reason("shell-notation", { found: SHELL_NOTATION.exec(issue.input)?.[0] ?? "" }),
  ),
);
