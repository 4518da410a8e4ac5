/** Finding a place, as the municipality and the unit live it: in two browsers. */
import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { logInAs, testBrowser } from '../test/browser.ts';
import { testSite } from '../test/site.ts';

const site = await testSite();
const browser = await testBrowser();
const find = `${site.address}/forloeb/alma/plads`;
const unit = `${site.address}/pladser/afdeling/fjordhuset-strand`;

const visit = (): Promise<BrowserContext> => browser.newContext();

beforeEach(async () => {
  const made = sql`select id from stay where pathway in ('alma', 'freja')`;
  await sql`delete from stay_event where stay in (${made})`.execute(site.database.owner);
  await sql`delete from stay where pathway in ('alma', 'freja')`.execute(site.database.owner);
});

/** Seconds that the countdown on a page shows. */
async function secondsLeft(page: Page): Promise<number> {
  const [, minutes, seconds] = /\((\d+):(\d\d) tilbage\)/.exec((await page.textContent('[role=timer]')) ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

describe('a place that is held', () => {
  test('counts down alike for the municipality and for the unit, until it is released', async () => {
    const [ours, theirs] = [await visit(), await visit()];
    const municipality = await logInAs(ours, site.address, 'visitator');
    const leader = await logInAs(theirs, site.address, 'leder');
    await municipality.goto(find);
    await municipality.click('.unit-card:first-child form button');
    await municipality.waitForSelector('[role=timer]');
    await leader.goto(unit);
    await leader.waitForSelector('[role=timer]');

    const before = await secondsLeft(municipality);
    expect(Math.abs(before - (await secondsLeft(leader)))).toBeLessThanOrEqual(5);
    await expect.poll(() => secondsLeft(municipality)).toBeLessThan(before);

    await municipality.click('summary:has-text("Skal hun ikke have pladsen?")');
    await municipality.click('button:has-text("Giv pladsen fri")');
    expect(await municipality.textContent('main')).toContain('Pladsen er givet fri');
    await leader.goto(unit);
    expect(await leader.$('[role=timer]')).toBeNull();
    await Promise.all([ours.close(), theirs.close()]);
  });

  test('is lost by the one who presses a moment later, who is told what is possible instead', async () => {
    const [ours, theirs] = [await visit(), await visit()];
    const first = await logInAs(ours, site.address, 'visitator');
    const second = await logInAs(theirs, site.address, 'koordinator');
    const holdStrand = '.unit-card:has(h3:has-text("Fjordhuset (opdigtet), Strand")) form button';
    await first.goto(find);
    await second.goto(`${site.address}/forloeb/freja/plads?soeg=ja&naetter=100`);
    await second.waitForSelector(holdStrand);
    await first.click(holdStrand);
    await first.waitForSelector('[role=timer]');
    // The page of the second still shows the place as free.
    await second.click(holdStrand);
    // Freja has not said yes on her pathway, which would be asked: that the place is gone is told before any question.
    await second.waitForSelector('[role=alert]');
    expect(await second.locator('input[name="sagt-ja"]').count()).toBe(0);
    const sentence = (await second.textContent('[role=alert]')) ?? '';
    expect(sentence).toMatch(/i Fjordhuset \(opdigtet\), Strand holdes af en anden til kl\. \d\d\.\d\d\./);
    expect(sentence).toMatch(/Nærmeste anden afdeling|Ingen anden afdeling/);
    expect(sentence).toMatch(/I Strand er den næste mulige dag \S+ den \d+\. \S+ \d{4}/);
    await Promise.all([ours.close(), theirs.close()]);
  });
});
