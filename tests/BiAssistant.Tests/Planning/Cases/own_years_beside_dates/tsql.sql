-- deliveries
WITH
  -- deliveries totals, one row a group
  deliveries_totals AS (
    SELECT
      DATEFROMPARTS(YEAR(deliveries.delivered_on), 1, 1) AS year,
      SUM(CAST(0 AS BIGINT) + deliveries.pallets) AS pallets
    FROM deliveries
    GROUP BY DATEFROMPARTS(YEAR(deliveries.delivered_on), 1, 1)
  ),
  -- plan years totals, one row a group
  plan_years_totals AS (
    SELECT
      CAST(DATEADD(YEAR, plan_years.year - 2000, CAST('2000-01-01' AS DATE)) AS DATE) AS year,
      SUM(CAST(0 AS BIGINT) + plan_years.planned) AS planned
    FROM plan_years
    GROUP BY CAST(DATEADD(YEAR, plan_years.year - 2000, CAST('2000-01-01' AS DATE)) AS DATE)
  )
SELECT
  facts.year,
  MAX(facts.pallets) AS pallets,
  MAX(facts.planned) AS planned
FROM (
  SELECT
    year,
    pallets,
    NULL AS planned
  FROM deliveries_totals
  UNION ALL
  SELECT
    year,
    NULL AS pallets,
    planned
  FROM plan_years_totals
) AS facts
GROUP BY facts.year
ORDER BY CASE WHEN facts.year IS NULL THEN 1 ELSE 0 END, facts.year
