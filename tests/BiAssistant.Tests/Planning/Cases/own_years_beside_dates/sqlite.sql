-- deliveries
WITH
  -- deliveries totals, one row a group
  deliveries_totals AS (
    SELECT
      DATE(deliveries.delivered_on, 'start of year') AS year,
      SUM(deliveries.pallets) AS pallets
    FROM deliveries
    GROUP BY DATE(deliveries.delivered_on, 'start of year')
  ),
  -- plan years totals, one row a group
  plan_years_totals AS (
    SELECT
      DATE(MIN(DATE('2000-01-01', (plan_years.year - 2000) || ' years'), DATE('2000-01-01', 'start of month', (plan_years.year - 2000) || ' years', '+1 month', '-1 day'))) AS year,
      SUM(plan_years.planned) AS planned
    FROM plan_years
    GROUP BY
      DATE(MIN(DATE('2000-01-01', (plan_years.year - 2000) || ' years'), DATE('2000-01-01', 'start of month', (plan_years.year - 2000) || ' years', '+1 month', '-1 day')))
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
ORDER BY facts.year NULLS LAST
