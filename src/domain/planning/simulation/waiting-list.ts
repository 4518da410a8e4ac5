/** Women in the order they began to wait. Each has a seat, in columns of numbers; a spare seat is always free for the one who comes. */
export type WaitingList = {
  count: number;
  /** Seats: those of the waiting in order, then the free ones, the spare first. */
  order: Int32Array;
  key: Int32Array;
  area: Int32Array;
  /** She goes to a site when more than this share of her area would. */
  reach: Float64Array;
  /** Times are years from the opening day. */
  arrived: Float64Array;
  /** Weeks from referral to birth; 0 where the stay has nothing to do with a birth. */
  weeksToBirth: Float64Array;
  birth: Float64Array;
  /** When she stops waiting. */
  until: Float64Array;
  /** Her stay ends `after` the birth, or so long after she comes where there is no birth. */
  after: Float64Array;
};

export function noneWaiting(room: number): WaitingList {
  return {
    count: 0,
    order: Int32Array.from({ length: room }, (_, seat) => seat),
    key: new Int32Array(room),
    area: new Int32Array(room),
    reach: new Float64Array(room),
    arrived: new Float64Array(room),
    weeksToBirth: new Float64Array(room),
    birth: new Float64Array(room),
    until: new Float64Array(room),
    after: new Float64Array(room),
  };
}

/** The seat of one who comes; it is hers only once she has begun to wait. */
export function spareSeat({ order, count }: WaitingList): number {
  return order[count] ?? 0;
}

/** She who sits in the spare seat waits, last of all. */
export function beginToWait(list: WaitingList): void {
  list.count += 1;
  if (list.count === list.order.length) grow(list);
}

/** Takes one out of the list and keeps the order of the others; her seat is the next to be spare, and can be read until it is. */
export function takeWaiting(list: WaitingList, place: number): void {
  const { order } = list;
  const seat = order[place] ?? 0;
  list.count -= 1;
  for (let next = place; next < list.count; next += 1) order[next] = order[next + 1] ?? 0;
  order[list.count] = seat;
}

function grow(list: WaitingList): void {
  const larger = noneWaiting(2 * list.order.length);
  larger.order.set(list.order);
  for (const column of ['key', 'area'] as const) larger[column].set(list[column]);
  for (const column of ['reach', 'arrived', 'weeksToBirth', 'birth', 'until', 'after'] as const) larger[column].set(list[column]);
  Object.assign(list, larger, { count: list.count });
}
