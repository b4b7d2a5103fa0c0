-- tickets
SELECT
  CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE) AS month,
  COUNT(*) AS tickets
FROM tickets
WHERE tickets.opened_on >= @p1
  AND tickets.opened_on < @p2
GROUP BY CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE)

-- surveys
SELECT
  CAST(DATE_FORMAT(surveys.answered_on, '%Y-%m-01') AS DATE) AS month,
  COUNT(*) AS responses,
  AVG(surveys.score * 1.000000000) AS score
FROM surveys
WHERE surveys.answered_on >= @p1
  AND surveys.answered_on < @p2
GROUP BY CAST(DATE_FORMAT(surveys.answered_on, '%Y-%m-01') AS DATE)

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
