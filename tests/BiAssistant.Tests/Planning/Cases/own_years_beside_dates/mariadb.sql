-- deliveries
WITH
  -- deliveries totals, one row a group
  deliveries_totals AS (
    SELECT
      CAST(DATE_FORMAT(deliveries.delivered_on, '%Y-01-01') AS DATE) AS year,
      SUM(deliveries.pallets) AS pallets
    FROM deliveries
    GROUP BY CAST(DATE_FORMAT(deliveries.delivered_on, '%Y-01-01') AS DATE)
  ),
  -- plan years totals, one row a group
  plan_years_totals AS (
    SELECT
      CAST(DATE_ADD(DATE '2000-01-01', INTERVAL (plan_years.year - 2000) YEAR) AS DATE) AS year,
      SUM(plan_years.planned) AS planned
    FROM plan_years
    GROUP BY CAST(DATE_ADD(DATE '2000-01-01', INTERVAL (plan_years.year - 2000) YEAR) AS DATE)
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
