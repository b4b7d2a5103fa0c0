SELECT
  (SELECT COUNT(*) FROM tickets WHERE opened_on >= '2025-02-01' AND opened_on < '2025-03-01'),
  (SELECT COUNT(*) FROM tickets WHERE opened_on >= '2024-02-01' AND opened_on < '2024-03-01'),
  -1
