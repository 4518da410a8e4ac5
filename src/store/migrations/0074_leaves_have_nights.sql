-- A leave has nights. One who came back on the day she went was away none: kept as a leave of no nights, it stood in the way of the next return on that
-- day. That she went, why, and that she came back stand in the events of the stay.
delete from stay_leave where back_day = from_day;
alter table stay_leave drop constraint a_leave_ends_after_it_begins, add constraint a_leave_ends_after_it_begins check (back_day > from_day);
