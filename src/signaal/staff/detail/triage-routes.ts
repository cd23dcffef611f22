import { z } from 'zod';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Route } from '#platform/web/route.ts';
import { askDesk, declineNow, postponeSignaal } from '../../commands/decide.ts';
import { markDuplicate, unmergeSignaal } from '../../commands/merge.ts';
import { objectToClosing, withdrawSignaal } from '../../commands/reporter-voice.ts';
import {
  answerSignaal,
  askReporter,
  assignSignaal,
  categoriseSignaal,
  noteSignaal,
  passToWijkregisseur,
  referSignaal,
} from '../../commands/triage.ts';
import { lineField, optionalTextField } from '../../public/parts/fields.ts';
import { actRoute, versionField } from './act-route.ts';

const words = z.object({ ...versionField, tekst: optionalTextField });
const WORDS = { text: 'tekst', answer: 'tekst' } as const;
const grade = z.coerce.number().int().min(1).max(3).optional().catch(undefined);
const chosen = (code: string) => z.string().default('').refine(isId, code);

const adviceOf = (body: { kansrijk?: number | undefined; nut?: number | undefined; advies: string }) =>
  body.kansrijk && body.nut && body.advies !== ''
    ? { promising: body.kansrijk, useful: body.nut, sentence: body.advies }
    : null;

const assign = actRoute({
  path: 'beleggen',
  done: 'assigned',
  command: assignSignaal,
  form: z.object({
    ...versionField,
    afdeling: chosen('department_unknown'),
    kansrijk: grade,
    nut: grade,
    advies: lineField,
  }),
  input: (body, { signaalId }) => ({ signaalId, departmentId: body.afdeling, advice: adviceOf(body) }),
  names: { department: 'afdeling', advice: 'advies' },
});

const answer = actRoute({
  path: 'beantwoorden',
  done: 'answered',
  command: answerSignaal,
  form: words,
  input: ({ tekst }, { signaalId }) => ({ signaalId, text: tekst }),
  names: WORDS,
});

const refer = actRoute({
  path: 'doorverwijzen',
  done: 'referred',
  command: referSignaal,
  form: words,
  input: ({ tekst }, { signaalId }) => ({ signaalId, text: tekst }),
  names: WORDS,
});

/** The id of a signaal with this number; a text that is no id when there is none. */
const idOfNumber = (rq: Rq, number: number): Promise<string> =>
  rq.read(async (db) => {
    const [row] = await runSql<{ id: string }>(
      db,
      'select id from signaal where gemeente = $1 and number = $2::bigint',
      [rq.gemeente, number],
    );
    return row?.id ?? '';
  });

const duplicate = actRoute({
  path: 'dubbel',
  done: 'joined',
  command: markDuplicate,
  form: words.extend({
    ander: z.string().default(''),
    nummer: z.coerce.number().int().min(1).max(999_999_999).optional().catch(undefined),
  }),
  input: async ({ tekst, ander, nummer }, { signaalId }, rq) => ({
    signaalId,
    originalId: nummer === undefined ? ander : await idOfNumber(rq, nummer),
    text: tekst,
  }),
  names: { ...WORDS, form: 'nummer' },
});

const unmerge = actRoute({
  path: 'losmaken',
  done: 'unmerged',
  command: unmergeSignaal,
  form: z.object(versionField),
  input: (_body, { signaalId }) => ({ signaalId }),
});

const unsure = actRoute({
  path: 'wijkregisseur',
  done: 'passed',
  command: passToWijkregisseur,
  form: z.object({ ...versionField, regel: lineField }),
  input: ({ regel }, { signaalId }) => ({ signaalId, line: regel }),
  names: { line: 'regel' },
});

const categorise = actRoute({
  path: 'onderwerp',
  done: 'categorised',
  command: categoriseSignaal,
  form: z.object({ ...versionField, onderwerp: chosen('category_unknown') }),
  input: ({ onderwerp }, { signaalId }) => ({ signaalId, categoryId: onderwerp }),
  names: { category: 'onderwerp' },
});

const note = actRoute({
  path: 'notitie',
  done: 'noted',
  command: noteSignaal,
  form: words,
  input: ({ tekst }, { signaalId }) => ({ signaalId, text: tekst }),
  names: WORDS,
});

const ask = actRoute({
  path: 'vragen',
  done: 'asked',
  command: askReporter,
  form: words,
  input: ({ tekst }, { signaalId }) => ({ signaalId, text: tekst }),
  names: WORDS,
});

const object = actRoute({
  path: 'niet-opgelost',
  done: 'reopened',
  command: objectToClosing,
  form: words,
  input: ({ tekst }, { signaalId }) => ({ signaalId, text: tekst, hasCode: false, channel: 'desk' as const }),
  names: WORDS,
});

const withdraw = actRoute({
  path: 'intrekken',
  done: 'withdrawn',
  command: withdrawSignaal,
  form: words,
  input: ({ tekst }, { signaalId }) => ({ signaalId, text: tekst, hasCode: false, channel: 'desk' as const }),
  names: WORDS,
});

const toDesk = actRoute({
  path: 'balie-vragen',
  done: 'asked_desk',
  command: askDesk,
  form: z.object({ ...versionField, regel: lineField }),
  input: ({ regel }, { signaalId }) => ({ signaalId, line: regel }),
  names: { line: 'regel' },
});

const notNow = actRoute({
  path: 'nu-niet',
  done: 'declined',
  command: declineNow,
  form: words,
  input: ({ tekst }, { signaalId }) => ({ signaalId, text: tekst }),
  names: WORDS,
});

const postpone = actRoute({
  path: 'uitstellen',
  done: 'postponed',
  command: postponeSignaal,
  form: z.object({ ...versionField, dag: z.string().max(10).default('') }),
  input: ({ dag }, { signaalId }) => ({ signaalId, until: dag }),
  names: { until: 'dag' },
});

/** Triage, and the reporter's words said at the desk. */
export const triageRoutes: readonly Route[] = [
  assign,
  answer,
  refer,
  duplicate,
  unmerge,
  unsure,
  categorise,
  note,
  ask,
  object,
  withdraw,
  toDesk,
  notNow,
  postpone,
];
