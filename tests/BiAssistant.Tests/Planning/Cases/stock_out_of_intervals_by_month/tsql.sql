-- contracts
WITH
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      CAST('2024-02-01' AS DATE) AS period,
      CAST('2024-02-29' AS DATE) AS rows_from,
      CAST('2024-03-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2024-03-01' AS DATE),
      CAST('2024-03-31' AS DATE),
      CAST('2024-04-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-04-01' AS DATE),
      CAST('2024-04-30' AS DATE),
      CAST('2024-05-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-05-01' AS DATE),
      CAST('2024-05-31' AS DATE),
      CAST('2024-06-01' AS DATE)
  ),
  -- contracts totals, one row a group
  contracts_totals AS (
    SELECT
      periods.period AS month,
      SUM(CAST(0 AS BIGINT) + contracts.seats) AS seats
    FROM contracts
    JOIN periods
      ON contracts.starts_on < periods.rows_to
        AND (contracts.ends_on IS NULL OR contracts.ends_on >= periods.rows_from)
    WHERE contracts.starts_on < @p1
    GROUP BY periods.period
  ),
  -- each period and the rows that it looks at
  periods_2 AS (
    SELECT
      CAST('2024-02-01' AS DATE) AS period,
      CAST('2024-02-01' AS DATE) AS rows_from,
      CAST('2024-03-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2024-03-01' AS DATE),
      CAST('2024-03-01' AS DATE),
      CAST('2024-04-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-04-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-05-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-05-01' AS DATE),
      CAST('2024-05-01' AS DATE),
      CAST('2024-06-01' AS DATE)
  ),
  -- contracts totals, one row a group
  contracts_totals_2 AS (
    SELECT
      periods.period AS month,
      SUM(CAST(0 AS BIGINT) + contracts.seats * DATEDIFF(DAY, CASE
        WHEN contracts.starts_on > periods.rows_from THEN contracts.starts_on
        ELSE periods.rows_from
      END, CASE
        WHEN contracts.ends_on IS NULL OR contracts.ends_on >= periods.rows_to THEN periods.rows_to
        ELSE contracts.ends_on
      END)) AS seats_on_average_total,
      MAX(DATEDIFF(DAY, periods.rows_from, periods.rows_to)) AS seats_on_average_days
    FROM contracts
    JOIN periods_2 AS periods
      ON contracts.starts_on < periods.rows_to
        AND (contracts.ends_on IS NULL OR contracts.ends_on > periods.rows_from)
    WHERE contracts.starts_on < @p1
    GROUP BY periods.period
  )
SELECT
  facts.month,
  MAX(facts.seats) AS seats,
  CAST(MAX(facts.seats_on_average_total) AS FLOAT) / NULLIF(MAX(facts.seats_on_average_days), 0) AS seats_on_average
FROM (
  SELECT
    month,
    seats,
    NULL AS seats_on_average_total,
    NULL AS seats_on_average_days
  FROM contracts_totals
  UNION ALL
  SELECT
    month,
    NULL AS seats,
    seats_on_average_total,
    seats_on_average_days
  FROM contracts_totals_2
) AS facts
GROUP BY facts.month
ORDER BY CASE WHEN facts.month IS NULL THEN 1 ELSE 0 END, facts.month
