import { afterAll, beforeAll } from "vitest";
import { createUnattended, type Unattended } from "./command-process";

export { type Ended, endOf, namesIn, type Unattended } from "./command-process";

/** The command for the tests of one file. */
export function unattended(): Unattended {
  const command = createUnattended();
  beforeAll(() => command.open());
  afterAll(() => command.close());
  return command;
}
