import type { z } from 'zod';
import type { FieldErrors } from '../errors.ts';
import type { Rq } from './request.ts';

/** A form as it was sent: the checked values, or what is wrong beside everything that was typed. */
export type Form<T> =
  | { readonly ok: true; readonly value: T; readonly raw: RawForm }
  | { readonly ok: false; readonly errors: FieldErrors; readonly raw: RawForm };

/** The fields of a form as texts (the first of each name, and all of them), and its files. */
export interface RawForm {
  readonly names: readonly string[];
  readonly text: (name: string) => string;
  readonly all: (name: string) => readonly string[];
  readonly files: readonly UploadedFile[];
}

/** One file of a multipart form. */
export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface RouteInput<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly form: Form<Body>;
}

/** What a route declares: path, policy and schemas. A POST without a form schema takes no fields. */
export interface RouteDeclaration<Params, Query, Body> {
  readonly method: 'GET' | 'POST';
  /** Hono's pattern, such as `/volg/:code`. */
  readonly path: string;
  /** An action of the role matrix. */
  readonly policy: string;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly form?: z.ZodType<Body>;
  /** Fields that may repeat, such as checkboxes: their values come as a list. */
  readonly lists?: readonly string[];
  /** The largest body in bytes; 100 kB unless the route takes files. */
  readonly maxBody?: number;
  /** How often one visitor may ask this: `uses` per `seconds`. */
  readonly limit?: { readonly uses: number; readonly seconds: number };
  /** Pages that a session without second factor may see. */
  readonly beforeSecondFactor?: boolean;
  /** A public page that looks the same to everybody who is not signed in: kept for some seconds (`kept-pages.ts`). */
  readonly kept?: boolean;
  readonly handle: (rq: Rq, input: RouteInput<Params, Query, Body>) => Promise<Response> | Response;
}

/** A route as the router keeps it: the types of its input have been settled by {@link defineRoute}. */
export type Route = Omit<RouteDeclaration<unknown, unknown, unknown>, 'handle'> & {
  readonly handle: (
    rq: Rq,
    input: { params: unknown; query: unknown; form: Form<unknown> },
  ) => Promise<Response> | Response;
};

/** Declares a route. The schemas decide the types that its handler gets. */
export const defineRoute = <Params = unknown, Query = unknown, Body = unknown>(
  declaration: RouteDeclaration<Params, Query, Body>,
): Route => ({
  ...declaration,
  // The router parses with the schemas above before it calls, so the values are of these types.
  handle: (rq, input) => declaration.handle(rq, input as RouteInput<Params, Query, Body>),
});
