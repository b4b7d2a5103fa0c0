using BiAssistant.DuckDb;

namespace BiAssistant.Benchmarks;

/// <summary>The workshop with ten million tickets and as many parts, of five years up to its today, in memory.</summary>
internal sealed class LargeWorkshop : IDisposable
{
    public const int Facts = 10_000_000;

    private readonly DuckDbConnection _connection = new("Data Source=:memory:");

    public LargeWorkshop()
    {
        _connection.Open();
        Execute(WorkshopCases.Script);
        Execute($"""
            INSERT INTO sites SELECT i, 'Site ' || i, CASE i % 4 WHEN 0 THEN 'North' WHEN 1 THEN 'South' WHEN 2 THEN 'East' END FROM range(10, 1000) AS r(i);
            INSERT INTO customers SELECT i, 'Customer ' || i, CASE i % 3 WHEN 0 THEN 'FI' WHEN 1 THEN 'IE' ELSE 'KR' END FROM range(100, 100000) AS r(i);
            INSERT INTO tickets SELECT 1000 + i, 10 + i % 990, CASE WHEN i % 50 > 0 THEN 100 + i % 99900 END, DATE '2020-01-01' + CAST(i * 7 % 1886 AS INTEGER),
              CASE i % 5 WHEN 0 THEN 'open' ELSE 'closed' END, CASE WHEN i % 20 > 0 THEN i % 800 / 100.0 END FROM range({Facts}) AS r(i);
            INSERT INTO parts_used SELECT 1000 + i, 1000 + i * 3 % {Facts}, CASE i % 3 WHEN 0 THEN 'belt' WHEN 1 THEN 'seal' ELSE 'pump' END, i % 20000 FROM range({Facts}) AS r(i);
            INSERT INTO budgets SELECT s, DATE '2020-01-01' + to_months(CAST(m AS INTEGER)), s % 1000 + m FROM range(10, 1000) AS a(s), range(60) AS b(m);
            INSERT INTO surveys SELECT 1000 + i, 10 + i % 990, DATE '2020-01-01' + CAST(i % 1886 AS INTEGER), i % 5 + 1 FROM range({Facts / 10}) AS r(i);
            INSERT INTO stock SELECT s, p, CAST(DATE '2020-02-01' + to_months(CAST(m AS INTEGER)) AS DATE) - 1, s % 40 + m FROM range(10, 1000) AS a(s), (VALUES ('belt'), ('seal'), ('pump')) AS b(p), range(60) AS c(m);
            INSERT INTO contracts SELECT 1000 + i, 10 + i % 990, DATE '2020-01-01' + CAST(i % 1886 AS INTEGER), CASE WHEN i % 3 > 0 THEN DATE '2020-03-01' + CAST(i % 1886 AS INTEGER) END, i % 20 FROM range({Facts / 100}) AS r(i);
            INSERT INTO deliveries SELECT 1000 + i, DATE '2020-01-01' + CAST(i % 1886 AS INTEGER), i % 30 FROM range({Facts}) AS r(i);
            INSERT INTO ticket_faults SELECT 1000 + i, 1 + i % 4 FROM range({Facts / 10}) AS r(i);
            INSERT INTO crews SELECT 1000 + i, 1 + i % 3, 'mend' FROM range({Facts / 10}) AS r(i);
            """);
        Execute("SET threads = 2");
    }

    /// <summary>Runs a text and reads its rows to the end.</summary>
    /// <returns>The number of rows.</returns>
    public int Run(string text, IEnumerable<(string Name, object? Value)> arguments, CancellationToken stop)
    {
        using var command = new DuckDbCommand(text, _connection);
        foreach (var (name, value) in arguments)
        {
            command.Parameters.Add(name, value);
        }

        using var reader = command.ExecuteReader(stop);
        var rows = 0;
        while (reader.Read())
        {
            rows++;
        }

        return rows;
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string script)
    {
        using var command = new DuckDbCommand(script, _connection);
        command.ExecuteNonQuery();
    }
}
