-- tickets
SELECT
  DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1) AS month,
  COUNT_BIG(*) AS tickets
FROM tickets
WHERE tickets.opened_on >= @p1
  AND tickets.opened_on < @p2
GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1)

-- surveys
SELECT
  DATEFROMPARTS(YEAR(surveys.answered_on), MONTH(surveys.answered_on), 1) AS month,
  COUNT_BIG(*) AS responses,
  AVG(CAST(surveys.score AS FLOAT)) AS score
FROM surveys
WHERE surveys.answered_on >= @p1
  AND surveys.answered_on < @p2
GROUP BY DATEFROMPARTS(YEAR(surveys.answered_on), MONTH(surveys.answered_on), 1)

-- merge
SELECT
  facts.month,
  COALESCE(MAX(facts.tickets), 0) AS tickets,
  COALESCE(MAX(facts.responses), 0) AS responses,
  MAX(facts.score) AS score
FROM (
  SELECT
    month,
    tickets,
    NULL AS responses,
    NULL AS score
  FROM tickets
  UNION ALL
  SELECT
    month,
    NULL AS tickets,
    responses,
    score
  FROM surveys
) AS facts
GROUP BY facts.month
ORDER BY facts.month
