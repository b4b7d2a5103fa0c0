using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Spells a native tree as an analyst would write it: a clause a line, a selected item a line, a comment above each step.</summary>
internal sealed partial class SqlPrinter
{
    private const int LineWidth = 100;
    private const string Step = "  ";

    private readonly SqlDialect _dialect;

    private SqlPrinter(SqlDialect dialect) => _dialect = dialect;

    public static string Print(SqlQuery query, SqlDialect dialect) => new SqlPrinter(dialect).Query(query, "");

    public static string Print(SqlExpression expression, SqlDialect dialect) => new SqlPrinter(dialect).Expression(expression, "");

    private string Query(SqlQuery query, string indent)
    {
        var lines = new List<string>();
        if (!query.With.IsEmpty)
        {
            lines.Add("WITH");
            CommonTables(query.With, indent, lines);
        }

        if (query is SqlSelect select)
        {
            Select(select, indent, lines);
        }
        else
        {
            SetOperation((SqlSetOperation)query, indent, lines);
        }

        if (!query.OrderBy.IsEmpty)
        {
            lines.Add(Listed("ORDER BY", query.OrderBy.Select(order => Order(order, indent + Step)), indent));
        }

        Limits(query, lines);
        return string.Join("\n" + indent, lines);
    }

    private void Limits(SqlQuery query, List<string> lines)
    {
        if (_dialect.LimitStyle == SqlLimitStyle.Limit)
        {
            if (query.Limit is { } limit)
            {
                lines.Add($"LIMIT {limit}");
            }

            if (query.Offset is { } offset)
            {
                lines.Add($"OFFSET {offset}");
            }

            return;
        }

        if (query.Offset is { } skipped)
        {
            lines.Add($"OFFSET {skipped} ROWS");
        }

        if (query.Limit is { } wanted && !IsTop(query))
        {
            lines.Add(query.Offset is null ? $"FETCH FIRST {wanted} ROWS ONLY" : $"FETCH NEXT {wanted} ROWS ONLY");
        }
    }

    private bool IsTop(SqlQuery query) => _dialect.LimitStyle == SqlLimitStyle.Top && query is SqlSelect { Limit: not null, Offset: null };

    private void CommonTables(Seq<SqlCommonTable> tables, string indent, List<string> lines)
    {
        for (var i = 0; i < tables.Count; i++)
        {
            if (tables[i].Comment is { Length: > 0 } comment)
            {
                lines.Add($"{Step}-- {OneLine(comment)}");
            }

            lines.Add($"{Step}{Name(tables[i].Name)} AS {InParentheses(tables[i].Query, indent + Step)}{(i < tables.Count - 1 ? "," : "")}");
        }
    }

    private static string OneLine(string comment) => string.Concat(comment.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    private string InParentheses(SqlQuery query, string indent) => $"(\n{indent}{Step}{Query(query, indent + Step)}\n{indent})";

    private void SetOperation(SqlSetOperation set, string indent, List<string> lines)
    {
        lines.Add(SetOperand(set.Left, set, isRight: false, indent));
        lines.Add(_dialect.SetOperatorName(set.Operator, set.All));
        lines.Add(SetOperand(set.Right, set, isRight: true, indent));
    }

    private string SetOperand(SqlQuery operand, SqlSetOperation around, bool isRight, string indent)
    {
        var isPlain = operand is { With.IsEmpty: true, OrderBy.IsEmpty: true, Limit: null, Offset: null };
        var isBare = isPlain && (operand is not SqlSetOperation inner
            || ((_dialect.MixesSetOperators || (inner.Operator, inner.All) == (around.Operator, around.All))
                && (Rank(inner.Operator) > Rank(around.Operator) || (!isRight && Rank(inner.Operator) == Rank(around.Operator)))));
        return isBare ? Query(operand, indent) : InParentheses(operand, indent);
    }

    private int Rank(SqlSetOperator found) => found == SqlSetOperator.Intersect && !_dialect.SetOperatorsAreEqual ? 1 : 0;

    private void Select(SqlSelect select, string indent, List<string> lines)
    {
        var items = select.Items.Select(item => Item(item, indent + Step)).ToList();
        var keyword = (select.Distinct ? "SELECT DISTINCT" : "SELECT") + (IsTop(select) ? $" TOP ({select.Limit})" : "");
        lines.Add(items is [var only] ? $"{keyword} {only}" : $"{keyword}\n{indent}{Step}" + string.Join($",\n{indent}{Step}", items));
        if (select.From is not null)
        {
            lines.Add("FROM " + Relation(select.From, indent));
        }
        else if (_dialect.OneRowTable is { } one)
        {
            lines.Add("FROM " + one);
        }

        if (select.Where is not null)
        {
            lines.Add("WHERE " + Conditions(select.Where, indent));
        }

        if (!select.GroupBy.IsEmpty)
        {
            lines.Add(Listed("GROUP BY", select.GroupBy.Select(key => Expression(key, indent + Step)), indent));
        }

        if (select.Having is not null)
        {
            lines.Add("HAVING " + Conditions(select.Having, indent));
        }

        if (select.Qualify is not null)
        {
            lines.Add("QUALIFY " + Conditions(select.Qualify, indent));
        }
    }

    private string Item(SqlSelectItem item, string indent) =>
        Expression(item.Expression, indent) + (item.Alias is null ? "" : " AS " + Name(item.Alias));

    private static string Listed(string keyword, IEnumerable<string> parts, string indent)
    {
        var items = parts.ToList();
        var flat = $"{keyword} {string.Join(", ", items)}";
        return flat.Length <= LineWidth && !flat.Contains('\n') ? flat : $"{keyword}\n{indent}{Step}" + string.Join($",\n{indent}{Step}", items);
    }

    /// <summary>Conditions that must all hold, one a line.</summary>
    private string Conditions(SqlExpression condition, string indent) =>
        string.Join($"\n{indent}{Step}AND ", Parts(condition, indent + Step));

    private IEnumerable<string> Parts(SqlExpression condition, string indent)
    {
        var parts = AllOf(condition);
        return parts.Select(part => Expression(part, indent, parts.Count == 1 ? 0 : SqlPrecedence.Not));
    }

    private static List<SqlExpression> AllOf(SqlExpression condition)
    {
        var parts = new List<SqlExpression>();
        while (condition is SqlBinary { Operator: SqlBinaryOperator.And } and)
        {
            parts.Add(and.Right);
            condition = and.Left;
        }

        parts.Add(condition);
        parts.Reverse();
        return parts;
    }

    private string Relation(SqlRelation relation, string indent) => relation switch
    {
        SqlTable table => string.Join('.', table.Name.Select(Name)) + (table.Alias is null ? "" : _dialect.TableAs + Name(table.Alias)),
        SqlDerivedTable derived => $"{InParentheses(derived.Query, indent)}{_dialect.TableAs}{Name(derived.Alias)}",
        _ => Join((SqlJoin)relation, indent),
    };

    private string Join(SqlJoin join, string indent)
    {
        var kind = join.Kind == SqlJoinKind.Inner ? "JOIN" : join.Kind.ToString().ToUpperInvariant() + " JOIN";
        var right = join.Right is SqlJoin inner ? $"({Relation(inner, indent + Step)})" : Relation(join.Right, indent);
        var text = $"{Relation(join.Left, indent)}\n{indent}{kind} {right}";
        if (!join.Using.IsEmpty)
        {
            return $"{text} USING ({string.Join(", ", join.Using.Select(Name))})";
        }

        if (join.On is null)
        {
            return text;
        }

        var parts = Parts(join.On, indent + Step + Step).ToList();
        var flat = string.Join(" AND ", parts);
        return flat.Length <= LineWidth && !flat.Contains('\n')
            ? $"{text} ON {flat}"
            : $"{text}\n{indent}{Step}ON " + string.Join($"\n{indent}{Step}{Step}AND ", parts);
    }

    private string Order(SqlOrder order, string indent)
    {
        var text = Expression(order.Expression, indent) + (order.Descending ? " DESC" : "");
        return !_dialect.HasNullOrder || order.Nulls == _dialect.DefaultNulls(order.Descending) ? text : text + (order.Nulls == SqlNullOrder.First ? " NULLS FIRST" : " NULLS LAST");
    }
}
