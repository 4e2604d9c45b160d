/**
 * The bare loop in a process of its own. Prints the seconds that it took, without the start of the process.
 *
 *   tsx process.ts <file with a Draining>
 */
import { readFile } from "node:fs/promises";
import process from "node:process";
import { type Draining, drain } from "./drain";

const draining = JSON.parse(await readFile(process.argv[2] ?? "", "utf8")) as Draining;
process.stdout.write(String(await drain(draining)));
