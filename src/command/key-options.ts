import type { Options, OptionValues } from "./verb";

/** What opens encrypted archives: of every verb that reads one. */
export const KEY_OPTIONS: Options = {
  identity: { type: "string", multiple: true },
  "passphrase-file": { type: "string" },
};

export const KEY_WORDS = `\
  --identity <path>
                  opens encrypted archives (.zip.age) with the secret keys in this file, as age-keygen writes it; may be given
                  several times. With run, the last archive, too, and what was written is verified with it
  --passphrase-file <path>
                  opens them with the passphrase in the first line of this file, which nobody else may read. With run, and no
                  keys in the settings file, the new archive is encrypted with it
`;

/** Paths. */
export interface KeyFilesGiven {
  identities: readonly string[];
  passphrase?: string;
}

export function keyFilesGiven(values: OptionValues): KeyFilesGiven {
  const { identity = [], "passphrase-file": passphrase } = values;
  const paths = (Array.isArray(identity) ? identity : [identity]).filter((path) => typeof path === "string");
  return { identities: paths, ...(typeof passphrase === "string" && { passphrase }) };
}
