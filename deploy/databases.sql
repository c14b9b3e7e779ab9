-- a database for each service: no service sees another's
CREATE DATABASE gateway;
CREATE DATABASE submission;
CREATE DATABASE review;
CREATE DATABASE publication;
