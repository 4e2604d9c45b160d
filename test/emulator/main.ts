import { parseArgs } from "node:util";
import { createDomain } from "./domain/domain";
import { createPages } from "./pages/server";
import { startEmulator } from "./server";

const usage = `The local kintone.

  npx tsx test/emulator/main.ts [options]

  --port <n>       port on localhost (9100)
  --sample         fill the domain with the sample data of a manufacturer
  --help           this text
`;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "9100" },
    sample: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  process.stdout.write(usage);
} else {
  const domain = createDomain();
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  const emulator = await startEmulator({ port: Number(values.port), domain, pages: createPages });
  process.stdout.write(`${emulator.url}\n`);
}
