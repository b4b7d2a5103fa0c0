-- tickets
SELECT
  TRUNC(TICKETS.OPENED_ON, 'MM') AS MONTH,
  COUNT(*) AS TICKETS
FROM TICKETS
WHERE TICKETS.OPENED_ON >= :p1
  AND TICKETS.OPENED_ON < :p2
GROUP BY TRUNC(TICKETS.OPENED_ON, 'MM')

-- surveys
SELECT
  TRUNC(SURVEYS.ANSWERED_ON, 'MM') AS MONTH,
  COUNT(*) AS RESPONSES,
  AVG(SURVEYS.SCORE) AS SCORE
FROM SURVEYS
WHERE SURVEYS.ANSWERED_ON >= :p1
  AND SURVEYS.ANSWERED_ON < :p2
GROUP BY TRUNC(SURVEYS.ANSWERED_ON, 'MM')

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
