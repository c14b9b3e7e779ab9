-- A contributor finds what others handed in by the address that they are named with.
create function contributors_addresses(metadata jsonb) returns text[] language sql immutable as $$
    select coalesce(array_agg(lower(one ->> 'email')), '{}') from jsonb_array_elements(metadata -> 'contributors') one
$$;

create index manuscript_contributors on manuscript using gin (contributors_addresses(metadata)) where number is not null;
