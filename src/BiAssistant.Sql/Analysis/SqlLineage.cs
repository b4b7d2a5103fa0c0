using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>What a query over described tables gives: its output columns with * spelled out, their types, and the columns of tables that each comes from.</summary>
public static class SqlLineage
{
    /// <summary>The output columns of a portable query.</summary>
    public static Outcome<SqlOutputs> Of(SqlQuery query, SqlSchema schema) => Of(query, schema, PortableDialect.Instance);

    /// <summary>The output columns of a query in a dialect's own constructs (the schema's names are stored as that engine stores them), or an issue for each name that means nothing or several things.</summary>
    public static Outcome<SqlOutputs> Of(SqlQuery query, SqlSchema schema, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(dialect);
        if (query.Height() > SqlParser.MaximumHeight)
        {
            return Outcome<SqlOutputs>.Failed(new Issue("sql_too_deep", $"This query chains more than {SqlParser.MaximumHeight} operators or nests too deeply."));
        }

        var resolver = new Resolver(schema, dialect);
        var outputs = resolver.Outputs(query);
        return resolver.Issues.IsEmpty ? Outcome<SqlOutputs>.Of(outputs) : Outcome<SqlOutputs>.Failed(resolver.Issues);
    }

    private sealed class Resolver(SqlSchema schema, SqlDialect dialect) : SqlResolver(dialect.NameComparer)
    {
        private bool _lacksTables;

        public SqlOutputs Outputs(SqlQuery query)
        {
            var resolved = Query(query);
            return new SqlOutputs(resolved.Columns.Select(column => WithRows(column, resolved.Rows)).ToSeq());
        }

        private static SqlOutput WithRows(SqlOutput column, IReadOnlySet<SqlSource> rows) =>
            column with { RowSources = column.RowSources.Concat(rows).Distinct().Except(column.Sources).OrderBy(source => source.ToString(), StringComparer.Ordinal).ToSeq() };

        protected override IReadOnlyList<SqlOutput>? ColumnsOf(SqlTable table, IEnumerable<string> steps, SqlScope scope)
        {
            var meant = schema.Tables.Where(known => EndsWith(known.Name, table.Name)).ToList();
            if (meant.Find(known => known.Name.Count == table.Name.Count) is { } exact)
            {
                meant = [exact];
            }

            if (meant is [var found])
            {
                return [.. found.Columns.Select(column => new SqlOutput(dialect.NativeName(column.Name)) { Type = column.Type, Nullable = column.Nullable, Sources = [new SqlSource(found.Name, column.Name)] })];
            }

            _lacksTables = true;
            var read = string.Join('.', table.Name);
            var nearest = meant.Count > 1
                ? meant.Select(known => string.Join('.', known.Name)).ToSeq()
                : Nearest.To(read, steps.Concat(schema.Tables.Select(known => string.Join('.', known.Name.TakeLast(table.Name.Count)))));
            Refuse(meant.Count > 1
                ? new Issue("sql_ambiguous", $"The table '{read}' could be {string.Join(" or ", nearest)}.") { Suggestions = nearest }
                : new Issue("sql_unknown_table", $"There is no table '{read}'.{Nearest.Question(nearest)}") { Suggestions = nearest });
            return null;
        }

        /// <summary>A table may be called by the last parts of its name where that is unique.</summary>
        private bool EndsWith(Seq<string> known, Seq<string> read) => known.Count >= read.Count && known.Skip(known.Count - read.Count).Select(dialect.NativeName).SequenceEqual(read, dialect.NameComparer);

        protected override bool TablesMayHaveMore => false;

        protected override bool RefusesStar(bool isBase) => false;

        /// <summary>Where a table is unknown, so are its columns: only the table is said then.</summary>
        protected override Issue? Unresolved(SqlColumn column, SqlNameProblem problem, SqlScope scope)
        {
            if (_lacksTables && problem != SqlNameProblem.Ambiguous)
            {
                return null;
            }

            if (problem == SqlNameProblem.NoTable)
            {
                var relations = Nearest.To(column.Table ?? "", scope.Relations());
                return new Issue("sql_unknown_table", $"There is no table '{column.Table}' in this query.{Nearest.Question(relations)}") { Suggestions = relations };
            }

            var nearest = Nearest.To(column.Name, scope.NamesOf(column.Table));
            return problem switch
            {
                SqlNameProblem.Ambiguous => new Issue("sql_ambiguous", $"The column '{column.Name}' could be that of several tables; put the table's name before it."),
                SqlNameProblem.NotInTable => new Issue("sql_unknown_column", $"'{column.Table}' has no column '{column.Name}'.{Nearest.Question(nearest)}") { Suggestions = nearest },
                _ => new Issue("sql_unknown_column", $"There is no column '{column.Name}'.{Nearest.Question(nearest)}") { Suggestions = nearest },
            };
        }

        protected override SqlOutput Typed(SqlOutput output, SqlExpression expression, SqlScope scope, IReadOnlyDictionary<SqlQuery, SqlOutput> queries) => output with
        {
            Type = SqlTypes.Infer((SqlExpression)WithoutQueries(expression, queries), column => scope.Find(column.Table, column.Name).Column?.Type ?? SqlType.Unknown),
            Nullable = SqlNullability.Of(expression, leaf => leaf is SqlColumn column ? scope.Find(column.Table, column.Name).Column?.Nullable : null),
        };

        /// <summary>Seen from outside, a query for one value is a value of its column's type.</summary>
        private static SqlNode WithoutQueries(SqlNode node, IReadOnlyDictionary<SqlQuery, SqlOutput> queries) => node switch
        {
            SqlScalarQuery scalar => new SqlCast(SqlNull.Instance, queries.GetValueOrDefault(scalar.Query)?.Type ?? SqlType.Unknown),
            SqlQuery => node,
            _ => SqlTree.MapChildren(node, child => WithoutQueries(child, queries)),
        };
    }
}
