-- tickets
SELECT
  DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH) AS month,
  COUNT(*) AS tickets
FROM tickets
WHERE CAST(tickets.opened_on AS DATE) >= @p1
  AND CAST(tickets.opened_on AS DATE) < @p2
GROUP BY DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH)

-- surveys
SELECT
  DATE_TRUNC(CAST(surveys.answered_on AS DATE), MONTH) AS month,
  COUNT(*) AS responses,
  AVG(surveys.score) AS score
FROM surveys
WHERE CAST(surveys.answered_on AS DATE) >= @p1
  AND CAST(surveys.answered_on AS DATE) < @p2
GROUP BY DATE_TRUNC(CAST(surveys.answered_on AS DATE), MONTH)

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
