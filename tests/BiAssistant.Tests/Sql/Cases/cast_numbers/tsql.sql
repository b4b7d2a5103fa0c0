SELECT
  CAST(ROUND(amount, 0) AS INT) AS whole,
  CAST(units AS NVARCHAR(MAX)) AS units_text,
  CAST('12' AS INT) AS dozen,
  CAST(amount AS DECIMAL(9, 1)) AS tenths
FROM sales
WHERE id IN (3, 6)
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
