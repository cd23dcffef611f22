/** A role that somebody holds today, with its bounds. Null bounds reach the whole municipality. */
export interface Holding {
  readonly role: string;
  readonly departmentId: string | null;
  readonly areaId: string | null;
  /** The buurten of the area today; null without an area. */
  readonly buurtIds: readonly string[] | null;
  /** The account for whom this role acts ("namens"); both names are logged. */
  readonly onBehalfOf: string | null;
}

/** Whoever asks for something: a resident without an account, a person with roles, a job, or the operator. */
export interface Principal {
  readonly kind: 'resident' | 'staff' | 'system' | 'operator';
  readonly id: string | null;
  readonly holdings: readonly Holding[];
}

/** Somebody who did not sign in. */
export const anonymous: Principal = { kind: 'resident', id: null, holdings: [] };
/** A job of the program itself. */
export const systemPrincipal: Principal = { kind: 'system', id: null, holdings: [] };
/** Whoever runs the command line on the server. */
export const operatorPrincipal: Principal = { kind: 'operator', id: null, holdings: [] };

/** The answer of the gate. */
export type Verdict =
  | { readonly ok: true; readonly holding: Holding | null }
  | { readonly ok: false; readonly code: 'forbidden' | 'sign_in_needed' };

/** The one gate. `fits` narrows a holding with its reach to the object that was loaded. */
export type Gate = (
  principal: Principal,
  action: string,
  fits?: (holding: Holding | null, reach: string) => boolean,
) => Verdict;
