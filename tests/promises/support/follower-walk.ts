import { asOwner } from '#testing/world.ts';
import { type Visit, walkAs } from './crawl.ts';
import type { House } from './house.ts';

/** A resident who asks for news by mail, says yes with the link of the first mail, looks at what is followed, and stops. */
export const follower = async (house: House): Promise<readonly Visit[]> => {
  const { test, town, site } = house;
  const walk = await walkAs(house, 'visitor');
  const wijk = await walk.look('/wijken/meerzicht');
  const action = /\/nieuws\/aanvragen\/[\w/-]+/.exec(wijk.text)?.[0] ?? '';
  await walk.look(action);
  const asked = await walk.client.submit(wijk, { mail: 'wijk@voorbeeld.test' }, action);
  await walk.look(asked.location ?? '');
  await site.jobs.drain(site.world);
  const [mail] = await asOwner<{ id: string }>(
    test.urls,
    town.gemeente,
    `select id from message where template = 'follow.confirm' order by created_at desc, id desc limit 1`,
  );
  const shown = await walk.look(`/demo/post/${mail?.id}`);
  const link = /\/nieuws\/[\w-]{20,}\?bij=[\w.-]+/.exec(shown.text)?.[0];
  if (!link) throw new Error('The first mail to a follower shows no link');
  const begun = await walk.client.submit(await walk.look(link));
  const own = await walk.look(begun.location ?? '');
  const stopped = await walk.client.submit(own);
  await walk.look(stopped.location ?? '');
  return walk.visits;
};
