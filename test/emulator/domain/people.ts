/** Users, organizations and groups of the domain, and who belongs where. */
export interface User {
  id: number;
  code: string;
  name: string;
  password: string;
  /** "ja", "en", "zh", or "auto": the browser's. */
  language: string;
  timezone: string;
  email: string;
  isGuest: boolean;
  systemAdministrator: boolean;
  /** Made inactive on cybozu.com: still shown, and nothing more. */
  isInactive: boolean;
  /** Everybody may create apps, unless somebody took the right away for the whole domain (kintone help, permission_admin/permissions). */
  isBarredFromCreatingApps: boolean;
  /** The first one is the primary organization. */
  organizations: string[];
  groups: string[];
  /** By the code of the organization: what the user is there. */
  titles: Record<string, Title>;
}

export interface Title {
  code: string;
  name: string;
}

export interface Organization {
  code: string;
  name: string;
  parentCode: string | undefined;
}

export interface Group {
  code: string;
  name: string;
}

export interface Entity {
  type: string;
  code: string | null;
}

interface NewUser extends Partial<Omit<User, "id">> {
  code: string;
  name: string;
  password: string;
}

export class People {
  readonly users = new Map<string, User>();
  readonly organizations = new Map<string, Organization>();
  readonly groups = new Map<string, Group>([["everyone", { code: "everyone", name: "Everyone" }]]);

  addUser(user: NewUser): User {
    const added: User = {
      language: "ja",
      timezone: "Asia/Tokyo",
      email: `${user.code}@example.com`,
      isGuest: false,
      systemAdministrator: false,
      isInactive: false,
      isBarredFromCreatingApps: false,
      organizations: [],
      groups: [],
      titles: {},
      ...user,
      id: Math.max(0, ...[...this.users.values()].map(({ id }) => id)) + 1,
    };
    this.users.set(added.code, added);
    return added;
  }

  /** May be named in what is written. That somebody inactive may not is the strict reading: UNCONFIRMED(inactive-users). */
  canBeNamed(code: string): boolean {
    const user = this.users.get(code);
    return user !== undefined && !user.isInactive;
  }

  addOrganization(organization: { code: string; name: string; parentCode?: string }): void {
    this.organizations.set(organization.code, { parentCode: undefined, ...organization });
  }

  addGroup(group: Group): void {
    this.groups.set(group.code, group);
  }

  /** `{code, name}` as records show a person; somebody who is gone keeps the code as name. */
  show(code: string): { code: string; name: string } {
    if (code === "") return { code, name: "Administrator" };
    return { code, name: this.users.get(code)?.name ?? code };
  }

  /** Every code with its name, as one text: equal as long as records show people by the same names. */
  namesNow(): string {
    const all = [this.users, this.organizations, this.groups].map((entries) =>
      [...entries].map(([code, { name }]) => [code, name]),
    );
    return JSON.stringify(all);
  }

  /** Is the user meant by this entity of a permission or of a default value? Functions and fields are the caller's business. */
  includes(entity: Entity, user: User, includeSubs = false): boolean {
    switch (entity.type) {
      case "USER":
        return entity.code === user.code;
      case "GROUP":
        return entity.code === "everyone" ? !user.isGuest : user.groups.includes(entity.code ?? "");
      case "ORGANIZATION":
        return user.organizations.some(
          (code) => code === entity.code || (includeSubs && this.isBelow(code, entity.code ?? "")),
        );
      default:
        return false;
    }
  }

  private isBelow(code: string, ancestor: string): boolean {
    for (let at = this.organizations.get(code)?.parentCode; at; at = this.organizations.get(at)?.parentCode) {
      if (at === ancestor) return true;
    }
    return false;
  }
}
