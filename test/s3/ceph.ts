import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

const call = promisify(execFile);
const KEYS = { accessKeyId: "CEPHLOCAL", secretAccessKey: "ceph/local+secret0123456789" };
const OSD = "33333333-3333-3333-3333-333333333333";
const CLUSTER = "22222222-2222-2222-2222-222222222222";

/** Whether Debian's `radosgw ceph-mon ceph-osd ceph-common` are installed, and may be started: they want to be root. */
export async function cephIsThere(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  return Promise.all(
    ["radosgw", "ceph-mon", "ceph-osd", "ceph", "monmaptool"].map((name) => call("which", [name])),
  ).then(
    () => true,
    () => false,
  );
}

/** A real S3 server for as long as a suite takes: one monitor, one store in memory and the gateway, on this machine alone. */
export async function startCeph() {
  const folder = await mkdtemp(join(tmpdir(), "ceph-"));
  const [monitor, gateway] = [await freePort(), await freePort()];
  const config = join(folder, "ceph.conf");
  for (const name of ["mon", "osd/0", "rgw", "run", "log"]) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await writeFile(config, configOf(folder, monitor, gateway));
  const daemons: ChildProcess[] = [];
  const start = (program: string, ...args: string[]) =>
    void daemons.push(spawn(program, ["-c", config, ...args, "-f"], { stdio: "ignore" }));
  const run = (program: string, ...args: string[]) => call(program, ["-c", config, ...args], { timeout: 60_000 });
  const close = async () => {
    // In memory: nothing of it is worth an orderly end.
    for (const daemon of daemons) daemon.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const map = join(folder, "monmap");
    await call("monmaptool", ["--create", "--fsid", CLUSTER, "--addv", "a", `[v1:127.0.0.1:${monitor}]`, map]);
    await run("ceph-mon", "-i", "a", "--mkfs", "--monmap", map);
    start("ceph-mon", "-i", "a");
    await run("ceph", "osd", "new", OSD, "0");
    await run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", OSD);
    await run("ceph", "osd", "crush", "add", "osd.0", "1.0", "root=default", "host=localhost");
    start("ceph-osd", "-i", "0");
    start("radosgw", "-n", "client.rgw");
    const endpoint = `http://127.0.0.1:${gateway}`;
    await answering(endpoint);
    const { accessKeyId: key, secretAccessKey: secret } = KEYS;
    await run(
      "radosgw-admin",
      "-n",
      "client.rgw",
      "user",
      "create",
      "--uid=kbm",
      "--display-name=kbm",
      `--access-key=${key}`,
      `--secret-key=${secret}`,
    );
    return { endpoint, keys: KEYS, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

function configOf(folder: string, monitor: number, gateway: number): string {
  return `[global]
fsid = ${CLUSTER}
mon_host = 127.0.0.1:${monitor}
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pgp_num = 1
osd_pool_default_pg_autoscale_mode = off
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 1000
osd_crush_chooseleaf_type = 0
public_network = 127.0.0.0/8
ms_bind_ipv6 = false
run_dir = ${folder}/run
admin_socket = ${folder}/run/$name.asok
pid_file = ${folder}/run/$name.pid
log_file = ${folder}/log/$name.log
mon_data_avail_crit = 1
memstore_device_bytes = 2147483648
[mon.a]
mon_data = ${folder}/mon/a
public_addr = 127.0.0.1
[osd.0]
osd_data = ${folder}/osd/0
osd_objectstore = memstore
[client.rgw]
rgw_frontends = beast endpoint=127.0.0.1:${gateway}
rgw_data = ${folder}/rgw
`;
}

async function answering(endpoint: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await fetch(endpoint).catch(() => undefined)) return;
    await wait(300);
  }
  throw new Error("The gateway does not answer");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
