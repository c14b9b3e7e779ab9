-- harvesters and search engines read the listed articles in the order in which they came out
create index listed on issue (published_at, journal, volume, number) where state = 'PUBLISHED';
