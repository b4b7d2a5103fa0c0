using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>
/// The portable query without what the empty text would change in Oracle: what can be said in another way is, and the rest is refused.
/// TRIM(x) = 'a' stays in WHERE, where false and null are the same; TRIM(x) &lt;&gt; 'a' would lose the rows whose x is blank.
/// </summary>
internal sealed class OracleEmptyTexts(Action<string> refuse)
{
    /// <summary>Lengths and places in empty texts are 0, and the empty text is not null; of a listed query the order does not matter, where it has no limit.</summary>
    public static SqlQuery Sayable(SqlQuery query) => query.Rewrite(expression => expression switch
    {
        SqlFunction { Name: "LENGTH", Arguments: [var text] } length when OracleTexts.MayBeEmpty(text) => OrZero(length with { Arguments = [NullIfEmpty(text)] }, OracleTexts.Needed(text)),
        SqlFunction { Name: "POSITION", Arguments: [var sought, var text] } position when OracleTexts.MayBeEmpty(text) =>
            OrZero(position with { Arguments = [sought, NullIfEmpty(text)] }, OracleTexts.Needed(sought).Concat(OracleTexts.Needed(text)).Distinct()),
        SqlIsNull { Operand: var text } isNull when OracleTexts.MayBeEmpty(text) => IsNull(OracleTexts.Needed(text), isNull.Negated),
        SqlFunction { Name: "COALESCE" } choice when choice.Arguments.SkipLast(1).Any(OracleTexts.MayBeEmpty) && !OracleTexts.IsEmpty(choice.Arguments[^1]) =>
            new SqlCase(null, choice.Arguments.SkipLast(1).Select(text => new SqlWhen(IsNull(OracleTexts.Needed(text), negated: true), text)).ToSeq(), choice.Arguments[^1]),
        SqlInList { Items.Count: > OracleLowering.MostItems } list => Split(list),
        SqlInQuery within => within with { Query = Unordered(within.Query) },
        SqlExists exists => exists with { Query = Unordered(exists.Query) },
        SqlQuantified quantified => quantified with { Query = Unordered(quantified.Query) },
        SqlScalarQuery scalar => scalar with { Query = Unordered(scalar.Query) },
        _ => null,
    });

    public static SqlQuery Unordered(SqlQuery query) => query is { Limit: null, Offset: null } ? query with { OrderBy = [] } : query;

    private static SqlFunction NullIfEmpty(SqlExpression text) => new("NULLIF", [text, OracleTexts.Empty]);

    private static SqlExpression OrZero(SqlExpression number, IEnumerable<SqlExpression> needed)
    {
        var counted = new SqlFunction("COALESCE", [number, new SqlNumber(0)]);
        return OracleTexts.AllThere(needed) is { } there ? new SqlCase(null, [new SqlWhen(there, counted)], null) : counted;
    }

    private static SqlExpression IsNull(IEnumerable<SqlExpression> needed, bool negated) => OracleTexts.AllThere(needed) is not { } there
        ? new SqlBoolean(negated)
        : negated ? there : needed.ToSeq() is [var only] ? new SqlIsNull(only) : new SqlUnary(SqlUnaryOperator.Not, there);

    /// <summary>A list has at most 1,000 items.</summary>
    private static SqlExpression Split(SqlInList list) => list.Items.Chunk(OracleLowering.MostItems)
        .Select(SqlExpression (items) => list with { Items = items.ToSeq() })
        .Aggregate((all, next) => new SqlBinary(list.Negated ? SqlBinaryOperator.And : SqlBinaryOperator.Or, all, next));

    /// <summary>Refuses what would be another number of rows, or another value than null; <paramref name="isTest"/> says that null and false are the same here.</summary>
    public void Check(SqlNode node, bool isTest = false)
    {
        switch (node)
        {
            case SqlSelect select:
                CheckSelect(select);
                break;
            case SqlDerivedTable { Query: var table } when Outputs(table).Any(OracleTexts.MayBeEmpty):
            case SqlCommonTable { Query: var step } when Outputs(step).Any(OracleTexts.MayBeEmpty):
                refuse("A step with a text that may be empty");
                break;
            case SqlJoin { On: { } on } join:
                Check(on, isTest: true);
                Children(join with { On = null });
                break;
            case SqlAggregate { Filter: { } filter } aggregate:
                Check(filter, isTest: true);
                Check(aggregate with { Filter = null });
                break;
            case SqlCase { Operand: null } choice:
                foreach (var branch in choice.Branches)
                {
                    Check(branch.Condition, isTest: true);
                    Check(branch.Result);
                }

                Children(choice with { Branches = [] });
                break;
            case SqlBinary { Operator: SqlBinaryOperator.And or SqlBinaryOperator.Or } both:
                Check(both.Left, isTest);
                Check(both.Right, isTest);
                break;
            default:
                CheckOne(node, isTest);
                Children(node);
                break;
        }
    }

    private void Children(SqlNode node)
    {
        foreach (var child in SqlTree.Children(node))
        {
            Check(child);
        }
    }

    private void CheckSelect(SqlSelect select)
    {
        foreach (var condition in new[] { select.Where, select.Having, select.Qualify })
        {
            if (condition is not null)
            {
                Check(condition, isTest: true);
            }
        }

        if (select.GroupBy.Select(key => Meant(key, select.Items)).Any(OracleTexts.MayBeEmpty) || (select.Distinct && Outputs(select).Any(OracleTexts.MayBeEmpty)))
        {
            refuse("Rows told apart by a text that may be empty");
        }

        var bare = select with { Where = null, Having = null, Qualify = null };
        CheckOne(bare, isTest: false);
        Children(bare);
    }

    private static IEnumerable<SqlExpression> Outputs(SqlQuery query) =>
        query is SqlSetOperation set ? Outputs(set.Left).Concat(Outputs(set.Right)) : Items(query).Select(item => item.Expression);

    private static Seq<SqlSelectItem> Items(SqlQuery query) => query is SqlSetOperation set ? Items(set.Left) : ((SqlSelect)query).Items;

    /// <summary>A position or an alias as what it stands for.</summary>
    private static SqlExpression Meant(SqlExpression term, Seq<SqlSelectItem> items) => term switch
    {
        SqlNumber { Value: >= 1 } position when position.Value <= items.Count => items[(int)position.Value - 1].Expression,
        SqlColumn { Table: null } column => items.FirstOrDefault(item => string.Equals(item.Alias, column.Name, StringComparison.OrdinalIgnoreCase))?.Expression ?? term,
        _ => term,
    };

    private void CheckOne(SqlNode node, bool isTest)
    {
        var compared = Compared(node);
        if (compared.Any(OracleTexts.IsEmpty))
        {
            refuse("A comparison with the empty text");
        }
        else if (compared.Count(OracleTexts.MayBeEmpty) is > 0 and var count && !(isTest && count == 1 && IsFalseForEmpty(node)) && node is not SqlCase)
        {
            refuse("This comparison with a text that may be empty");
        }

        if (node is SqlSetOperation { All: false } set && Outputs(set).Any(OracleTexts.MayBeEmpty))
        {
            refuse("Rows told apart by a text that may be empty");
        }

        var terms = node switch
        {
            SqlQuery query => query.OrderBy.Select(order => Meant(order.Expression, Items(query))),
            SqlWindow window => window.OrderBy.Select(order => order.Expression).Concat(window.PartitionBy),
            SqlAggregate aggregate => aggregate.OrderBy.Select(order => order.Expression),
            _ => [],
        };
        if (terms.Any(OracleTexts.MayBeEmpty))
        {
            refuse("An order by a text that may be empty");
        }

        var counted = node switch
        {
            SqlAggregate { Name: "COUNT" or "MIN" } aggregate => aggregate.Arguments,
            SqlFunction { Name: "LEAST" } least => least.Arguments,
            _ => [],
        };
        if (counted.Any(OracleTexts.MayBeEmpty))
        {
            refuse("A count or a least value of a text that may be empty");
        }
    }

    private static Seq<SqlExpression> Compared(SqlNode node) => node switch
    {
        SqlBinary { Operator: >= SqlBinaryOperator.Equal and <= SqlBinaryOperator.GreaterOrEqual } binary => [binary.Left, binary.Right],
        SqlBetween between => [between.Operand, between.Low, between.High],
        SqlInList list => [list.Operand, .. list.Items],
        SqlInQuery within => [within.Operand, new SqlScalarQuery(within.Query)],
        SqlQuantified quantified => [quantified.Operand, new SqlScalarQuery(quantified.Query)],
        SqlLike like => [like.Operand, like.Pattern],
        SqlIsDistinct distinct => [distinct.Left, distinct.Right],
        SqlCase { Operand: { } operand } choice => [operand, .. choice.Branches.Select(branch => branch.Condition)],
        _ => [],
    };

    /// <summary>Whether the empty text on one side makes it false: no other text is equal to it, and none is smaller.</summary>
    private static bool IsFalseForEmpty(SqlNode node) => node switch
    {
        SqlBinary { Operator: SqlBinaryOperator.Equal } => true,
        SqlBinary { Operator: SqlBinaryOperator.Greater or SqlBinaryOperator.GreaterOrEqual } binary => OracleTexts.MayBeEmpty(binary.Left),
        SqlBinary { Operator: SqlBinaryOperator.Less or SqlBinaryOperator.LessOrEqual } binary => OracleTexts.MayBeEmpty(binary.Right),
        SqlInList { Negated: false } or SqlInQuery { Negated: false } => true,
        SqlLike { Negated: false, Pattern: SqlText pattern } => pattern.Value.Trim('%').Length > 0,
        _ => false,
    };
}
