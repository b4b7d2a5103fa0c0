using System.Globalization;
using BiAssistant.Semantics.Importing.Drafting;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Importing.Databases;

/// <summary>Asks the rows of tables what a draft would know of their columns, by validated queries within limits.</summary>
internal sealed class SchemaProfiler(IWarehouse warehouse, ImportLimits limits)
{
    private const int MostColumns = 30;
    private const int MostValues = 20;
    private const int SampleRows = 1_000;
    private const string Rows = "all_rows";
    private const string Day = "____-__-__";
    private const string Moment = "____-__-__ __:__:__%";

    /// <summary>What every row says; a query that the warehouse does not answer is a fault.</summary>
    public async Task<TableProfile> AskAsync(TableSchema table, Seq<ColumnQuestion> questions, CancellationToken cancellationToken)
    {
        var columns = new List<ColumnProfile>();
        var rows = 0L;
        foreach (var some in questions.Chunk(MostColumns))
        {
            var counted = await CountAsync(table, some, cancellationToken).ConfigureAwait(false);
            rows = Number(counted, Rows);
            foreach (var (question, place) in some.Select((q, i) => (q, i)))
            {
                var filled = Number(counted, Name("filled", place));
                columns.Add(new ColumnProfile(
                    question.Column,
                    filled,
                    question.Values && filled > 0 ? await ValuesAsync(table, question.Column, cancellationToken).ConfigureAwait(false) : null,
                    question.Time ? TimeOf(counted, place, filled) : null));
            }
        }

        return new TableProfile(table.Name, rows, await TypedAsync(table, questions, columns, cancellationToken).ConfigureAwait(false));
    }

    private Task<ResultTable> CountAsync(TableSchema table, ColumnQuestion[] questions, CancellationToken cancellationToken)
    {
        var items = new List<SqlSelectItem> { new(new SqlAggregate("COUNT", [new SqlStar()]), Rows) };
        foreach (var (question, place) in questions.Select((q, i) => (q, i)))
        {
            var column = Column(question.Column);
            items.Add(new SqlSelectItem(new SqlAggregate("COUNT", [column]), Name("filled", place)));
            if (question.Time)
            {
                items.Add(new SqlSelectItem(new SqlAggregate("MIN", [column]), Name("least", place)));
                items.Add(new SqlSelectItem(new SqlAggregate("MAX", [column]), Name("most", place)));
                items.Add(Alike(column, Day, Name("days", place)));
                items.Add(Alike(column, Moment, Name("moments", place)));
            }
        }

        return QueryAsync(new SqlSelect(items.ToSeq(), new SqlTable(table.Name)), table, questions.Select(q => q.Column), cancellationToken);
    }

    /// <summary>All different values in order; null when there are more than a few.</summary>
    private async Task<Seq<string>?> ValuesAsync(TableSchema table, string column, CancellationToken cancellationToken)
    {
        var query = new SqlSelect([new SqlSelectItem(Column(column), "one_value")], new SqlTable(table.Name))
        {
            Where = new SqlIsNull(Column(column), Negated: true),
            GroupBy = [Column(column)],
            OrderBy = [new SqlOrder(Column(column))],
            Limit = MostValues + 1,
        };
        var found = await QueryAsync(query, table, [column], cancellationToken).ConfigureAwait(false);
        return found.Rows.Count > MostValues ? null : found.Rows.Select(row => Text(row[0])).ToSeq();
    }

    /// <summary>The types that values turn out to have, for columns without a declared one.</summary>
    private async Task<Seq<ColumnProfile>> TypedAsync(TableSchema table, Seq<ColumnQuestion> questions, List<ColumnProfile> columns, CancellationToken cancellationToken)
    {
        var untyped = questions.Where(q => q.Type).Select(q => q.Column).ToList();
        if (untyped.Count == 0)
        {
            return columns.ToSeq();
        }

        var query = new SqlSelect(untyped.Select((c, i) => new SqlSelectItem(Column(c), Name("value", i))).ToSeq(), new SqlTable(table.Name)) { Limit = SampleRows };
        var sample = await QueryAsync(query, table, untyped, cancellationToken).ConfigureAwait(false);
        return columns.Select(c => untyped.IndexOf(c.Column) is >= 0 and var at ? c with { Seen = sample.Columns[at].Type } : c).ToSeq();
    }

    private Task<ResultTable> QueryAsync(SqlSelect query, TableSchema table, IEnumerable<string> columns, CancellationToken cancellationToken)
    {
        var written = SqlWriter.Write(query, warehouse.Dialect);
        var valid = written.Value is { } text ? SqlValidator.Validate(text, new SqlAllowList([new AllowedTable(table.Name, columns.ToSeq())])) : null;
        return valid?.Value is { } passed
            ? warehouse.QueryAsync(passed, new QueryLimits(limits.Query, SampleRows), cancellationToken)
            : throw new WarehouseFault(warehouse.Name, WarehouseFaultKind.Rejected, (valid?.Issues ?? written.Issues)[0].Message);
    }

    private static StoredTime TimeOf(ResultTable counted, int place, long filled) => filled == 0 ? StoredTime.None
        : Cell(counted, Name("most", place)) is long or double or decimal && Cell(counted, Name("least", place)) is long or double or decimal ? StoredTime.Numbers
        : Number(counted, Name("days", place)) == filled ? StoredTime.Days
        : Number(counted, Name("moments", place)) == filled ? StoredTime.Moments
        : StoredTime.None;

    private static SqlSelectItem Alike(SqlColumn column, string pattern, string name) =>
        new(new SqlAggregate("SUM", [new SqlCase(null, [new SqlWhen(new SqlLike(column, new SqlText(pattern)), new SqlNumber(1))], new SqlNumber(0))]), name);

    private static SqlColumn Column(string name) => new(null, name);

    private static string Name(string what, int place) => string.Create(CultureInfo.InvariantCulture, $"{what}_{place}");

    private static object? Cell(ResultTable counted, string name) =>
        counted.Columns.Select((c, i) => (c.Name, Cell: counted.Rows[0][i])).First(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)).Cell;

    private static long Number(ResultTable counted, string name) => Cell(counted, name) is { } cell ? Convert.ToInt64(cell, CultureInfo.InvariantCulture) : 0;

    private static string Text(object? cell) => cell switch
    {
        bool truth => truth ? "1" : "0",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
