-- To read the public edition of a call's reports decides nothing: it is entered by those who may release, as any release is.
drop policy editions_are_entered_by_whoever_first_makes_them on release;
