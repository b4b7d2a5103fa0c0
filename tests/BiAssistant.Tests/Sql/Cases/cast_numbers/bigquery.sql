SELECT
  CAST(amount AS INT64) AS whole,
  CAST(units AS STRING) AS units_text,
  CAST('12' AS INT64) AS dozen,
  CAST(amount AS NUMERIC(9, 1)) AS tenths
FROM sales
WHERE id IN (3, 6)
ORDER BY id NULLS LAST
