-- okoce-p4@1 on a day, everything that count() says of it: of people and enterprises how many stand how surely (9
-- certain, 8 possible, 6 undated, below it the reason why not), and the jobs.
WITH listed AS (
    SELECT person, partner,
           max(CASE role WHEN 'beneficiary' THEN standing(first, final, $day) ELSE 2 END) AS sure
    FROM participation GROUP BY person, partner
), participant AS (
    SELECT person, max(sure) AS sure, count(*) FILTER (sure = 9) AS lists FROM listed GROUP BY person
), permitted AS (
    SELECT enterprise, final, standing(first, final, $day) AS sure
    FROM permit WHERE kind IN ('IUMK', 'SKU', 'NIB')
), owner AS (
    SELECT o.enterprise, o.person,
           least(coalesce(any_value(p.sure), 0), max(least(standing(o.first, o.final, $day),
               CASE WHEN h.sure IS NULL THEN 0 WHEN o.ended <= coalesce(h.final, o.ended) THEN 5 ELSE h.sure END)))
           AS sure,
           bool_or(o.works AND o.final <= $day AND (o.ended IS NULL OR o.ended > $day)) AS working
    FROM ownership o LEFT JOIN permitted h USING (enterprise) LEFT JOIN participant p USING (person)
    GROUP BY o.enterprise, o.person
), entrepreneur AS (
    SELECT person, max(sure) AS sure FROM owner GROUP BY person
), firm AS (
    SELECT enterprise, max(sure) AS sure, count(*) FILTER (working) AS owners FROM owner GROUP BY enterprise
), told AS (
    SELECT h.enterprise, h.first, h.final, h.owners_included, e.started, e.closed,
           CASE WHEN coalesce(full_time, part_time, casual, third_party, len(seasonal), len(unpaid_hours)) IS NULL
                THEN total
                ELSE coalesce(full_time, 0) + coalesce(part_time, 0) + coalesce(casual, 0) + coalesce(third_party, 0)
                   + coalesce(list_sum(list_transform(seasonal, lambda s: s.count)), 0)
                   + coalesce(len(list_filter(unpaid_hours, lambda h: h * 3 >= e.normal_hours)), 0) END AS heads
    FROM headcount h JOIN firm USING (enterprise) JOIN enterprise e USING (enterprise)
    WHERE firm.sure >= 6 AND (h.first <= $day OR h.first IS NULL)
    QUALIFY rank() OVER (PARTITION BY h.enterprise, h.partner, h.first, h.final ORDER BY revision DESC) = 1
), inside AS (
    SELECT t.enterprise, t.first, t.final, count(DISTINCT o.person) AS owners
    FROM told t JOIN ownership o USING (enterprise)
    WHERE t.owners_included AND o.works AND o.final <= least(t.final, $day)
      AND (o.ended IS NULL OR o.ended > least(t.final, $day))
    GROUP BY t.enterprise, t.first, t.final
), settled AS (
    SELECT t.*, CASE WHEN owners_included THEN greatest(heads - coalesce(owners, 0), 0) ELSE heads END AS workers
    FROM told t LEFT JOIN inside i ON t.enterprise = i.enterprise AND t.first IS NOT DISTINCT FROM i.first
                                  AND t.final IS NOT DISTINCT FROM i.final
    WHERE heads IS NOT NULL
), report AS (
    SELECT enterprise, coalesce(first, DATE '0001-01-01') AS first, coalesce(final, DATE '9999-12-31') AS final,
           min(workers) AS least, max(workers) AS most,
           CAST(least <> most AS TINYINT) + CAST(coalesce(final < any_value(started), false)
               OR coalesce(first > any_value(closed), false) AS TINYINT) AS conflicts
    FROM settled GROUP BY enterprise, first, final
), latest AS (
    SELECT enterprise, arg_max({least: least, most: most, conflicts: conflicts}, (final, first))
               FILTER (final <= $day) AS sure,
           arg_max({least: least, most: most}, (final, first)) AS perhaps
    FROM report GROUP BY enterprise
), work AS (
    SELECT f.sure, CASE WHEN e.closed <= $day THEN 0 ELSE f.owners END AS owners, l.sure.least AS jobs,
           l.sure.conflicts AS conflicts, greatest(l.sure.most, l.perhaps.most, 0) AS high,
           CASE WHEN l.sure IS NULL THEN 0 ELSE least(l.sure.least, l.perhaps.least) END AS low
    FROM firm f JOIN enterprise e USING (enterprise) LEFT JOIN latest l USING (enterprise) WHERE f.sure >= 6
)
SELECT 'participants' AS measure, sure, count(*) AS units, sum(lists) AS lists, NULL AS jobs, NULL AS low, NULL AS high,
       NULL AS known, NULL AS conflicts, NULL AS owners, NULL AS owners_of_known FROM participant GROUP BY sure
UNION ALL
SELECT 'entrepreneurs', sure, count(*), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM entrepreneur GROUP BY sure
UNION ALL
SELECT 'enterprises', sure, count(*), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM firm GROUP BY sure
UNION ALL
SELECT 'jobs', sure, count(*), NULL, sum(jobs), sum(low), sum(high), count(jobs), sum(conflicts), sum(owners),
       sum(owners) FILTER (jobs IS NOT NULL)
FROM work GROUP BY sure
