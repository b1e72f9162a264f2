-- Canonical records (okoce-records/1) as typed tables in memory, with people and enterprises as the integers that a
-- resolved population has for them, and each date, which may be a month or a year, as its first and last day.
SET threads = 1;
CREATE MACRO first_day(told) AS CAST(rpad(told, 10, '-01-01') AS DATE);
CREATE MACRO final_day(told) AS CAST(first_day(told) + CASE length(told)
    WHEN 4 THEN INTERVAL 1 YEAR WHEN 7 THEN INTERVAL 1 MONTH ELSE INTERVAL 1 DAY END - INTERVAL 1 DAY AS DATE);
CREATE MACRO number(id) AS CAST(substr(id, 2) AS INTEGER);
-- How surely something happened by a day, as the library's Standing has it: certain, possible, undated, later.
CREATE MACRO standing(first, final, day) AS CAST(CASE
    WHEN final <= day THEN 9 WHEN first <= day THEN 8 WHEN first IS NULL THEN 6 ELSE 4 END AS TINYINT);

CREATE TEMP TABLE line AS SELECT * FROM read_json($file, format = 'newline_delimited', columns = {
    type: 'VARCHAR', id: 'VARCHAR', partner: 'VARCHAR', person: 'VARCHAR', enterprise: 'VARCHAR', date: 'VARCHAR',
    stage: 'VARCHAR', role: 'VARCHAR', "from": 'VARCHAR', "to": 'VARCHAR', works: 'BOOLEAN', kind: 'VARCHAR',
    issued: 'VARCHAR', started: 'VARCHAR', closed: 'VARCHAR', normal_hours: 'INTEGER', revision: 'INTEGER',
    full_time: 'INTEGER', part_time: 'INTEGER', casual: 'INTEGER', third_party: 'INTEGER', total: 'INTEGER',
    seasonal: 'STRUCT(count INTEGER, months INTEGER, hours INTEGER)[]', unpaid_hours: 'INTEGER[]',
    owners_included: 'BOOLEAN'});
CREATE TYPE partner AS ENUM (SELECT DISTINCT id FROM line WHERE type = 'partner');
CREATE TYPE stage AS ENUM ('registered', 'trained', 'mentored', 'licensed', 'marketed', 'reported', 'financed');
CREATE TYPE role AS ENUM (SELECT DISTINCT role FROM line WHERE role IS NOT NULL);
CREATE TYPE permit_kind AS ENUM (SELECT DISTINCT kind FROM line WHERE kind IS NOT NULL);

CREATE TABLE person AS SELECT number(id) AS person FROM line WHERE type = 'person';
CREATE TABLE enterprise AS
    SELECT number(id) AS enterprise, first_day(started) AS started, final_day(closed) AS closed,
           coalesce(normal_hours, 40) AS normal_hours
    FROM line WHERE type = 'enterprise';
CREATE TABLE participation AS
    SELECT number(person) AS person, CAST(partner AS partner) AS partner, first_day(date) AS first,
           final_day(date) AS final, CAST(stage AS stage) AS stage, CAST(role AS role) AS role
    FROM line WHERE type = 'participation';
CREATE TABLE ownership AS
    SELECT number(enterprise) AS enterprise, number(person) AS person, first_day("from") AS first,
           final_day("from") AS final, first_day("to") AS ended, coalesce(works, true) AS works
    FROM line WHERE type = 'ownership';
CREATE TABLE permit AS
    SELECT number(enterprise) AS enterprise, CAST(kind AS permit_kind) AS kind, first_day(issued) AS first,
           final_day(issued) AS final
    FROM line WHERE type = 'permit';
CREATE TABLE headcount AS
    SELECT number(enterprise) AS enterprise, CAST(partner AS partner) AS partner, first_day(date) AS first,
           final_day(date) AS final, coalesce(revision, 0) AS revision, full_time, part_time, casual, third_party,
           seasonal, unpaid_hours, total, owners_included
    FROM line WHERE type = 'headcount';
DROP TABLE line;
