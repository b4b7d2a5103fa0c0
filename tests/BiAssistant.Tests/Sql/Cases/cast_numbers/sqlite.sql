SELECT
  CAST(ROUND(amount) AS INTEGER) AS whole,
  CAST(units AS TEXT) AS units_text,
  CAST(ROUND('12') AS INTEGER) AS dozen,
  ROUND(CAST(amount AS REAL), 1) AS tenths
FROM sales
WHERE id IN (3, 6)
ORDER BY id NULLS LAST
