import type { MessageTemplate } from '#platform/mail/template.ts';
import type { ReporterTemplate } from '../store/messages.ts';
import { messageFacts } from './facts.ts';
import { followLine, objectionLine, type Words, type Writing, writeMessage } from './letter.ts';

type Variables = Readonly<Record<string, unknown>>;

const receipt = (writing: Writing): Words => {
  const { t, about, owner, facts, day } = writing;
  return {
    subject: t('receipt.subject', about),
    paragraphs: [
      t('receipt.thanks', about),
      facts.joinedOf ? t('receipt.joined', { day: day(facts.joinedOf) }) : null,
      facts.nextWord
        ? t('receipt.next', { owner, day: day(facts.nextWord) })
        : t('receipt.next_no_day', { owner }),
      followLine(writing),
      writing.channel === 'phone' ? null : t('follow.keep'),
    ],
  };
};

const receiptHelper = (writing: Writing): Words => ({
  subject: writing.t('helper.subject', writing.about),
  paragraphs: [writing.t('helper.why', writing.about), writing.t('helper.may'), followLine(writing)],
});

const planned = (writing: Writing, variables: Variables): Words => {
  const { t, about, owner, day, facts } = writing;
  const on = text(variables.planned_on);
  const hear = text(variables.hear_by);
  return {
    subject: on ? t('planned.subject', about) : t('planned.subject_hear', about),
    paragraphs: [
      on ? t('planned.on', { ...about, owner, day: day(on) }) : null,
      hear && !on ? t('planned.hear', { ...about, day: day(hear) }) : null,
      facts.said,
      followLine(writing),
    ],
  };
};

const status = (writing: Writing): Words => {
  const { t, about, owner, day, facts } = writing;
  return {
    subject: t('status.subject', about),
    paragraphs: [
      t('status.open', { ...about, owner }),
      facts.plannedOn ? t('status.planned', { day: day(facts.plannedOn) }) : null,
      facts.nextWord ? t('status.hear', { day: day(facts.nextWord) }) : null,
      followLine(writing),
    ],
  };
};

/** What a withdrawal without words is stored as; nobody needs to read it. */
const NOTHING_SAID = '-';

/** The answer, and how to say that it is not solved. */
export const outcome = (writing: Writing, variables: Variables): Words => {
  const { t, about, facts } = writing;
  const ended = text(variables.outcome) ?? 'answered';
  const withdrawn = ended === 'withdrawn';
  return {
    subject: t('outcome.subject', about),
    paragraphs: [
      withdrawn ? null : t('outcome.about', about),
      t.dynamic(`outcome.${ended}`, about),
      withdrawn || facts.said === NOTHING_SAID ? null : facts.said,
      withdrawn ? null : objectionLine(writing),
      withdrawn ? null : followLine(writing),
    ],
  };
};

const reopened = (writing: Writing): Words => {
  const { t, about, owner, facts, day } = writing;
  return {
    subject: t('reopened.subject', about),
    paragraphs: [
      t('reopened.again', about),
      facts.nextWord ? t('reopened.next', { owner, day: day(facts.nextWord) }) : null,
      followLine(writing),
    ],
  };
};

const unmerged = (writing: Writing): Words => {
  const { t, about, owner, facts, day } = writing;
  return {
    subject: t('reopened.subject', about),
    paragraphs: [
      t('unmerged.again', about),
      facts.nextWord ? t('reopened.next', { owner, day: day(facts.nextWord) }) : null,
      followLine(writing),
    ],
  };
};

const question = (writing: Writing): Words => {
  const { t, about, facts, channel } = writing;
  const reply = {
    mail: () => t('question.reply', { url: facts.url }),
    letter: () => t('question.reply_paper'),
    phone: () => t('question.reply_call', about),
  };
  return {
    subject: t('question.subject', about),
    paragraphs: [t('question.about', about), facts.said, reply[channel]()],
  };
};

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const WORDS: Record<ReporterTemplate, (writing: Writing, variables: Variables) => Words> = {
  receipt,
  receipt_helper: receiptHelper,
  planned,
  status,
  outcome,
  reopened,
  unmerged,
  question,
};

/**
 * Everything that a reporter or helper is ever sent. Address and words are made at the moment of sending; whoever was
 * wiped meanwhile gets nothing.
 */
export const signaalTemplates: readonly MessageTemplate[] = Object.entries(WORDS).map(([name, words]) => ({
  name: `signaal.${name}`,
  render: async (world, db, message) => {
    const facts = await messageFacts(world, db, message);
    if (!facts) return null;
    return writeMessage(facts, message.channel, (writing) => words(writing, message.variables));
  },
}));
