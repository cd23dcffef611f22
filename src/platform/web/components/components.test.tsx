import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { renderFragment } from '../shell/page.tsx';
import {
  Alert,
  BigCode,
  Button,
  Card,
  Checkbox,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Form,
  HonestNumber,
  InlineForm,
  Own,
  OwnIn,
  Pager,
  Quote,
  RadioGroup,
  RedThread,
  Select,
  StatusBadge,
  Table,
  TextArea,
  TextField,
} from './index.ts';

const html = (element: ReactElement): string => renderFragment(element);
const hostile = '<script>alert("x")</script>';

describe('a text field', () => {
  it('puts label, description and error before the input and ties them to it', () => {
    const field = html(
      <TextField name="mail" label="E-mail" description="Alleen hiervoor." error="Vul in" value="a@b" />,
    );
    const order = ['E-mail', 'Alleen hiervoor.', 'Vul in', '<input'].map((part) => field.indexOf(part));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(field).toContain('<label class="utrecht-form-label wr-label" for="mail">');
    expect(field).toMatch(/<input id="mail" type="text"[^>]* name="mail"/);
    expect(field).toContain('aria-describedby="mail-description mail-error" aria-invalid="true"');
    expect(field).toContain('value="a@b"');
  });

  it('says nothing of errors or descriptions when there are none', () => {
    const field = html(<TextField name="mail" label="E-mail" id="mail-2" />);
    expect(field).not.toContain('aria-');
    expect(field).toContain('for="mail-2"');
    expect(field).toContain('id="mail-2"');
  });

  it('gives back what was typed as text, whatever it was', () => {
    for (const field of [
      html(<TextField name="a" label={hostile} value={hostile} error={hostile} />),
      html(<TextArea name="a" label={hostile} value={`</textarea>${hostile}`} />),
      html(<Select name="a" label={hostile} options={[{ value: hostile, label: hostile }]} />),
    ]) {
      expect(field).toContain('&lt;script&gt;');
      expect(field).not.toContain('<script');
    }
  });
});

describe('a choice', () => {
  const options = [
    { value: 'ja', label: 'Ja', description: 'Het is weg' },
    { value: 'nee', label: 'Nee' },
  ];

  it('gives the group’s id to its first input, so that an error summary can reach it', () => {
    const group = html(<RadioGroup name="op" label="Opgelost?" options={options} value="nee" error="Kies" />);
    expect(group).toMatch(/<legend[^>]*>Opgelost\?<\/legend>/);
    expect(group).toMatch(/<input id="op" type="radio"[^>]* name="op" value="ja"/);
    expect(group).toMatch(/<input id="op-2"[^>]*checked=""/);
    expect(group).toContain('aria-describedby="op-error"');
    expect(group).toContain('<div id="op-about-1" class="wr-choice__about">Het is weg</div>');
  });

  it('keeps every tick', () => {
    const group = html(<CheckboxGroup name="hoe" label="Hoe?" options={options} values={['ja', 'nee']} />);
    expect(group.match(/checked=""/g)).toHaveLength(2);
  });

  it('has no id twice', () => {
    const ids = (text: string) => Array.from(text.matchAll(/ id="([^"]+)"/g), (match) => match[1]);
    const group = ids(html(<RadioGroup name="op" label="x" description="y" error="z" options={options} />));
    expect(new Set(group).size).toBe(group.length);
    const tick = ids(html(<Checkbox name="ik" label="x" description="y" error="z" />));
    expect(new Set(tick).size).toBe(tick.length);
  });
});

describe('a date', () => {
  it('is three labelled inputs that keep what was typed, the first with the field’s id', () => {
    const field = html(
      <DateField lang="en" name="op" label="When" value={{ day: '31', month: 'feb', year: '' }} />,
    );
    expect(field).toMatch(/for="op">Day<.*for="op-month">Month<.*for="op-year">Year</s);
    expect(field).toContain('name="op-day"');
    expect(field).toContain('value="feb"');
  });
});

describe('a form', () => {
  it('posts, is checked by the server alone, and carries its two hidden fields', () => {
    const form = html(
      <Form action="/melden" csrf="c" idempotencyKey="k" multipart>
        <Button hotkey="v">Verder</Button>
      </Form>,
    );
    for (const part of [
      'method="post"',
      'action="/melden"',
      'noValidate=""',
      'encType="multipart/form-data"',
    ])
      expect(form).toContain(part);
    expect(form).toContain('<input type="hidden" name="_csrf" value="c"/>');
    expect(form).toContain('<input type="hidden" name="_once" value="k"/>');
    expect(form).toContain('<button type="submit"');
    expect(form).toContain('data-key="v"');
    expect(form).toMatch(/^<wr-once><form/);
  });

  it('of one button holds its fields', () => {
    const form = html(<InlineForm action="/x" label="Gedaan" fields={[{ name: 'id', value: '7' }]} />);
    expect(form).toContain('<input type="hidden" name="id" value="7"/>');
    expect(form).not.toContain('_csrf');
  });
});

describe('an error summary', () => {
  it('is announced, takes focus and links to each input', () => {
    const summary = html(
      <ErrorSummary lang="nl" errors={[{ fieldId: 'mail', message: 'Vul in' }, { message: hostile }]} />,
    );
    expect(summary).toContain('role="alert" tabindex="-1"');
    expect(summary).toContain('Er is een probleem');
    expect(summary).toContain('<a class="utrecht-link utrecht-link--html-a" href="#mail">Vul in</a>');
    expect(summary).not.toContain('<script');
  });

  it('is not there when nothing is wrong', () => {
    expect(html(<ErrorSummary lang="nl" errors={[]} />)).toBe('');
  });
});

describe('the red thread', () => {
  const thread = html(
    <RedThread
      lang="nl"
      label="Uw melding"
      stations={[
        { key: 'a', name: 'Ontvangen', state: 'done', date: 'ma 4 mei 2026', href: '/a' },
        { key: 'b', name: 'Gepland', state: 'current', note: 'uiterlijk di 12 mei' },
        { key: 'c', name: 'Gesprek', state: 'skipped' },
        { key: 'd', name: 'Klaar', state: 'ahead' },
      ]}
    />,
  );

  it('is an ordered list that says each state in words', () => {
    expect(thread).toMatch(/<ol[^>]*aria-label="Uw melding"/);
    expect(thread.match(/<li/g)).toHaveLength(4);
    for (const word of ['(voltooid)', '(hier zijn we nu)', '(overgeslagen)', '(komt nog)'])
      expect(thread).toContain(word);
  });

  it('marks where we are, once, and links where there is something to see', () => {
    expect(thread.match(/aria-current="step"/g)).toHaveLength(1);
    expect(thread.match(/<a /g)).toHaveLength(1);
    expect(thread).toContain('ma 4 mei 2026');
  });
});

describe('a table', () => {
  const rows = [{ id: '1', name: 'Lamp', days: 3 }];

  it('names its columns and rows, and says how it is sorted', () => {
    const table = html(
      <Table
        lang="nl"
        caption="Wachtend"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', header: 'Melding', cell: (row) => row.name },
          {
            key: 'days',
            header: 'Dagen',
            numeric: true,
            cell: (row) => String(row.days),
            sort: { href: '?op=dagen', direction: 'descending' },
          },
        ]}
      />,
    );
    expect(table).toContain('<caption class="utrecht-table__caption">Wachtend</caption>');
    expect(table).toContain('<th scope="col" role="columnheader" aria-sort="descending"');
    expect(table).toMatch(/<th scope="row"[^>]*data-label="Melding"><div class="wr-table__content">Lamp</);
    expect(table).toMatch(/<td role="cell"[^>]*wr-table__numeric[^>]*data-label="Dagen"/);
    expect(table).toContain('(aflopend gesorteerd)');
  });
});

describe('small parts', () => {
  it('never speak by colour alone', () => {
    expect(html(<StatusBadge tone="late">2 dagen te laat</StatusBadge>)).toMatch(/<svg.*2 dagen te laat/s);
    expect(html(<Alert kind="error" title="Mislukt" announce />)).toMatch(/role="alert".*<svg.*Mislukt/s);
    expect(html(<Alert kind="ok" title="Gelukt" announce />)).toContain('role="status"');
    expect(html(<Alert kind="ok" title="Gelukt" />)).not.toContain('role=');
  });

  it('say "niet gemeten" for a figure that is missing, and n, source, date and definition for one that is not', () => {
    expect(html(<HonestNumber lang="nl" label="Schoon" measured={null} />)).toContain('niet gemeten');
    const figure = html(
      <HonestNumber
        lang="nl"
        label="Schoon"
        measured={{
          value: '6,4',
          sample: '412',
          source: 'Omnibus',
          date: 'nov 2015',
          definition: { label: 'versie 2' },
        }}
      />,
    );
    for (const part of ['6,4', '412', 'Omnibus', 'nov 2015', 'versie 2']) expect(figure).toContain(part);
  });

  it('leave out a pager that leads nowhere', () => {
    expect(html(<Pager lang="nl" />)).toBe('');
    expect(html(<Pager lang="nl" nextHref="?na=1" />)).toMatch(
      /<nav[^>]*aria-label="Bladeren">.*rel="next"/s,
    );
  });

  it('write a code in the groups in which it is spoken', () => {
    expect(html(<BigCode label="Uw code" groups={['K7QM', '2XPD']} />)).toContain('K7QM 2XPD');
  });

  it('give a card its place in the outline', () => {
    expect(html(<Card title="Lamp" titleLevel={2} href="/m/1" />)).toMatch(/<h2[^>]*><a[^>]*href="\/m\/1"/);
  });
});

describe('words of a resident or an official', () => {
  it('are marked as Dutch on whatever page, alone and within a sentence of ours', () => {
    expect(html(<Own>Wij vegen ook op zondag</Own>)).toBe('<span lang="nl">Wij vegen ook op zondag</span>');
    expect(html(<OwnIn text="Plan: Schoon plein, no 3" own={['Schoon plein']} />)).toBe(
      'Plan: <span lang="nl">Schoon plein</span>, no 3',
    );
    expect(html(<OwnIn text="A: b; c" own={[null, '', 'c', undefined, 'b']} />)).toBe(
      'A: <span lang="nl">b</span>; <span lang="nl">c</span>',
    );
    expect(html(<OwnIn text="Nothing of it" own={['elders']} />)).toBe('Nothing of it');
    expect(html(<Quote by="resident">Losse tegel</Quote>)).toContain('<blockquote lang="nl">Losse tegel');
    expect(html(<Quote lang="en">The text was erased</Quote>)).toContain('<blockquote lang="en">');
  });
});
