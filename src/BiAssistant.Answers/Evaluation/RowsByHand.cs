using BiAssistant.Answers.Execution;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Evaluation;

/// <summary>
/// Runs SQL written by hand the way all SQL runs: through the gate, over tables that the warehouse says it has, read-only and within limits. What does not pass
/// is an issue at its line.
/// </summary>
internal sealed class RowsByHand
{
    private readonly WarehouseSet _warehouses;
    private readonly QueryLimits _limits;
    private readonly Dictionary<string, Outcome<SqlAllowList>> _allowed = [];

    private RowsByHand(WarehouseSet warehouses, QueryLimits limits) => (_warehouses, _limits) = (warehouses, limits);

    /// <summary>Asks each warehouse for the tables that the expectations name.</summary>
    public static async Task<RowsByHand> OpenAsync(WarehouseSet warehouses, QueryLimits limits, IEnumerable<ExpectedRows> expected, CancellationToken cancellationToken)
    {
        var rows = new RowsByHand(warehouses, limits);
        var reads = expected.Select(e => (Warehouse: rows.Find(e.Warehouse).Value, e.Sql)).ToLookup(e => e.Warehouse?.Name, e => e);
        foreach (var read in reads.Where(r => r.Key is not null))
        {
            var warehouse = warehouses.Find(read.Key).Value ?? throw new InvalidOperationException($"The warehouse '{read.Key}' is gone.");
            var tables = read.Select(e => SqlParser.ParseQuery(e.Sql, warehouse.Dialect).Value).OfType<SqlQuery>()
                .SelectMany(query => query.DescendantsAndSelf().OfType<SqlTable>()).Select(table => table.Name[^1]).Distinct().ToSeq();
            rows._allowed[warehouse.Name] = await AllowedAsync(warehouse, tables, limits.Timeout, cancellationToken).ConfigureAwait(false);
        }

        return rows;
    }

    public async Task<Outcome<ResultTable>> GetAsync(ExpectedRows expected, TextLocation at, CancellationToken cancellationToken)
    {
        var found = Find(expected.Warehouse);
        if (found.Value is not { } warehouse || !_allowed.TryGetValue(warehouse.Name, out var known) || known.Value is not { } allowed)
        {
            return Unreadable([.. found.Issues, .. found.Value is { } named && _allowed.TryGetValue(named.Name, out var not) ? not.Issues : []], at);
        }

        var valid = SqlValidator.ValidateWritten(expected.Sql, warehouse.Dialect, allowed);
        if (valid.Value is not { } sql)
        {
            return Unreadable(valid.Issues, at);
        }

        try
        {
            var rows = await warehouse.QueryAsync(sql, _limits, cancellationToken).ConfigureAwait(false);
            return rows.Truncated
                ? Unreadable([new Issue("rows_by_hand", $"It gives more than {_limits.MaxRows} rows, more than an answer may have.")], at)
                : Outcome<ResultTable>.Of(rows);
        }
        catch (WarehouseFault fault)
        {
            return Unreadable([OfFault(fault)], at);
        }
    }

    private Outcome<IWarehouse> Find(string? name) => name is null && _warehouses.First is { } first ? Outcome<IWarehouse>.Of(first) : _warehouses.Find(name);

    private static async Task<Outcome<SqlAllowList>> AllowedAsync(IWarehouse warehouse, Seq<string> tables, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (tables.IsEmpty)
        {
            return Outcome<SqlAllowList>.Of(new SqlAllowList([]));
        }

        try
        {
            var schema = await warehouse.SchemaAsync(new SchemaScope([], tables), timeout, cancellationToken).ConfigureAwait(false);
            return Outcome<SqlAllowList>.Of(SqlAllowList.Of(schema.Tables.Where(table => table.Readable).SelectMany(Spellings)));
        }
        catch (WarehouseFault fault)
        {
            return Outcome<SqlAllowList>.Failed(OfFault(fault));
        }
    }

    /// <summary>A table may be named with its schema, too.</summary>
    private static IEnumerable<AllowedTable> Spellings(TableSchema table)
    {
        var columns = table.Columns.Where(column => column.Readable).Select(column => column.Name).ToSeq();
        yield return new AllowedTable(table.Name, columns);
        if (table is { Name: [var bare], Schema: { } schema })
        {
            yield return new AllowedTable([schema, bare], columns);
        }
    }

    private static Issue OfFault(WarehouseFault fault) => new("rows_by_hand", $"{fault.Message}{(fault.InnerException is { } inner ? $" ({inner.Message})" : "")}");

    private static Outcome<ResultTable> Unreadable(Seq<Issue> issues, TextLocation at) =>
        Outcome<ResultTable>.Failed(issues.Select(issue => issue with { Message = $"This SQL by hand cannot be run: {issue.Message}", At = at }).ToSeq());
}
