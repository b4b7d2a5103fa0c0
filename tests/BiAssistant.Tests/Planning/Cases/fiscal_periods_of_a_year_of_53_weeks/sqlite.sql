-- deliveries
WITH
  -- deliveries by fiscal month, each row read once
  deliveries_by_fiscal_month AS (
    SELECT
      DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days', CASE FLOOR(CAST(3 * CAST(JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+6 days')) - JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days')) AS INTEGER) + 14 AS REAL) / 91)
        WHEN 0 THEN 0
        WHEN 1 THEN 28
        WHEN 2 THEN 56
        WHEN 3 THEN 91
        WHEN 4 THEN 119
        WHEN 5 THEN 147
        WHEN 6 THEN 182
        WHEN 7 THEN 210
        WHEN 8 THEN 238
        WHEN 9 THEN 273
        WHEN 10 THEN 301
        ELSE 329
      END || ' days') AS fiscal_month,
      SUM(deliveries.pallets) AS pallets
    FROM deliveries
    WHERE deliveries.delivered_on >= $p1
      AND deliveries.delivered_on < $p2
    GROUP BY
      DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days', CASE FLOOR(CAST(3 * CAST(JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+6 days')) - JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days')) AS INTEGER) + 14 AS REAL) / 91)
        WHEN 0 THEN 0
        WHEN 1 THEN 28
        WHEN 2 THEN 56
        WHEN 3 THEN 91
        WHEN 4 THEN 119
        WHEN 5 THEN 147
        WHEN 6 THEN 182
        WHEN 7 THEN 210
        WHEN 8 THEN 238
        WHEN 9 THEN 273
        WHEN 10 THEN 301
        ELSE 329
      END || ' days')
  ),
  -- deliveries totals, one row a group
  deliveries_totals AS (
    SELECT
      deliveries_by_fiscal_month.fiscal_month,
      deliveries_by_fiscal_month.pallets
    FROM deliveries_by_fiscal_month
    WHERE deliveries_by_fiscal_month.fiscal_month >= $p3
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      '2023-01-29' AS period,
      '2022-01-30' AS rows_from,
      '2022-02-27' AS rows_to
    UNION ALL
    SELECT
      '2023-02-26',
      '2022-02-27',
      '2022-03-27'
    UNION ALL
    SELECT
      '2023-03-26',
      '2022-03-27',
      '2022-05-01'
    UNION ALL
    SELECT
      '2023-04-30',
      '2022-05-01',
      '2022-05-29'
    UNION ALL
    SELECT
      '2023-05-28',
      '2022-05-29',
      '2022-06-26'
    UNION ALL
    SELECT
      '2023-06-25',
      '2022-06-26',
      '2022-07-31'
    UNION ALL
    SELECT
      '2023-07-30',
      '2022-07-31',
      '2022-08-28'
    UNION ALL
    SELECT
      '2023-08-27',
      '2022-08-28',
      '2022-09-25'
    UNION ALL
    SELECT
      '2023-09-24',
      '2022-09-25',
      '2022-10-30'
    UNION ALL
    SELECT
      '2023-10-29',
      '2022-10-30',
      '2022-11-27'
    UNION ALL
    SELECT
      '2023-11-26',
      '2022-11-27',
      '2022-12-25'
    UNION ALL
    SELECT
      '2023-12-24',
      '2022-12-25',
      '2023-01-29'
    UNION ALL
    SELECT
      '2024-02-04',
      '2023-01-29',
      '2023-02-26'
  ),
  -- deliveries totals, one row a group
  deliveries_totals_2 AS (
    SELECT
      periods.period AS fiscal_month,
      MAX(deliveries_by_fiscal_month.pallets) AS earlier_pallets
    FROM deliveries_by_fiscal_month
    JOIN periods
      ON deliveries_by_fiscal_month.fiscal_month >= periods.rows_from
        AND deliveries_by_fiscal_month.fiscal_month < periods.rows_to
    GROUP BY periods.period
  ),
  -- each period and the rows that it looks at
  periods_2 AS (
    SELECT
      '2023-01-29' AS period,
      '2022-08-28' AS rows_from,
      '2023-02-26' AS rows_to
    UNION ALL
    SELECT
      '2023-02-26',
      '2022-09-25',
      '2023-03-26'
    UNION ALL
    SELECT
      '2023-03-26',
      '2022-10-30',
      '2023-04-30'
    UNION ALL
    SELECT
      '2023-04-30',
      '2022-11-27',
      '2023-05-28'
    UNION ALL
    SELECT
      '2023-05-28',
      '2022-12-25',
      '2023-06-25'
    UNION ALL
    SELECT
      '2023-06-25',
      '2023-01-29',
      '2023-07-30'
    UNION ALL
    SELECT
      '2023-07-30',
      '2023-02-26',
      '2023-08-27'
    UNION ALL
    SELECT
      '2023-08-27',
      '2023-03-26',
      '2023-09-24'
    UNION ALL
    SELECT
      '2023-09-24',
      '2023-04-30',
      '2023-10-29'
    UNION ALL
    SELECT
      '2023-10-29',
      '2023-05-28',
      '2023-11-26'
    UNION ALL
    SELECT
      '2023-11-26',
      '2023-06-25',
      '2023-12-24'
    UNION ALL
    SELECT
      '2023-12-24',
      '2023-07-30',
      '2024-02-04'
    UNION ALL
    SELECT
      '2024-02-04',
      '2023-08-27',
      '2024-03-03'
  ),
  -- deliveries totals, one row a group
  deliveries_totals_3 AS (
    SELECT
      periods.period AS fiscal_month,
      SUM(deliveries_by_fiscal_month.pallets) AS rolling_pallets
    FROM deliveries_by_fiscal_month
    JOIN periods_2 AS periods
      ON deliveries_by_fiscal_month.fiscal_month >= periods.rows_from
        AND deliveries_by_fiscal_month.fiscal_month < periods.rows_to
    GROUP BY periods.period
  )
SELECT
  facts.fiscal_month,
  MAX(facts.pallets) AS pallets,
  MAX(facts.earlier_pallets) AS earlier_pallets,
  MAX(facts.rolling_pallets) AS rolling_pallets
FROM (
  SELECT
    fiscal_month,
    pallets,
    NULL AS earlier_pallets,
    NULL AS rolling_pallets
  FROM deliveries_totals
  UNION ALL
  SELECT
    fiscal_month,
    NULL AS pallets,
    earlier_pallets,
    NULL AS rolling_pallets
  FROM deliveries_totals_2
  UNION ALL
  SELECT
    fiscal_month,
    NULL AS pallets,
    NULL AS earlier_pallets,
    rolling_pallets
  FROM deliveries_totals_3
) AS facts
GROUP BY facts.fiscal_month
ORDER BY facts.fiscal_month NULLS LAST
