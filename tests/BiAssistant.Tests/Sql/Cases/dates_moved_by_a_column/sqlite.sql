SELECT
  s.id,
  DATE(SUBSTR(DATETIME(d.d, s.units || ' days'), 1, LENGTH(d.d))) AS due,
  DATE(SUBSTR(MIN(DATETIME(d.d, -s.units || ' months'), DATE(d.d, 'start of month', -s.units || ' months', '+1 month', '-1 day') || ' ' || TIME(d.d)), 1, LENGTH(d.d))) AS begun
FROM sales AS s
JOIN days AS d ON d.id = s.id
WHERE s.id IN (1, 3)
ORDER BY s.id NULLS LAST
