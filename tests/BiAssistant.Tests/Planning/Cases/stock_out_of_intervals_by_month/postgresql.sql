-- contracts
WITH
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-02-01' AS period,
      DATE '2024-02-29' AS rows_from,
      DATE '2024-03-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-03-01',
      DATE '2024-03-31',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-04-30',
      DATE '2024-05-01'
    UNION ALL
    SELECT
      DATE '2024-05-01',
      DATE '2024-05-31',
      DATE '2024-06-01'
  ),
  -- contracts totals, one row a group
  contracts_totals AS (
    SELECT
      periods.period AS month,
      SUM(contracts.seats) AS seats
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
      DATE '2024-02-01' AS period,
      DATE '2024-02-01' AS rows_from,
      DATE '2024-03-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-03-01',
      DATE '2024-03-01',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-04-01',
      DATE '2024-05-01'
    UNION ALL
    SELECT
      DATE '2024-05-01',
      DATE '2024-05-01',
      DATE '2024-06-01'
  ),
  -- contracts totals, one row a group
  contracts_totals_2 AS (
    SELECT
      periods.period AS month,
      SUM(contracts.seats * (CAST(CASE
        WHEN contracts.ends_on IS NULL OR contracts.ends_on >= periods.rows_to THEN periods.rows_to
        ELSE contracts.ends_on
      END AS DATE) - CAST(CASE
        WHEN contracts.starts_on > periods.rows_from THEN contracts.starts_on
        ELSE periods.rows_from
      END AS DATE))) AS seats_on_average_total,
      MAX(CAST(periods.rows_to AS DATE) - CAST(periods.rows_from AS DATE)) AS seats_on_average_days
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
  CAST(MAX(facts.seats_on_average_total) AS NUMERIC) / NULLIF(MAX(facts.seats_on_average_days), 0) AS seats_on_average
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
ORDER BY facts.month
