using BiAssistant.Sql.Checks;

namespace BiAssistant.Tests.Sql.Generated;

/// <summary>
/// Three tables that join, for generated queries. Decimals are whole quarters: their sums and products are the same to the last digit in engines that keep decimals and in SQLite,
/// which computes with doubles, so that a difference of rows is one of meaning.
/// </summary>
public sealed class Workshop : RealEngines
{
    public static readonly Table Jobs = new("jobs", ["id"], [
        new("id", ValueKind.Whole), new("shop", ValueKind.Whole), new("kind", ValueKind.Text), new("price", ValueKind.Exact), new("hours", ValueKind.Whole),
        new("day", ValueKind.Day), new("begun", ValueKind.Moment), new("note", ValueKind.Text), new("urgent", ValueKind.Truth)]);

    public static readonly Table Shops = new("shops", ["shop"], [
        new("shop", ValueKind.Whole), new("city", ValueKind.Text), new("opened", ValueKind.Day), new("goal", ValueKind.Exact)]);

    public static readonly Table Visits = new("visits", ["id"], [
        new("id", ValueKind.Whole), new("shop", ValueKind.Whole), new("kind", ValueKind.Text), new("seen", ValueKind.Moment), new("points", ValueKind.Whole), new("share", ValueKind.Exact)]);

    public static readonly IReadOnlyList<Table> All = [Jobs, Shops, Visits];

    public override SqlAllowList Tables { get; } =
        new([.. All.Select(table => new AllowedTable([table.Name], [.. table.Columns.Select(column => column.Name)]))]);

    protected override string Script =>
        """
        CREATE TABLE jobs (id INTEGER, shop INTEGER, kind VARCHAR(20), price DECIMAL(9, 2), hours INTEGER, day DATE, begun TIMESTAMP, note VARCHAR(40), urgent BOOLEAN);
        INSERT INTO jobs VALUES
          (1, 1, 'repair', 10.00, 4, '2024-01-31', '2024-01-31 23:59:59', '50% off', TRUE), (2, 1, 'repair', 0.25, 0, '2024-02-29', '2024-02-29 00:00:00', 'a_b', FALSE),
          (3, 2, 'build', 7.25, 3, '2023-12-31', '2023-12-31 12:30:15', 'Seoul 서울', TRUE), (4, 2, 'build', NULL, 2, '2024-12-30', '2024-12-30 06:07:08', '  both  ', NULL),
          (5, NULL, NULL, 3.00, NULL, '2021-01-03', NULL, NULL, FALSE), (6, 3, 'Repair', -2.50, 7, NULL, '2020-03-31 01:00:00', 'seoul', FALSE),
          (7, 1, 'paint', 10.00, 4, '2025-08-30', '2025-08-30 09:45:00', 'it''s', TRUE), (8, 9, 'paint', 120.75, -5, '2024-02-29', '2024-03-01 00:00:00', '', FALSE),
          (9, 3, 'build', 0.00, 12, '2024-02-28', '2024-02-28 18:00:30', 'b', NULL), (10, 2, 'repair', 7.25, 3, '2023-12-31', '2023-12-31 12:30:15', 'a*b?[c]', TRUE);
        CREATE TABLE shops (shop INTEGER, city VARCHAR(20), opened DATE, goal DECIMAL(9, 2));
        INSERT INTO shops VALUES (1, 'Seoul', '2020-02-29', 20.00), (2, 'Busan', '2023-12-31', 7.25), (3, NULL, NULL, 0.50), (4, 'seoul', '2024-01-01', NULL);
        CREATE TABLE visits (id INTEGER, shop INTEGER, kind VARCHAR(20), seen TIMESTAMP, points INTEGER, share DECIMAL(9, 4));
        INSERT INTO visits VALUES
          (1, 1, 'repair', '2024-01-31 23:59:59', 5, 0.5000), (2, 2, 'build', '2024-02-29 10:20:30', 3, 0.0625), (3, 2, 'paint', NULL, 0, 1.2500),
          (4, NULL, 'paint', '2019-12-30 00:00:00', NULL, NULL), (5, 3, NULL, '2024-06-15 13:14:15', -2, -0.7500), (6, 1, 'Repair', '2021-01-04 07:00:00', 5, 0.0000);
        """;
}

/// <summary>A table of the workshop or a query used as one: its columns, and those by which no two rows are the same, if there are such.</summary>
public sealed record Table(string Name, IReadOnlyList<string> Key, IReadOnlyList<TableColumn> Columns);

/// <summary>A column and what kind of value it has.</summary>
public sealed record TableColumn(string Name, ValueKind Kind);
