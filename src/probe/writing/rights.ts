import { asAssumedIf, type Finding, refusedAs, toldOf } from "../finding";
import { bodyOf, type ScratchApp } from "./scratch-app";

const EVERYONE = { type: "GROUP", code: "everyone" };

export async function defaultWhereRightLacks(scratch: ScratchApp): Promise<Finding> {
  return whileClosed(scratch, async () => {
    const heard = await scratch.add({ number: { value: "1" } });
    if (heard.status !== 200) return asAssumedIf(false, toldOf(heard));
    const [id = ""] = (heard.body as { ids: string[] }).ids;
    const { plain_text: cell } = await scratch.record(id);
    return asAssumedIf(cell?.value === "default", cell?.value === "" ? "empty" : "the default");
  });
}

export async function fieldNotEditable(scratch: ScratchApp): Promise<Finding> {
  return whileClosed(scratch, async () =>
    refusedAs(403, "GAIA_FU01", await scratch.add({ plain_text: { value: "written" } })),
  );
}

/** While everybody may read a field, and nobody write it. */
async function whileClosed(scratch: ScratchApp, work: () => Promise<Finding>): Promise<Finding> {
  await scratch.withForm();
  const restrict = async (rights: readonly object[]) => {
    bodyOf(await scratch.change("PUT", "field/acl", { rights }), "field/acl");
    await scratch.deploy();
  };
  const entities = [{ accessibility: "READ", entity: EVERYONE, includeSubs: false }];
  await restrict([{ code: "plain_text", entities }]);
  try {
    return await work();
  } finally {
    await restrict([]);
  }
}
