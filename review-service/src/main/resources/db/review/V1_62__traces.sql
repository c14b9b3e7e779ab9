-- Of the request or the message upon which it was noted: where it isn't the manuscript's own, it leads to the logs.
alter table history add column trace text;
