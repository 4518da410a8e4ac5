-- The rooms of one unit are found without going through the country's: each change of a unit reads them again in every process.
create index room_of_unit on room (unit);
