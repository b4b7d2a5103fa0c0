-- deliveries
WITH
  -- deliveries by fiscal month, each row read once
  deliveries_by_fiscal_month AS (
    SELECT
      CAST(DATEADD(DAY, CASE FLOOR(CAST(3 * DATEDIFF(DAY, DATEADD(DAY, 6, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -3, DATEADD(MONTH, 1, DATEFROMPARTS(YEAR(DATEADD(MONTH, -1, DATEADD(DAY, 9, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, deliveries.delivered_on)) % 7), CAST(DATEADD(DAY, -6, deliveries.delivered_on) AS DATE))))), 1, 1)))) % 7), CAST(DATEADD(DAY, -3, DATEADD(MONTH, 1, DATEFROMPARTS(YEAR(DATEADD(MONTH, -1, DATEADD(DAY, 9, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, deliveries.delivered_on)) % 7), CAST(DATEADD(DAY, -6, deliveries.delivered_on) AS DATE))))), 1, 1))) AS DATE))), DATEADD(DAY, 6, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, deliveries.delivered_on)) % 7), CAST(DATEADD(DAY, -6, deliveries.delivered_on) AS DATE)))) + 14 AS FLOAT) / 91)
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
      END, DATEADD(DAY, 6, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -3, DATEADD(MONTH, 1, DATEFROMPARTS(YEAR(DATEADD(MONTH, -1, DATEADD(DAY, 9, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, deliveries.delivered_on)) % 7), CAST(DATEADD(DAY, -6, deliveries.delivered_on) AS DATE))))), 1, 1)))) % 7), CAST(DATEADD(DAY, -3, DATEADD(MONTH, 1, DATEFROMPARTS(YEAR(DATEADD(MONTH, -1, DATEADD(DAY, 9, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, deliveries.delivered_on)) % 7), CAST(DATEADD(DAY, -6, deliveries.delivered_on) AS DATE))))), 1, 1))) AS DATE)))) AS DATE) AS fiscal_month,
      SUM(CAST(0 AS BIGINT) + deliveries.pallets) AS pallets
    FROM deliveries
    WHERE deliveries.delivered_on >= @p1
      AND deliveries.delivered_on < @p2
    GROUP BY
      CAST(DATEADD(DAY, CASE FLOOR(CAST(3 * DATEDIFF(DAY, DATEADD(DAY, 6, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -3, DATEADD(MONTH, 1, DATEFROMPARTS(YEAR(DATEADD(MONTH, -1, DATEADD(DAY, 9, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, deliveries.delivered_on)) % 7), CAST(DATEADD(DAY, -6, deliveries.delivered_on) AS DATE))))), 1, 1)))) % 7), CAST(DATEADD(DAY, -3, DATEADD(MONTH, 1, DATEFROMPARTS(YEAR(DATEADD(MONTH, -1, DATEADD(DAY, 9, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, deliveries.delivered_on)) % 7), CAST(DATEADD(DAY, -6, deliveries.delivered_on) AS DATE))))), 1, 1))) AS DATE))), DATEADD(DAY, 6, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, deliveries.delivered_on)) % 7), CAST(DATEADD(DAY, -6, deliveries.delivered_on) AS DATE)))) + 14 AS FLOAT) / 91)
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
      END, DATEADD(DAY, 6, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -3, DATEADD(MONTH, 1, DATEFROMPARTS(YEAR(DATEADD(MONTH, -1, DATEADD(DAY, 9, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, deliveries.delivered_on)) % 7), CAST(DATEADD(DAY, -6, deliveries.delivered_on) AS DATE))))), 1, 1)))) % 7), CAST(DATEADD(DAY, -3, DATEADD(MONTH, 1, DATEFROMPARTS(YEAR(DATEADD(MONTH, -1, DATEADD(DAY, 9, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, deliveries.delivered_on)) % 7), CAST(DATEADD(DAY, -6, deliveries.delivered_on) AS DATE))))), 1, 1))) AS DATE)))) AS DATE)
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
      CAST('2023-01-29' AS DATE) AS period,
      CAST('2022-01-30' AS DATE) AS rows_from,
      CAST('2022-02-27' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2023-02-26' AS DATE),
      CAST('2022-02-27' AS DATE),
      CAST('2022-03-27' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-03-26' AS DATE),
      CAST('2022-03-27' AS DATE),
      CAST('2022-05-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-04-30' AS DATE),
      CAST('2022-05-01' AS DATE),
      CAST('2022-05-29' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-05-28' AS DATE),
      CAST('2022-05-29' AS DATE),
      CAST('2022-06-26' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-06-25' AS DATE),
      CAST('2022-06-26' AS DATE),
      CAST('2022-07-31' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-07-30' AS DATE),
      CAST('2022-07-31' AS DATE),
      CAST('2022-08-28' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-08-27' AS DATE),
      CAST('2022-08-28' AS DATE),
      CAST('2022-09-25' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-09-24' AS DATE),
      CAST('2022-09-25' AS DATE),
      CAST('2022-10-30' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-10-29' AS DATE),
      CAST('2022-10-30' AS DATE),
      CAST('2022-11-27' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-11-26' AS DATE),
      CAST('2022-11-27' AS DATE),
      CAST('2022-12-25' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-12-24' AS DATE),
      CAST('2022-12-25' AS DATE),
      CAST('2023-01-29' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-02-04' AS DATE),
      CAST('2023-01-29' AS DATE),
      CAST('2023-02-26' AS DATE)
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
      CAST('2023-01-29' AS DATE) AS period,
      CAST('2022-08-28' AS DATE) AS rows_from,
      CAST('2023-02-26' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2023-02-26' AS DATE),
      CAST('2022-09-25' AS DATE),
      CAST('2023-03-26' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-03-26' AS DATE),
      CAST('2022-10-30' AS DATE),
      CAST('2023-04-30' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-04-30' AS DATE),
      CAST('2022-11-27' AS DATE),
      CAST('2023-05-28' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-05-28' AS DATE),
      CAST('2022-12-25' AS DATE),
      CAST('2023-06-25' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-06-25' AS DATE),
      CAST('2023-01-29' AS DATE),
      CAST('2023-07-30' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-07-30' AS DATE),
      CAST('2023-02-26' AS DATE),
      CAST('2023-08-27' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-08-27' AS DATE),
      CAST('2023-03-26' AS DATE),
      CAST('2023-09-24' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-09-24' AS DATE),
      CAST('2023-04-30' AS DATE),
      CAST('2023-10-29' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-10-29' AS DATE),
      CAST('2023-05-28' AS DATE),
      CAST('2023-11-26' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-11-26' AS DATE),
      CAST('2023-06-25' AS DATE),
      CAST('2023-12-24' AS DATE)
    UNION ALL
    SELECT
      CAST('2023-12-24' AS DATE),
      CAST('2023-07-30' AS DATE),
      CAST('2024-02-04' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-02-04' AS DATE),
      CAST('2023-08-27' AS DATE),
      CAST('2024-03-03' AS DATE)
  ),
  -- deliveries totals, one row a group
  deliveries_totals_3 AS (
    SELECT
      periods.period AS fiscal_month,
      SUM(CAST(0 AS BIGINT) + deliveries_by_fiscal_month.pallets) AS rolling_pallets
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
    CAST(NULL AS BIGINT) AS earlier_pallets,
    CAST(NULL AS BIGINT) AS rolling_pallets
  FROM deliveries_totals
  UNION ALL
  SELECT
    fiscal_month,
    CAST(NULL AS BIGINT) AS pallets,
    earlier_pallets,
    CAST(NULL AS BIGINT) AS rolling_pallets
  FROM deliveries_totals_2
  UNION ALL
  SELECT
    fiscal_month,
    CAST(NULL AS BIGINT) AS pallets,
    CAST(NULL AS BIGINT) AS earlier_pallets,
    rolling_pallets
  FROM deliveries_totals_3
) AS facts
GROUP BY facts.fiscal_month
ORDER BY CASE WHEN facts.fiscal_month IS NULL THEN 1 ELSE 0 END, facts.fiscal_month
