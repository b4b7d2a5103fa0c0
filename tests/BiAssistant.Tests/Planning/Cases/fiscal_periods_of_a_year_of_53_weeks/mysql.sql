-- deliveries
WITH
  -- deliveries by fiscal month, each row read once
  deliveries_by_fiscal_month AS (
    SELECT
      CAST(DATE_ADD(DATE_ADD(DATE_SUB(CAST(DATE_SUB(DATE_ADD(CAST(DATE_FORMAT(DATE_SUB(DATE_ADD(DATE_SUB(CAST(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY)) DAY), INTERVAL 9 DAY), INTERVAL 1 MONTH), '%Y-01-01') AS DATE), INTERVAL 1 MONTH), INTERVAL 3 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(DATE_ADD(CAST(DATE_FORMAT(DATE_SUB(DATE_ADD(DATE_SUB(CAST(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY)) DAY), INTERVAL 9 DAY), INTERVAL 1 MONTH), '%Y-01-01') AS DATE), INTERVAL 1 MONTH), INTERVAL 3 DAY)) DAY), INTERVAL 6 DAY), INTERVAL CASE FLOOR((3 * DATEDIFF(DATE_ADD(DATE_SUB(CAST(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY)) DAY), INTERVAL 6 DAY), DATE_ADD(DATE_SUB(CAST(DATE_SUB(DATE_ADD(CAST(DATE_FORMAT(DATE_SUB(DATE_ADD(DATE_SUB(CAST(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY)) DAY), INTERVAL 9 DAY), INTERVAL 1 MONTH), '%Y-01-01') AS DATE), INTERVAL 1 MONTH), INTERVAL 3 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(DATE_ADD(CAST(DATE_FORMAT(DATE_SUB(DATE_ADD(DATE_SUB(CAST(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY)) DAY), INTERVAL 9 DAY), INTERVAL 1 MONTH), '%Y-01-01') AS DATE), INTERVAL 1 MONTH), INTERVAL 3 DAY)) DAY), INTERVAL 6 DAY)) + 14) * 1.000000000 / 91)
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
      END DAY) AS DATE) AS fiscal_month,
      SUM(deliveries.pallets) AS pallets
    FROM deliveries
    WHERE deliveries.delivered_on >= @p1
      AND deliveries.delivered_on < @p2
    GROUP BY
      CAST(DATE_ADD(DATE_ADD(DATE_SUB(CAST(DATE_SUB(DATE_ADD(CAST(DATE_FORMAT(DATE_SUB(DATE_ADD(DATE_SUB(CAST(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY)) DAY), INTERVAL 9 DAY), INTERVAL 1 MONTH), '%Y-01-01') AS DATE), INTERVAL 1 MONTH), INTERVAL 3 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(DATE_ADD(CAST(DATE_FORMAT(DATE_SUB(DATE_ADD(DATE_SUB(CAST(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY)) DAY), INTERVAL 9 DAY), INTERVAL 1 MONTH), '%Y-01-01') AS DATE), INTERVAL 1 MONTH), INTERVAL 3 DAY)) DAY), INTERVAL 6 DAY), INTERVAL CASE FLOOR((3 * DATEDIFF(DATE_ADD(DATE_SUB(CAST(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY)) DAY), INTERVAL 6 DAY), DATE_ADD(DATE_SUB(CAST(DATE_SUB(DATE_ADD(CAST(DATE_FORMAT(DATE_SUB(DATE_ADD(DATE_SUB(CAST(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY)) DAY), INTERVAL 9 DAY), INTERVAL 1 MONTH), '%Y-01-01') AS DATE), INTERVAL 1 MONTH), INTERVAL 3 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(DATE_ADD(CAST(DATE_FORMAT(DATE_SUB(DATE_ADD(DATE_SUB(CAST(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY) AS DATE), INTERVAL WEEKDAY(DATE_SUB(deliveries.delivered_on, INTERVAL 6 DAY)) DAY), INTERVAL 9 DAY), INTERVAL 1 MONTH), '%Y-01-01') AS DATE), INTERVAL 1 MONTH), INTERVAL 3 DAY)) DAY), INTERVAL 6 DAY)) + 14) * 1.000000000 / 91)
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
      END DAY) AS DATE)
  ),
  -- deliveries totals, one row a group
  deliveries_totals AS (
    SELECT
      deliveries_by_fiscal_month.fiscal_month,
      deliveries_by_fiscal_month.pallets
    FROM deliveries_by_fiscal_month
    WHERE deliveries_by_fiscal_month.fiscal_month >= @p3
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2023-01-29' AS period,
      DATE '2022-01-30' AS rows_from,
      DATE '2022-02-27' AS rows_to
    UNION ALL
    SELECT
      DATE '2023-02-26',
      DATE '2022-02-27',
      DATE '2022-03-27'
    UNION ALL
    SELECT
      DATE '2023-03-26',
      DATE '2022-03-27',
      DATE '2022-05-01'
    UNION ALL
    SELECT
      DATE '2023-04-30',
      DATE '2022-05-01',
      DATE '2022-05-29'
    UNION ALL
    SELECT
      DATE '2023-05-28',
      DATE '2022-05-29',
      DATE '2022-06-26'
    UNION ALL
    SELECT
      DATE '2023-06-25',
      DATE '2022-06-26',
      DATE '2022-07-31'
    UNION ALL
    SELECT
      DATE '2023-07-30',
      DATE '2022-07-31',
      DATE '2022-08-28'
    UNION ALL
    SELECT
      DATE '2023-08-27',
      DATE '2022-08-28',
      DATE '2022-09-25'
    UNION ALL
    SELECT
      DATE '2023-09-24',
      DATE '2022-09-25',
      DATE '2022-10-30'
    UNION ALL
    SELECT
      DATE '2023-10-29',
      DATE '2022-10-30',
      DATE '2022-11-27'
    UNION ALL
    SELECT
      DATE '2023-11-26',
      DATE '2022-11-27',
      DATE '2022-12-25'
    UNION ALL
    SELECT
      DATE '2023-12-24',
      DATE '2022-12-25',
      DATE '2023-01-29'
    UNION ALL
    SELECT
      DATE '2024-02-04',
      DATE '2023-01-29',
      DATE '2023-02-26'
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
      DATE '2023-01-29' AS period,
      DATE '2022-08-28' AS rows_from,
      DATE '2023-02-26' AS rows_to
    UNION ALL
    SELECT
      DATE '2023-02-26',
      DATE '2022-09-25',
      DATE '2023-03-26'
    UNION ALL
    SELECT
      DATE '2023-03-26',
      DATE '2022-10-30',
      DATE '2023-04-30'
    UNION ALL
    SELECT
      DATE '2023-04-30',
      DATE '2022-11-27',
      DATE '2023-05-28'
    UNION ALL
    SELECT
      DATE '2023-05-28',
      DATE '2022-12-25',
      DATE '2023-06-25'
    UNION ALL
    SELECT
      DATE '2023-06-25',
      DATE '2023-01-29',
      DATE '2023-07-30'
    UNION ALL
    SELECT
      DATE '2023-07-30',
      DATE '2023-02-26',
      DATE '2023-08-27'
    UNION ALL
    SELECT
      DATE '2023-08-27',
      DATE '2023-03-26',
      DATE '2023-09-24'
    UNION ALL
    SELECT
      DATE '2023-09-24',
      DATE '2023-04-30',
      DATE '2023-10-29'
    UNION ALL
    SELECT
      DATE '2023-10-29',
      DATE '2023-05-28',
      DATE '2023-11-26'
    UNION ALL
    SELECT
      DATE '2023-11-26',
      DATE '2023-06-25',
      DATE '2023-12-24'
    UNION ALL
    SELECT
      DATE '2023-12-24',
      DATE '2023-07-30',
      DATE '2024-02-04'
    UNION ALL
    SELECT
      DATE '2024-02-04',
      DATE '2023-08-27',
      DATE '2024-03-03'
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
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS earlier_pallets,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS rolling_pallets
  FROM deliveries_totals
  UNION ALL
  SELECT
    fiscal_month,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS pallets,
    earlier_pallets,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS rolling_pallets
  FROM deliveries_totals_2
  UNION ALL
  SELECT
    fiscal_month,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS pallets,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS earlier_pallets,
    rolling_pallets
  FROM deliveries_totals_3
) AS facts
GROUP BY facts.fiscal_month
ORDER BY CASE WHEN facts.fiscal_month IS NULL THEN 1 ELSE 0 END, facts.fiscal_month
