import { LinkButton, Section } from '#platform/web/components/index.ts';
import { addSignaalPanel } from '#signaal/index.ts';
import { RAISE } from './pages/raise.tsx';
import { regieTexts } from './texts.ts';
import { AgendaForm } from './web/agenda-form.tsx';

// On the page of a signaal: raising a knot, and the push by way of the wijkwethouder.
addSignaalPanel((rq, { id, ended }) => {
  const may = { raise: rq.may('knot.raise') && !ended, put: rq.may('agenda.put') };
  if (!may.raise && !may.put) return null;
  const t = rq.texts(regieTexts);
  return (
    <Section id="vastgelopen" title={t('panel.title')}>
      {may.raise ? (
        <LinkButton href={`${RAISE}?soort=signaal&onderwerp=${id}`} look="secondary">
          {t('panel.raise')}
        </LinkButton>
      ) : null}
      <AgendaForm rq={rq} objectKind="signaal" objectId={id} />
    </Section>
  );
});
