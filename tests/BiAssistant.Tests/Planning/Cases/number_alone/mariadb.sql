-- merge
SELECT
  5 AS constant,
  5 / 2 AS constant_divided_by_constant
FROM (
  SELECT 1 AS one
) AS one_row
