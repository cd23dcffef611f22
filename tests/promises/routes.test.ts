import { describe, expect, it } from 'vitest';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { checkHtml, checkPages, checkTitles } from './checks/pages.ts';
import { checkReach, checkRoutes, checkSnapshot, snapshotOf } from './checks/routes.ts';
import type { Visit } from './support/crawl.ts';
import { leadsOf } from './support/links.ts';

const route = (method: 'GET' | 'POST', path: string, policy = 'public.read'): Route =>
  defineRoute({ method, path, policy, handle: () => new Response('') });

const visit = (path: string, text: string, more: Partial<Visit> = {}): Visit => ({
  who: 'visitor',
  path,
  route: route('GET', path),
  status: 200,
  type: 'text/html',
  text,
  statements: [],
  ...leadsOf(text, 'http://lamp.localhost'),
  ...more,
});

describe('seen red', () => {
  it('finds doubles, unknown policies and forms without a schema', () => {
    const routes = [route('GET', '/a/:id'), route('GET', '/a/:name'), route('POST', '/b', 'lamp.break')];
    expect(checkRoutes(routes, { 'POST /gone': 'planted' }).breaches).toEqual([
      'GET /a/:name: is declared twice',
      'POST /b: policy lamp.break stands in no row of the matrix',
      'POST /b: takes a form without a schema',
      'POST /gone: is excused without need',
    ]);
  });

  it('finds an address that vanished, one that is new, and one that anybody may open now', () => {
    const now = [route('GET', '/a'), route('GET', '/b')];
    const before = { 'GET /b': 'account.manage', 'GET /c': 'public.read' };
    expect(checkSnapshot(now, before).breaches).toEqual([
      'GET /c: vanished',
      'GET /a: new -> public.read',
      'GET /b: account.manage -> public.read',
    ]);
    expect(checkSnapshot(now, snapshotOf(now)).breaches).toEqual([]);
  });

  it('finds a page that nobody links to, a form that nobody shows, and a dead link', () => {
    const routes = [route('GET', '/'), route('GET', '/a/:id'), route('GET', '/lost'), route('POST', '/send')];
    const home = visit(
      '/',
      '<a href="/a/1?x=2#y">a</a><a href="https://elders.test/lost">b</a><a href="/dead">c</a>',
    );
    expect(checkReach(routes, [home], { 'GET /a/:id': 'planted' }).breaches).toEqual([
      '/: GET /dead leads to nothing',
      'GET /a/:id: is excused without need',
      'GET /lost: stands behind no link and no form',
      'POST /send: stands behind no link and no form',
    ]);
    const form = visit(
      '/',
      '<form method="post" action="/send"></form><form action="/lost"></form><a href="/a/1">',
    );
    expect(checkReach(routes, [form], {}).breaches).toEqual([]);
  });

  it('follows the choices of a filter as a reader would', () => {
    const text =
      '<form action="/lijst"><select name="soort"><option value="">alle</option><option value="een &amp; twee">1</option></select></form>';
    expect(leadsOf(text, 'http://lamp.localhost').links).toEqual(['/lijst', '/lijst?soort=een+%26+twee']);
  });

  it('finds pages that fail, have no heading or two, no language or no title', () => {
    const whole = '<html lang="nl"><title>Lamp</title><h1>Lamp</h1></html>';
    const pages = [
      visit('/ok', whole),
      visit('/fails', whole, { status: 500 }),
      visit('/file', 'x', { status: 404, type: 'image/png' }),
      visit('/two', whole.replace('</h1>', '</h1><h1 id="x">')),
      visit('/none', whole.replaceAll('h1', 'h2')),
      visit('/mute', whole.replace(' lang="nl"', '').replace('Lamp</t', '</t')),
    ];
    expect(checkPages(pages).breaches).toEqual([
      '/fails as visitor: answers 500',
      '/file as visitor: answers 404',
      '/two as visitor: has 2 headings of the first level',
      '/none as visitor: has 0 headings of the first level',
      '/mute as visitor: says no language',
      '/mute as visitor: has no title',
    ]);
  });

  it('finds one title on two pages, and HTML that is not valid', async () => {
    const page = '<html lang="nl"><title>Lamp</title><h1>Lamp</h1><img src="/x"></html>';
    expect(checkTitles([visit('/a', page), visit('/b', page)]).breaches).toHaveLength(1);
    expect((await checkHtml([visit('/a', page)])).breaches.join('\n')).toMatch(/wcag\/h37/);
  });
});
