// The bare limit: a page of the same size by Hono and React alone, without a database, policy or session.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

const ROW = 'Er ligt een tak op het fietspad bij de brug, wie haalt hem weg voor het weekend begint?';
const port = Number(process.argv[2]);
const app = new Hono();

/** `/?bytes=7000` renders a page of about that many bytes, element by element. */
app.get('/', (context) => {
  const rows = Math.max(1, Math.round(Number(context.req.query('bytes') ?? 1000) / (ROW.length + 7)));
  const body = Array.from({ length: rows }, (_, key) => createElement('p', { key }, ROW));
  return context.html(`<!doctype html>${renderToString(createElement('html', { lang: 'nl' }, body))}`);
});

serve({ fetch: app.fetch, hostname: '127.0.0.1', port });
