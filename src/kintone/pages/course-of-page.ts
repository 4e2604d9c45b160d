import type { Course } from "../../domain/requests";

const COURSES: Readonly<Record<string, Course>> = { STANDARD: "standard", WIDE: "wide" };

/**
 * The course that the domain has. `undefined` where kintone does not tell: in versions without the function, and of courses that are
 * neither, of which it rejects (cybozu.dev js-api/license/get-course). That it tells on pages of settings is UNCONFIRMED(course).
 */
export async function courseOfPage(): Promise<Course | undefined> {
  try {
    return COURSES[(await kintone.license?.getSubscriptionPlan()) ?? ""];
  } catch {
    return undefined;
  }
}
