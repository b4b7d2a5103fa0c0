using System.Globalization;
using BiAssistant.DuckDb;
using BiAssistant.Planning;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Merge;
using Dapper;

namespace BiAssistant.Tests.Planning;

/// <summary>
/// Every case is a folder: the query, the text that each dialect gets, and hand-written SQL whose rows must match.
/// </summary>
public sealed class PlannerGoldenTests
{
    public static TheoryData<string> Cases => new(PlannerCase.Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_dialect_gets_the_text_that_was_read_and_accepted(string name)
    {
        var golden = new PlannerCase(name);
        var plan = golden.Plan();
        foreach (var dialect in SqlDialects.All)
        {
            var text = string.Join("\n", PlannerCase.Texts(plan, dialect).Select(t => $"-- {t.Name}\n{t.Sql.Sql.Text}\n"));
            text.ShouldBeGolden(golden.File($"{dialect.Name}.sql"));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Its_rows_are_those_of_SQL_written_by_hand(string name)
    {
        var golden = new PlannerCase(name);
        using var connection = await WorkshopAsync();

        var actual = await RowsAsync(golden.Plan(), connection);

        var expected = Read(connection, await File.ReadAllTextAsync(golden.File("expected.sql")), []);
        Rows(actual).ShouldBe(Rows(expected), ignoreOrder: true);
        expected.Rows.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(AcrossWarehousesTests.Cases), MemberType = typeof(AcrossWarehousesTests))]
    public async Task Rows_of_two_warehouses_are_those_of_one_that_holds_it_all(string name)
    {
        var golden = new PlannerCase(name);
        using var connection = await WorkshopAsync();
        var together = golden.PlanInOneWarehouse();

        together.Merge.ShouldBeNull();
        Rows(await RowsAsync(golden.Plan(), connection)).ShouldBe(Rows(await RowsAsync(together, connection)));
    }

    private static async Task<DuckDbConnection> WorkshopAsync()
    {
        var connection = new DuckDbConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute(await File.ReadAllTextAsync(Path.Combine(PlannerCase.Root, "workshop.sql")));
        return connection;
    }

    private static async Task<ResultTable> RowsAsync(QueryPlan plan, DuckDbConnection connection)
    {
        await using var engine = new MergeEngine();
        var tables = new List<(string Name, ResultTable Table)>();
        ResultTable? merged = null;
        foreach (var (part, sql) in PlannerCase.Texts(plan, SqlDialects.DuckDb))
        {
            if (part == "merge")
            {
                merged = await engine.RunAsync(sql, tables.Select(t => new NamedResult(t.Name, t.Table)).ToSeq(), QueryLimits.Default, CancellationToken.None);
            }
            else
            {
                tables.Add((part, Read(connection, sql.Sql.Text, sql.Sql.Arguments.ToDictionary(a => a.Name, a => Value(a.Value)))));
            }
        }

        return merged ?? tables[^1].Table;
    }

    private static ResultTable Read(DuckDbConnection connection, string text, Dictionary<string, object?> arguments)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (parameter, value) in arguments)
        {
            var bound = command.CreateParameter();
            bound.ParameterName = parameter;
            bound.Value = value;
            command.Parameters.Add(bound);
        }

        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(i => new ResultColumn(reader.GetName(i), TypeOf(reader.GetFieldType(i)))).ToSeq();
        var rows = new List<Seq<object?>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader.GetValue(i))).ToSeq());
        }

        return new ResultTable(columns, rows.ToSeq(), Truncated: false);
    }

    private static SqlType TypeOf(Type type) =>
        type == typeof(decimal) ? SqlType.Decimal(38, 6)
        : type == typeof(double) ? SqlType.Double
        : type == typeof(string) ? SqlType.Text
        : type == typeof(DateOnly) ? SqlType.Date
        : type == typeof(DateTime) ? SqlType.Timestamp
        : type == typeof(bool) ? SqlType.Boolean
        : SqlType.BigInteger;

    private static object? Cell(object value) => value switch
    {
        DBNull => null,
        System.Numerics.BigInteger big => (long)big,
        int or short or sbyte or byte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => value,
    };

    private static object? Value(SqlLiteral literal) => literal switch
    {
        SqlDate date => date.Value,
        SqlTimestamp timestamp => timestamp.Value,
        SqlText text => text.Value,
        SqlNumber number => number.Value,
        SqlBoolean flag => flag.Value,
        _ => throw new System.Diagnostics.UnreachableException(literal.GetType().Name),
    };

    private static IEnumerable<string> Rows(ResultTable table) => table.Rows.Select(r => string.Join(" | ", r.Select(Shown)));

    private static string Shown(object? cell) => cell switch
    {
        null => "null",
        double number => Math.Round((decimal)number, 9).ToString("0.#########", CultureInfo.InvariantCulture),
        decimal number => Math.Round(number, 9).ToString("0.#########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
