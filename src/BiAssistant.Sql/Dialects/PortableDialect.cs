using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>The SQL of catalogs: the functions of the catalog format and no others, with dotted names <c>model.dataset.field</c>. It is read, and written only into catalogs.</summary>
internal sealed class PortableDialect : SqlDialect
{
    private static readonly FrozenDictionary<string, (int Least, int Most)> Calls = new Dictionary<string, (int, int)>
    {
        ["COALESCE"] = (1, 100), ["NULLIF"] = (2, 2), ["GREATEST"] = (1, 100), ["LEAST"] = (1, 100),
        ["LOWER"] = (1, 1), ["UPPER"] = (1, 1), ["TRIM"] = (1, 2), ["LTRIM"] = (1, 2), ["RTRIM"] = (1, 2),
        ["SUBSTRING"] = (2, 3), ["POSITION"] = (2, 2), ["REPLACE"] = (3, 3), ["LENGTH"] = (1, 1), ["LEFT"] = (2, 2), ["RIGHT"] = (2, 2),
        ["ABS"] = (1, 1), ["ROUND"] = (1, 2), ["FLOOR"] = (1, 1), ["CEIL"] = (1, 1), ["SIGN"] = (1, 1), ["MOD"] = (2, 2),
        ["POWER"] = (2, 2), ["SQRT"] = (1, 1), ["LN"] = (1, 1), ["EXP"] = (1, 1),
        ["ROW_NUMBER"] = (0, 0), ["RANK"] = (0, 0), ["DENSE_RANK"] = (0, 0), ["PERCENT_RANK"] = (0, 0), ["CUME_DIST"] = (0, 0), ["NTILE"] = (1, 1),
        ["LAG"] = (1, 3), ["LEAD"] = (1, 3), ["FIRST_VALUE"] = (1, 1), ["LAST_VALUE"] = (1, 1), ["NTH_VALUE"] = (2, 2),
        ["SUM"] = (1, 1), ["COUNT"] = (1, 1), ["AVG"] = (1, 1), ["MIN"] = (1, 1), ["MAX"] = (1, 1), ["MEDIAN"] = (1, 1), ["PERCENTILE"] = (2, 2),
        ["STDDEV"] = (1, 1), ["VARIANCE"] = (1, 1), ["FIRST"] = (1, 1), ["LAST"] = (1, 1),
    }.ToFrozenDictionary();

    public static readonly PortableDialect Instance = new();

    private PortableDialect()
    {
    }

    public override string Name => "portable";

    internal override FrozenSet<string> Reserved => SqlWords.Grammar;

    internal override int MostNameParts => 3;

    internal override FrozenSet<string> DateCalls { get; } = SqlWords.Set("DATE_TRUNC DATE_DIFF DATE_ADD");

    internal override FrozenSet<string> Aggregates { get; } = SqlWords.Set("SUM COUNT AVG MIN MAX MEDIAN PERCENTILE STDDEV VARIANCE FIRST LAST PERCENTILE_CONT");

    internal override FrozenSet<string> Functions { get; } = Calls.Keys.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    internal override string FunctionName(string written) => written switch
    {
        "CEILING" => "CEIL",
        "CHAR_LENGTH" or "CHARACTER_LENGTH" => "LENGTH",
        "SUBSTR" => "SUBSTRING",
        "POW" => "POWER",
        "STDDEV_SAMP" => "STDDEV",
        "VAR_SAMP" => "VARIANCE",
        _ => written,
    };

    internal override SqlAggregate? OrderedSet(SqlAggregate aggregate) =>
        aggregate is { Name: "PERCENTILE_CONT", Arguments: [var fraction], OrderBy: [{ Descending: false } order] }
            ? aggregate with { Name = "PERCENTILE", Arguments = [order.Expression, fraction], OrderBy = [] }
            : null;

    internal override Issue? CallProblem(SqlExpression call)
    {
        var (name, arguments) = call is SqlAggregate aggregate ? (aggregate.Name, aggregate.Arguments) : (((SqlFunction)call).Name, ((SqlFunction)call).Arguments);
        if (!Calls.TryGetValue(name, out var count))
        {
            var nearest = Nearest.To(name, Calls.Keys.Concat(DateCalls).Concat(["CAST", "EXTRACT"]));
            var hint = nearest.IsEmpty ? "" : $" Did you mean {nearest[0]}?";
            return new Issue("sql_unknown_function", $"There is no function {name} in catalog expressions.{hint}") { Suggestions = nearest };
        }

        if (arguments.Count < count.Least || arguments.Count > count.Most)
        {
            var expected = count.Least == count.Most ? $"{count.Least}" : $"{count.Least} to {count.Most}";
            return new Issue("sql_argument_count", $"{name} takes {expected} argument{(count.Most == 1 ? "" : "s")}, but {arguments.Count} are given.");
        }

        return call is SqlAggregate { Name: not ("FIRST" or "LAST"), OrderBy.IsEmpty: false }
            ? new Issue("sql_order_in_aggregate", $"ORDER BY inside an aggregate belongs to FIRST and LAST, not to {name}.")
            : call is SqlAggregate { Name: "FIRST" or "LAST", OrderBy.IsEmpty: true }
                ? new Issue("sql_order_in_aggregate", $"{name} needs an order: {name}(x ORDER BY y).")
                : null;
    }

    internal override string TypeName(SqlType type) => type is { Kind: SqlTypeKind.Text, Precision: { } length } ? $"VARCHAR({length})" : base.TypeName(type);

    internal override SqlLowering? Lowering() => null;
}
