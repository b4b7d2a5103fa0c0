-- calls
SELECT
  CALLS.CALLED_ON AS CALLS_CALLED_ON,
  CALLS.SITE_ID AS CALLS_SITE_ID,
  MIN(CALLS.MINUTES) AS LAST_MINUTES_LOW,
  MAX(CALLS.MINUTES) AS LAST_MINUTES_HIGH
FROM CALLS
WHERE CALLS.CALLED_ON < :p1
GROUP BY CALLS.CALLED_ON, CALLS.SITE_ID

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- calls_2
SELECT
  CALLS.CALLED_ON AS CALLS_CALLED_ON,
  CALLS.SITE_ID AS CALLS_SITE_ID,
  MIN(CALLS.MINUTES) AS FIRST_MINUTES_LOW,
  MAX(CALLS.MINUTES) AS FIRST_MINUTES_HIGH
FROM CALLS
WHERE CALLS.CALLED_ON < :p1
GROUP BY CALLS.CALLED_ON, CALLS.SITE_ID

-- calls_2_sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- merge
WITH
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT
      calls.calls_called_on,
      calls.calls_site_id,
      calls.last_minutes_low,
      calls.last_minutes_high,
      sites.sites_site_id_key,
      sites.region,
      RANK() OVER (PARTITION BY sites.region ORDER BY calls.calls_called_on DESC) AS moment
    FROM calls
    JOIN sites ON calls.calls_site_id = sites.sites_site_id_key
  ),
  -- totals, one row a group
  totals AS (
    SELECT
      snapshots.region,
      MIN(snapshots.last_minutes_low) AS last_minutes_low,
      MAX(snapshots.last_minutes_high) AS last_minutes_high
    FROM snapshots
    WHERE snapshots.moment = 1
    GROUP BY snapshots.region
  ),
  -- rows numbered from the moment that counts
  snapshots_2 AS (
    SELECT
      calls_2.calls_called_on,
      calls_2.calls_site_id,
      calls_2.first_minutes_low,
      calls_2.first_minutes_high,
      calls_2_sites.sites_site_id_key,
      calls_2_sites.region,
      RANK() OVER (PARTITION BY calls_2_sites.region ORDER BY calls_2.calls_called_on) AS moment
    FROM calls_2
    JOIN calls_2_sites ON calls_2.calls_site_id = calls_2_sites.sites_site_id_key
  ),
  -- totals, one row a group
  totals_2 AS (
    SELECT
      snapshots_2.region,
      MIN(snapshots_2.first_minutes_low) AS first_minutes_low,
      MAX(snapshots_2.first_minutes_high) AS first_minutes_high
    FROM snapshots_2
    WHERE snapshots_2.moment = 1
    GROUP BY snapshots_2.region
  )
SELECT
  facts.region,
  CASE
    WHEN MAX(facts.last_minutes_low) = MAX(facts.last_minutes_high) THEN MAX(facts.last_minutes_low)
  END AS last_minutes,
  CASE
    WHEN MAX(facts.first_minutes_low) = MAX(facts.first_minutes_high) THEN MAX(facts.first_minutes_low)
  END AS first_minutes
FROM (
  SELECT
    region,
    last_minutes_low,
    last_minutes_high,
    NULL AS first_minutes_low,
    NULL AS first_minutes_high
  FROM totals
  UNION ALL
  SELECT
    region,
    NULL AS last_minutes_low,
    NULL AS last_minutes_high,
    first_minutes_low,
    first_minutes_high
  FROM totals_2
) AS facts
GROUP BY facts.region
ORDER BY last_minutes DESC, facts.region
