SELECT
  joined.s_id AS id,
  joined.d_id AS day_id
FROM (
  SELECT
    s.id AS s_id,
    d.id AS d_id
  FROM (
    SELECT
      id,
      units
    FROM sales
    WHERE id < 5
  ) AS s
  LEFT JOIN (
    SELECT id
    FROM days
    WHERE id > 3
  ) AS d ON d.id = s.units
  UNION ALL
  SELECT
    NULL AS s_id,
    d.id AS d_id
  FROM (
    SELECT id
    FROM days
    WHERE id > 3
  ) AS d
  WHERE NOT EXISTS (
      SELECT 1
      FROM (
        SELECT
          id,
          units
        FROM sales
        WHERE id < 5
      ) AS s
      WHERE d.id = s.units
    )
) AS joined
ORDER BY
  CASE WHEN joined.s_id IS NULL THEN 1 ELSE 0 END,
  joined.s_id,
  CASE WHEN joined.d_id IS NULL THEN 1 ELSE 0 END,
  joined.d_id
