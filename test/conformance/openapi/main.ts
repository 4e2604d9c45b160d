/**
 * Runs a command and judges every answer that the local kintone gives meanwhile:
 *
 *     tsx test/conformance/openapi/main.ts vitest run --project conformance
 *
 * Fails when the command fails or an answer disagrees with a witness.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { addressOf } from "../../emulator/rest/endpoint";
import { endpoints } from "../../emulator/rest/endpoints";
import { kindOf, witnessVariable } from "../../emulator/rest/witness";
import type { WitnessedAnswer } from "../../emulator/rest/witness";
import { judgeByTypes } from "./client-types";
import { correctionOf, corrections } from "./corrections";
import { coverage } from "./coverage";
import { descriptionFile, readDescription } from "./description";
import type { Description } from "./description";
import { compare } from "./structure";
import type { Complaint } from "./structure";

const folder = await mkdtemp(path.join(tmpdir(), "witness-"));
const [command, ...options] = process.argv.slice(2);
if (command === undefined) throw new Error("Which command shall be judged?");
const commandStatus = await run(command, options);
const began = Date.now();
const isAgreed = await judge(await readAnswers());
console.log(`Judged within ${((Date.now() - began) / 1000).toFixed(0)} s.`);
await rm(folder, { recursive: true });
process.exitCode = commandStatus || (isAgreed ? 0 : 1);

async function run(name: string, parameters: string[]): Promise<number> {
  const own = path.join(import.meta.dirname, "../../../node_modules/.bin");
  const environment = {
    ...process.env,
    PATH: `${own}${path.delimiter}${process.env.PATH ?? ""}`,
    [witnessVariable]: folder,
  };
  const child = spawn(name, parameters, { stdio: "inherit", env: environment, shell: process.platform === "win32" });
  const [status] = (await once(child, "exit")) as [number | null];
  return status ?? 1;
}

/** Each process recorded a kind of answer once; here are those of all of them, once. */
async function readAnswers(): Promise<WitnessedAnswer[]> {
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), "utf8")));
  const answers = texts.flatMap((text) => text.split("\n").filter(Boolean)).map((line) => JSON.parse(line));
  return [...new Map((answers as WitnessedAnswer[]).map((answer) => [kindOf(answer), answer])).values()];
}

async function judge(answers: WitnessedAnswer[]): Promise<boolean> {
  const description = await readDescription(descriptionFile());
  const byDescription = description ? answers.flatMap((answer) => judgeByDescription(answer, description)) : [];
  const complaints = [
    ...byDescription.map((complaint) => ({ witness: "description" as const, complaint })),
    ...judgeByTypes(answers).map((complaint) => ({ witness: "types" as const, complaint })),
  ];
  const used = new Set(complaints.map(({ witness, complaint }) => correctionOf(witness, complaint)));
  const open = complaints.filter(({ witness, complaint }) => !correctionOf(witness, complaint));
  const sentences = open.map(
    ({ witness, complaint: { endpoint, at, message } }) =>
      `${witness === "description" ? "OpenAPI" : "rest-api-client"}: ${endpoint} ${at}: ${message}`,
  );
  const disagreements = [...new Set(sentences)].sort();

  console.log("\n── what the outside witnesses say of the local kintone's answers");
  if (description) {
    const figures = coverage([...description.answers.keys()], new Set(endpoints.map(addressOf)), answers);
    console.log(figures.table);
    used.delete(undefined);
    console.log(`${used.size} of ${corrections.length} corrections of the witnesses were needed.`);
    for (const sentence of disagreements) console.log(sentence);
    console.log(
      `conformance: ${answers.length} kinds of answers, ${disagreements.length} disagreements; OpenAPI ${description.version}: ` +
        `${figures.described} endpoints, ${figures.served} served, ${figures.exercised} exercised`,
    );
  } else {
    for (const sentence of disagreements) console.log(sentence);
    console.log(
      `conformance: ${answers.length} kinds of answers, ${disagreements.length} disagreements with rest-api-client's types; NOT compared with ` +
        `the OpenAPI description, which is not at ${descriptionFile()}: take kintone-openapi.yaml from ` +
        "https://github.com/kintone/rest-api-spec and name its path in KINTONE_OPENAPI",
    );
  }
  return disagreements.length === 0;
}

/** Only successful answers are described; an answer without JSON is recorded as null. */
function judgeByDescription({ endpoint, status, body }: WitnessedAnswer, description: Description): Complaint[] {
  if (status >= 400 || body === null || !description.answers.has(endpoint)) return [];
  return compare(body, description.answers.get(endpoint), description).map((finding) => ({ endpoint, ...finding }));
}
