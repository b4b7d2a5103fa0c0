using BiAssistant.Sql.Checks;

namespace BiAssistant.Tests.Sql;

/// <summary>Days at the ends of months, years and weeks, and a few sales with every awkward number and text.</summary>
public sealed class Ledger : RealEngines
{
    public override SqlAllowList Tables { get; } = new([
        new AllowedTable(["days"], ["id", "d", "t", "later"]),
        new AllowedTable(["sales"], ["id", "region", "amount", "units", "word"]),
    ]);

    protected override string Script =>
        """
        CREATE TABLE days (id INTEGER, d DATE, t TIMESTAMP, later DATE);
        INSERT INTO days VALUES
          (1, '2024-01-31', '2024-01-31 23:59:59', '2024-02-29'), (2, '2024-02-29', '2024-02-29 00:00:00', '2025-02-28'), (3, '2023-12-31', '2023-12-31 12:30:15', '2024-01-01'),
          (4, '2024-12-30', '2024-12-30 06:07:08', '2025-01-05'), (5, '2021-01-03', '2021-01-03 18:00:00', '2021-01-04'), (6, '2020-03-31', '2020-03-31 01:00:00', '2019-11-30'),
          (7, '2025-08-30', '2025-08-30 09:45:00', '2025-08-30'), (8, NULL, NULL, NULL);
        CREATE TABLE sales (id INTEGER, region VARCHAR(20), amount DECIMAL(9, 2), units INTEGER, word VARCHAR(20));
        INSERT INTO sales VALUES
          (1, 'North', 10.00, 4, '50% off'), (2, 'North', 0.10, 0, 'a_b'), (3, 'South', 7.25, 3, 'Seoul 서울'), (4, 'South', NULL, 2, '  both  '),
          (5, NULL, 3.00, NULL, NULL), (6, 'East', -2.50, 7, 'seoul'), (7, 'North', 10.00, 4, 'it''s');
        """;
}
