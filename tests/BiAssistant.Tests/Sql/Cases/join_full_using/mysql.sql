SELECT
  COALESCE(joined.s_id, joined.e_id) AS id,
  joined.s_units AS units,
  joined.e_d AS d
FROM (
  SELECT
    s.id AS s_id,
    e.id AS e_id,
    s.units AS s_units,
    e.d AS e_d
  FROM (
    SELECT
      id,
      units
    FROM sales
    WHERE id < 3
  ) AS s
  LEFT JOIN (
    SELECT
      id,
      d
    FROM days
    WHERE id > 6
  ) AS e ON s.id = e.id
  UNION ALL
  SELECT
    NULL AS s_id,
    e.id AS e_id,
    NULL AS s_units,
    e.d AS e_d
  FROM (
    SELECT
      id,
      d
    FROM days
    WHERE id > 6
  ) AS e
  WHERE NOT EXISTS (
      SELECT 1
      FROM (
        SELECT
          id,
          units
        FROM sales
        WHERE id < 3
      ) AS s
      WHERE s.id = e.id
    )
) AS joined
ORDER BY
  CASE WHEN COALESCE(joined.s_id, joined.e_id) IS NULL THEN 1 ELSE 0 END,
  COALESCE(joined.s_id, joined.e_id)
