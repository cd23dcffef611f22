import type { ReactNode } from 'react';
import type { FieldErrors } from '#platform/errors.ts';
import type { RenderedMessage } from '#platform/mail/template.ts';
import type { Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { type Acts, actionsFor } from '../actions.ts';
import { mistakeOf } from '../web/mistakes.ts';
import { type Around, type Choices, readAround } from './around.ts';
import { readCore, type SignaalCore } from './core.ts';

/** A form that came back: which one, what was typed, what was wrong. */
export interface Failed {
  readonly form: string;
  readonly raw: RawForm;
  readonly errors: FieldErrors;
  /** The signaal had moved on meanwhile. */
  readonly stale: boolean;
  /** What the reporter would get, when that was asked. */
  readonly preview?: RenderedMessage | undefined;
}

/** The whole page of one signaal for one member of staff. */
export interface DetailPage {
  readonly core: SignaalCore;
  readonly around: Around & Choices;
  readonly acts: Acts;
  readonly failed: Failed | null;
  /** De rode draad, drawn by the room that knows all instruments. */
  readonly thread: ReactNode;
  /** The act that just succeeded. */
  readonly done?: string | undefined;
}

/** Reads the page; "not found" for whoever may not read it. */
export const readDetail = async (
  rq: Rq,
  id: string,
  failed: Failed | null,
  done?: string,
): Promise<DetailPage> => {
  return rq.read(async (db) => {
    const core = await readCore(db, rq, id);
    return {
      core,
      around: await readAround(db, rq, core),
      acts: actionsFor(rq.principal, core.facts, core.signaal, core.parts),
      failed,
      done,
      thread: await rq.redThread({ kind: 'signaal', id }, db),
    };
  });
};

/** What one form of the page needs: its address, what was typed before, its mistakes, and ids of its own. */
export interface ActForm {
  readonly rq: Rq;
  readonly page: DetailPage;
  readonly action: string;
  /** It came back, so it stands open. */
  readonly isOpen: boolean;
  readonly typed: (name: string) => string;
  readonly raw: Pick<RawForm, 'text'>;
  readonly field: (name: string) => { name: string; id: string; value: string; error?: string };
  readonly version: string;
}

const NOTHING_TYPED: Pick<RawForm, 'text'> = { text: () => '' };

/** The form behind `/signalen/:id/<path>`. */
export const actForm = (rq: Rq, page: DetailPage, path: string): ActForm => {
  const failed = page.failed?.form === path ? page.failed : null;
  const raw = failed?.raw ?? NOTHING_TYPED;
  const { id, version } = page.core.signaal;
  return {
    rq,
    page,
    action: `/signalen/${id}/${path}`,
    isOpen: failed !== null,
    typed: raw.text,
    raw,
    field: (name) => ({
      name,
      id: fieldId(path, name),
      value: raw.text(name),
      ...mistakeOf(rq, failed?.errors ?? {}, name),
    }),
    version,
  };
};

/** The id of one field of one form: a page holds several forms, so a name is not enough. */
export const fieldId = (path: string, name: string): string => `${path.replaceAll('/', '-')}-${name}`;
