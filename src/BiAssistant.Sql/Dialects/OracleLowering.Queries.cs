using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>Queries: what Oracle's set operators, groups and stars do not take.</summary>
internal sealed partial class OracleLowering
{
    protected override SqlQuery WholeQuery(SqlQuery query)
    {
        if (query is SqlSetOperation { All: true, Operator: not SqlSetOperator.Union } refused)
        {
            Unsayable($"{refused.Operator.ToString().ToUpperInvariant()} ALL");
        }

        var lowered = base.WholeQuery(query);
        return lowered is SqlSetOperation set ? set with { Left = AsOperand(set.Left), Right = AsOperand(set.Right) } : lowered;
    }

    /// <summary>Operands of UNION have no order and no limit of their own; what has becomes a table.</summary>
    private SqlQuery AsOperand(SqlQuery operand)
    {
        var unordered = OracleEmptyTexts.Unordered(operand);
        return unordered is { With.IsEmpty: true, OrderBy.IsEmpty: true, Limit: null, Offset: null }
            ? unordered
            : new SqlSelect([new SqlSelectItem(new SqlStar())], new SqlDerivedTable(unordered, Named("part")));
    }

    protected override SqlSelect Select(SqlSelect select)
    {
        if (select.Limit is not null || select.Offset is not null)
        {
            var names = select.Items.Select(item => item.Alias ?? (item.Expression as SqlColumn)?.Name).Where(name => name is not null).Select(name => Dialect.NativeName(name ?? "")).ToList();
            if (names.Distinct(Dialect.NameComparer).Count() < names.Count)
            {
                Refuse("sql_duplicate_columns", $"A limited query of {Dialect.Name} needs a name of its own for each column.");
            }
        }

        return base.Select(select with { Items = select.Items.SelectMany(item => Starred(item, select)).ToSeq(), GroupBy = select.GroupBy.Select(key => Key(key, select)).ToSeq() });
    }

    /// <summary>Beside other columns a star belongs to a table.</summary>
    private static IEnumerable<SqlSelectItem> Starred(SqlSelectItem item, SqlSelect select) => item.Expression is SqlStar { Table: null } && select.Items.Count > 1
        ? SelectRewriting.Aliases(select.From).Select(table => new SqlSelectItem(new SqlStar(table)))
        : [item];

    /// <summary>A number is no position and a name no alias in GROUP BY.</summary>
    private SqlExpression Key(SqlExpression key, SqlSelect select)
    {
        if (key is SqlNumber position)
        {
            return position.Value >= 1 && position.Value <= select.Items.Count && decimal.IsInteger(position.Value)
                ? select.Items[(int)position.Value - 1].Expression
                : Unsayable("GROUP BY a number", "name the column.");
        }

        return key is SqlColumn { Table: null } column && select.Items.Any(item => item.Expression != key && string.Equals(item.Alias, column.Name, StringComparison.OrdinalIgnoreCase))
            ? Unsayable($"GROUP BY {column.Name}, which may be a column or an alias,", "repeat the expression.")
            : key;
    }
}
