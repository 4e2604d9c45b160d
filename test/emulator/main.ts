import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createDomain } from "./domain/domain";
import { addGeneratedApp } from "./domain/generated-app";
import { labFeatures } from "./domain/lab";
import { createPages } from "./pages/server";
import { loadSample } from "./sample/load";
import { startEmulator } from "./server";
import { openDataFolder } from "./storage/folder";

const usage = `The local kintone.

  npx tsx test/emulator/main.ts [options]

  --port <n>            port for HTTP/1.1 on localhost (9100)
  --secure-port <n>     port for HTTPS with HTTP/2 as well
  --certificate <file>  write the certificate there, for NODE_EXTRA_CA_CERTS
  --data <folder>       keep the domain there across starts
  --sample              fill an empty domain with the sample data of a manufacturer
  --records <n>         add an app with n records that are generated on demand
  --files <n>           so many of them with an attachment of 50,000 bytes
  --lab                 switch on the features under consideration (API Lab)
  --without-csp         pages without the strict content security policy
  --help                this text

Without --sample there is one user: admin, password kintone.
`;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "9100" },
    "secure-port": { type: "string" },
    certificate: { type: "string" },
    data: { type: "string" },
    sample: { type: "boolean", default: false },
    records: { type: "string", default: "0" },
    files: { type: "string", default: "0" },
    lab: { type: "boolean", default: false },
    "without-csp": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) process.stdout.write(usage);
else await start();

async function start(): Promise<void> {
  const domain = createDomain();
  const data = values.data === undefined ? undefined : await openDataFolder(values.data, domain);
  if (!data?.wasFilled) {
    if (values.sample) await loadSample(domain);
    else domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  }
  if (values.lab) for (const feature of labFeatures) domain.lab.add(feature);
  const counts = { records: Number(values.records), files: Number(values.files) };
  if (counts.records > 0) addGeneratedApp(domain, { creator: "admin", ...counts });

  const emulator = await startEmulator({
    port: Number(values.port),
    ...(values["secure-port"] !== undefined && { securePort: Number(values["secure-port"]) }),
    domain,
    ...(data && { data }),
    pages: (context) => createPages(context, { withoutContentSecurityPolicy: values["without-csp"] }),
  });
  if (values.certificate !== undefined && emulator.secure) {
    await writeFile(values.certificate, emulator.secure.certificate);
  }
  process.stdout.write(`${[emulator.url, emulator.secure?.url].filter(Boolean).join("\n")}\n`);
  const stop = async () => {
    await emulator.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
}
