-- when the agency was last asked what it holds under a DOI, and in what that differs from ours
alter table doi add column reconciled_at timestamptz, add column difference text;
