-- contracts
WITH
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      '2024-02-01' AS period,
      '2024-02-29' AS rows_from,
      '2024-03-01' AS rows_to
    UNION ALL
    SELECT
      '2024-03-01',
      '2024-03-31',
      '2024-04-01'
    UNION ALL
    SELECT
      '2024-04-01',
      '2024-04-30',
      '2024-05-01'
    UNION ALL
    SELECT
      '2024-05-01',
      '2024-05-31',
      '2024-06-01'
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
    WHERE contracts.starts_on < $p1
    GROUP BY periods.period
  ),
  -- each period and the rows that it looks at
  periods_2 AS (
    SELECT
      '2024-02-01' AS period,
      '2024-02-01' AS rows_from,
      '2024-03-01' AS rows_to
    UNION ALL
    SELECT
      '2024-03-01',
      '2024-03-01',
      '2024-04-01'
    UNION ALL
    SELECT
      '2024-04-01',
      '2024-04-01',
      '2024-05-01'
    UNION ALL
    SELECT
      '2024-05-01',
      '2024-05-01',
      '2024-06-01'
  ),
  -- contracts totals, one row a group
  contracts_totals_2 AS (
    SELECT
      periods.period AS month,
      SUM(contracts.seats * CAST(JULIANDAY(DATE(CASE
        WHEN contracts.ends_on IS NULL OR contracts.ends_on >= periods.rows_to THEN periods.rows_to
        ELSE contracts.ends_on
      END)) - JULIANDAY(DATE(CASE
        WHEN contracts.starts_on > periods.rows_from THEN contracts.starts_on
        ELSE periods.rows_from
      END)) AS INTEGER)) AS seats_on_average_total,
      MAX(CAST(JULIANDAY(DATE(periods.rows_to)) - JULIANDAY(DATE(periods.rows_from)) AS INTEGER)) AS seats_on_average_days
    FROM contracts
    JOIN periods_2 AS periods
      ON contracts.starts_on < periods.rows_to
        AND (contracts.ends_on IS NULL OR contracts.ends_on > periods.rows_from)
    WHERE contracts.starts_on < $p1
    GROUP BY periods.period
  )
SELECT
  facts.month,
  MAX(facts.seats) AS seats,
  CAST(MAX(facts.seats_on_average_total) AS REAL) / NULLIF(MAX(facts.seats_on_average_days), 0) AS seats_on_average
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
ORDER BY facts.month NULLS LAST
