/** `npm run customize`: the lists of target apps tell of their backups, or no more. */
import process from "node:process";
import { harmless } from "../src/screens/text/harmless";
import { customize } from "./customize/command";

process.exitCode = await customize(process.argv.slice(2), process.env, {
  say: (...lines) => lines.forEach((line) => console.log(harmless(line))),
  complain: (...lines) => lines.forEach((line) => console.error(harmless(line))),
});
