import { ButtonRow, InlineForm, LinkButton } from '#platform/web/components/index.ts';
import { monitorTexts } from '../texts.ts';
import type { PageProps } from './goal-facts.tsx';

/** What this reader can do with the goal. */
export const Acts = ({ rq, page: { goal, may } }: PageProps) => {
  const t = rq.texts(monitorTexts);
  if (!may.set && !may.change && !may.measure) return null;
  return (
    <ButtonRow>
      {may.measure ? <LinkButton href={`/doelen/${goal.id}/meten`}>{t('act.measure')}</LinkButton> : null}
      {may.set && !goal.isSet ? (
        <InlineForm
          action={`/doelen/${goal.id}/vaststellen`}
          csrf={rq.csrf}
          label={t('act.confirm')}
          fields={[{ name: 'versie', value: String(goal.version) }]}
        />
      ) : null}
      {may.change ? (
        <LinkButton href={`/doelen/${goal.id}/wijzigen`} look="secondary">
          {t('act.change')}
        </LinkButton>
      ) : null}
    </ButtonRow>
  );
};
