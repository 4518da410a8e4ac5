/** The receipt of what was just done (da: kvittering). It stands where the eye is: at the card it is about, else on top of the page. */
import { createContext, type JSX, useContext } from 'react';

/** What was done, said on the next page. `attention` where it was done but something is to be noticed; `at` is the id of what it is about. */
export type Notice = { readonly tone: 'notice' | 'attention'; readonly text: string; readonly at: string | null };

/** The receipt's own id: the browser goes to it and gives it the focus, with or without script. */
export const receiptId = 'kvittering';

/** Gives the receipt of the page that is being made to the one it is about, and to nobody else. */
export type TakeReceipt = (id: string) => Notice | null;

const OfPage = createContext<TakeReceipt>(() => null);
export const ReceiptOfPage = OfPage.Provider;

/** The place of a receipt about the thing with an id; nothing where there is no receipt, or one about something else. */
export function ReceiptAt({ id }: { readonly id: string }): JSX.Element | null {
  const notice = useContext(OfPage)(id);
  return notice && <Receipt notice={notice} />;
}

export function Receipt({ notice }: { readonly notice: Notice }): JSX.Element {
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page was opened to say this: who cannot see it is told it first
    <div id={receiptId} className={`alert receipt ${notice.tone}`} role="status" tabIndex={-1} autoFocus>
      <p className="alert-text">{notice.text}</p>
    </div>
  );
}
