import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { BackupError } from "../../../src/domain/errors";
import type { Connection } from "../../../src/kintone/connection/connection";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createSessionConnection } from "../../../src/kintone/connection/session-connection";
import { createTokenConnection } from "../../../src/kintone/connection/token-connection";

const TOKEN = "Zx9Qm4TvAbCdEfGhIjKlMnOpQrStUvWxYz012345";
const baseUrl = "https://example.cybozu.com";
const userAgent = "test";

const failure = async (connection: Connection) =>
  connection.json({ method: "GET", path: "app" }).then(
    () => Promise.reject(new Error("it did not fail")),
    (error: BackupError) => error,
  );

const answering =
  (body: object, init: ResponseInit = {}): typeof fetch =>
  async () =>
    Response.json(body, { status: 400, ...init });
const saying = (message: string) => answering({ code: "GAIA_XX99", message });

describe("of what came back, an error keeps everything but what is secret:", () => {
  test("its message", async () => {
    const send = saying(`app 12: X-Cybozu-API-Token was ${TOKEN}, "other" was not`);
    const { answer } = await failure(
      createTokenConnection({ baseUrl, userAgent, apiTokens: ["one", TOKEN], fetch: send }),
    );
    expect(answer?.message).toBe('app 12: X-Cybozu-API-Token was ***, "other" was not');
  });

  test("a secret that begins with another is taken out whole", async () => {
    const [short, long] = [TOKEN.slice(0, 20), TOKEN];
    const send = saying(`${long} ${short}`);
    const { answer } = await failure(
      createTokenConnection({ baseUrl, userAgent, apiTokens: [short, long], fetch: send }),
    );
    expect(answer?.message).toBe("*** ***");
  });

  test("the words beside the status, and the kind of the answer", async () => {
    const send = answering({}, { statusText: `No ${TOKEN}`, headers: { "Content-Type": `text/${TOKEN}` } });
    const error = await failure(createTokenConnection({ baseUrl, userAgent, apiTokens: [TOKEN], fetch: send }));
    expect(error.message).toBe("The answer 400, of no kind, is not that of kintone's API");
    expect(error.facts).toEqual({ obstacle: "website" });
  });

  test("a session's CSRF token, and its cookie, which a page cannot know", async () => {
    const send = saying(
      `cookie: JSESSIONID=abc.def; cb_login=x\nbody: {"__REQUEST_TOKEN__":"4f9a1c-token"}, "Cookie":"a=b"`,
    );
    const { answer } = await failure(
      createSessionConnection({ baseUrl, requestToken: () => "4f9a1c-token", fetch: send }),
    );
    expect(answer?.message).toBe('cookie: ***\nbody: {"__REQUEST_TOKEN__":"***"}, "Cookie":"***"');
  });

  test("what caused it, down to the last cause, which Node prints", async () => {
    const send: typeof fetch = () => {
      const deepest = new Error(`invalid header value ${TOKEN}`);
      return Promise.reject(
        new TypeError(`fetch failed for ${TOKEN}`, { cause: new Error("broken", { cause: deepest }) }),
      );
    };
    const error = await failure(createTokenConnection({ baseUrl, userAgent, apiTokens: [TOKEN], fetch: send }));
    const printed = inspect(error, { depth: null, showHidden: true });
    expect(printed).toContain("fetch failed for ***");
    expect(printed).toContain("invalid header value ***");
    expect(printed).not.toContain(TOKEN);
  });
});

test("a very short password is left where it is: its places in ordinary words would give it away", async () => {
  const send = saying("an ordinary message");
  const access = { baseUrl, userAgent, username: "sato", password: "a", fetch: send };
  expect((await failure(createPasswordConnection(access))).answer?.message).toBe("an ordinary message");
});
