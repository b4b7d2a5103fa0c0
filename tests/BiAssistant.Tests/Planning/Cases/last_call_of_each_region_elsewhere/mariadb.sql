-- calls
SELECT
  calls.called_on AS calls_called_on,
  calls.site_id AS calls_site_id,
  MIN(calls.minutes) AS last_minutes_low,
  MAX(calls.minutes) AS last_minutes_high
FROM calls
WHERE calls.called_on < @p1
GROUP BY calls.called_on, calls.site_id

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region

-- calls_2
SELECT
  calls.called_on AS calls_called_on,
  calls.site_id AS calls_site_id,
  MIN(calls.minutes) AS first_minutes_low,
  MAX(calls.minutes) AS first_minutes_high
FROM calls
WHERE calls.called_on < @p1
GROUP BY calls.called_on, calls.site_id

-- calls_2_sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region

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
