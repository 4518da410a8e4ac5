/** Sends pages: the frame around the content, the notice after a change, the script only where an island is. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { renderToStaticMarkup } from 'react-dom/server';
import type { WebContext } from './context.ts';
import { sectionsFor } from './navigation.ts';
import { noticeValue, readNotice } from './notice-cookie.ts';
import type { PageView } from './request.ts';
import { Layout } from './ui/layout.tsx';
import { type Notice, receiptId, ReceiptOfPage } from './ui/receipt.tsx';

const noticeCookie = 'samlob_besked';

export function usePages(app: FastifyInstance, { assets, demo, secure }: WebContext): void {
  app.decorateReply('page', function page(view: PageView) {
    const { actor, language, url, cookies } = this.request;
    const notice = cookies[noticeCookie] ?? '';
    if (notice !== '') void this.clearCookie(noticeCookie, { path: '/' });

    // Another mark for each request: nobody can write it into a name, and the content is put in once.
    const contentMark = randomUUID();
    // What the receipt is about puts it on its own card; else it stands on top.
    let receipt = notice === '' ? null : readNotice(notice);
    const take = (id: string): Notice | null => {
      const taken = receipt?.at === id ? receipt : null;
      if (taken) receipt = null;
      return taken;
    };
    const content = renderToStaticMarkup(<ReceiptOfPage value={take}>{view.content}</ReceiptOfPage>);
    const frame = renderToStaticMarkup(
      <Layout
        title={view.title}
        language={language}
        address={url}
        styles={assets.styles}
        scripts={content.includes('data-island=') ? assets.scripts : []}
        sections={sectionsFor(actor, url, language)}
        crumbs={view.crumbs ?? []}
        who={actor && { name: actor.name, party: actor.organisation.kind === 'system' ? null : actor.organisation.name }}
        notice={receipt}
        demo={demo}
        action={view.action}
      >
        {contentMark}
      </Layout>,
    );
    const at = frame.indexOf(contentMark);
    const [before, after] = [frame.slice(0, at), frame.slice(at + contentMark.length)];
    return this.code(view.status ?? 200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(inBytes([`<!doctype html>${before}`, content, after]));
  });

  app.decorateReply('done', function done(address: string, notice: string, tone: Notice['tone'] = 'notice') {
    // Where the address goes to a card, the browser goes to the receipt on it instead: it would else be left above the screen.
    const [path = address, at = ''] = address.split('#');
    const value = noticeValue({ tone, at, text: notice });
    void this.setCookie(noticeCookie, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 60 });
    return this.redirect(at === '' ? address : `${path}#${receiptId}`, 303);
  });
}

/** Texts one after the other as they are sent. Put together as text a page of a search would be copied and read through several times more. */
function inBytes(texts: readonly string[]): Buffer {
  return Buffer.concat(texts.map((text) => Buffer.from(text)));
}
