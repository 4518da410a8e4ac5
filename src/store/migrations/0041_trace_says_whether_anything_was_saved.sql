-- Opening a form is asked for with the permission of the act. Whether anything was saved tells the one who looks from the one who acted; null
-- where it is not known: in lines of before, and beside another line of the same transaction.
alter table trace add column wrote boolean;
