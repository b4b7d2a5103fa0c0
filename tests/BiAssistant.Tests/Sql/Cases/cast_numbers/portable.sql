SELECT
  CAST(amount AS INTEGER) AS whole,
  CAST(units AS VARCHAR) AS units_text,
  CAST('12' AS INTEGER) AS dozen,
  CAST(amount AS DECIMAL(9, 1)) AS tenths
FROM sales
WHERE id IN (3, 6)
ORDER BY id
