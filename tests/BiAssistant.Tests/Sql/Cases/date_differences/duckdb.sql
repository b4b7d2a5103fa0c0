SELECT
  id,
  DATE_DIFF('day', d, later) AS days,
  DATE_DIFF('week', CAST(DATE_TRUNC('week', d) AS DATE), CAST(DATE_TRUNC('week', later) AS DATE)) AS weeks,
  DATE_DIFF('month', d, later) AS months,
  DATE_DIFF('quarter', d, later) AS quarters,
  DATE_DIFF('year', d, later) AS years
FROM days
WHERE id < 7
ORDER BY id
