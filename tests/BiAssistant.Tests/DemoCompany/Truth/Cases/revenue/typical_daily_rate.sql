-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
WITH quartiles AS (
  SELECT quantile_cont(CAST(net_amount AS DOUBLE), 0.25) AS low, quantile_cont(CAST(net_amount AS DOUBLE), 0.75) AS high
  FROM nights
)
SELECT AVG(net_amount)
FROM nights, quartiles
WHERE night >= '2024-01-01' AND night < '2025-01-01' AND net_amount BETWEEN low - 1.5 * (high - low) AND high + 1.5 * (high - low);

-- {"group_by": [{"field": "room_types.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
WITH quartiles AS (
  SELECT quantile_cont(CAST(net_amount AS DOUBLE), 0.25) AS low, quantile_cont(CAST(net_amount AS DOUBLE), 0.75) AS high
  FROM nights
)
SELECT room_type, AVG(net_amount)
FROM nights, quartiles
WHERE night >= '2023-04-01' AND night < '2024-04-01' AND net_amount BETWEEN low - 1.5 * (high - low) AND high + 1.5 * (high - low)
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
WITH quartiles AS (
  SELECT quantile_cont(CAST(net_amount AS DOUBLE), 0.25) AS low, quantile_cont(CAST(net_amount AS DOUBLE), 0.75) AS high
  FROM nights
)
SELECT month_of(night) AS period, AVG(net_amount)
FROM nights, quartiles
WHERE night >= '2024-01-01' AND night < '2025-01-01' AND net_amount BETWEEN low - 1.5 * (high - low) AND high + 1.5 * (high - low)
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "bookings.channel", "in": ["DIR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
WITH quartiles AS (
  SELECT quantile_cont(CAST(net_amount AS DOUBLE), 0.25) AS low, quantile_cont(CAST(net_amount AS DOUBLE), 0.75) AS high
  FROM nights
)
SELECT fiscal_quarter_of(night) AS period, region, AVG(net_amount)
FROM nights, quartiles
WHERE night >= '2023-04-01' AND night < '2024-04-01' AND channel_code = 'DIR' AND net_amount BETWEEN low - 1.5 * (high - low) AND high + 1.5 * (high - low)
GROUP BY ALL;
