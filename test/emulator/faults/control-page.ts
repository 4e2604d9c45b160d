/** What a person most often wants to go wrong; each is the body of a `POST /emulator/faults`. */
const EXAMPLES: Record<string, object> = {
  "Every answer takes half a second": { when: {}, do: { kind: "latency", milliseconds: 500 } },
  "Attachments come at 200 KB a second": {
    when: { path: "file.json" },
    do: { kind: "bandwidth", bytesPerSecond: 200_000 },
  },
  "One request in ten: 429 GAIA_TO04": { when: { chance: 0.1 }, do: { kind: "error", code: "GAIA_TO04" } },
  "Maintenance: 503 with HTML": { when: {}, do: { kind: "unavailable", body: "html" } },
  "The third page of records breaks off": {
    when: { path: "records.json", nth: 3 },
    do: { kind: "truncate", bytes: 2000 },
  },
  "Records: 504 of the gateway above 100 KB": {
    when: { path: "records.json" },
    do: { kind: "too-much", bytes: 100_000 },
  },
  "Records fall silent after 2000 bytes": { when: { path: "records.json" }, do: { kind: "silent", bytes: 2000 } },
  "From now on 100 requests per app and day: 429": {
    when: { nth: 1 },
    do: { kind: "event", event: { name: "requests-limited", perAppAndDay: 100 } },
  },
  "The session of sato expires at the tenth request": {
    when: { nth: 10 },
    do: { kind: "event", event: { name: "session-expired", user: "sato" } },
  },
};

/** A page for people on which faults are added, seen and cleared; programs use the same endpoints with JSON. */
export const controlPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Faults of the local kintone</title>
<style>
  body { font: 14px/1.6 sans-serif; max-width: 760px; margin: 32px auto; padding: 0 16px; color: #333 }
  textarea { width: 100%; height: 140px; font: 13px/1.5 monospace }
  button, select { font: inherit; padding: 4px 12px }
</style>
<h1>Faults of the local kintone</h1>
<p><label>Begin with <select id="example"></select></label></p>
<p><label>Fault (JSON)<br><textarea id="fault"></textarea></label></p>
<p><button id="add">Let it happen</button> <button id="clear">All is well again</button> <output id="answer"></output></p>
<h2>In force</h2>
<ul id="faults"></ul>
<script>
  const examples = ${JSON.stringify(EXAMPLES)};
  const get = (id) => document.getElementById(id);
  const send = async (method, body) => {
    const response = await fetch("/emulator/faults", { method, body });
    get("answer").textContent = response.ok ? "" : "Refused: " + response.status;
    await list();
  };
  const list = async () => {
    const faults = await (await fetch("/emulator/faults")).json();
    get("faults").replaceChildren(...faults.map((fault) => {
      const item = document.createElement("li");
      item.textContent = JSON.stringify(fault);
      return item;
    }));
  };
  const choose = () => { get("fault").value = JSON.stringify(examples[get("example").value], null, 2); };
  for (const name of Object.keys(examples)) get("example").append(new Option(name));
  get("example").addEventListener("change", choose);
  get("add").addEventListener("click", () => send("POST", get("fault").value));
  get("clear").addEventListener("click", () => send("DELETE"));
  choose();
  list();
</script>
</html>
`;
