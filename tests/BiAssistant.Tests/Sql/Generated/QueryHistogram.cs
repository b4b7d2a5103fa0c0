using System.Globalization;
using System.Text;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql.Generated;

/// <summary>How often each kind of node, each form of it (an operator, a function, a unit), and each pair of a node and its child occur.</summary>
internal sealed class QueryHistogram
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public void Add(SqlNode tree)
    {
        foreach (var node in tree.DescendantsAndSelf())
        {
            Count(Kind(node));
            if (Form(node) is { } form)
            {
                Count($"{Kind(node)} {form}");
            }

            foreach (var child in SqlTree.Children(node))
            {
                Count($"{Kind(node)} > {Kind(child)}");
            }
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, count) in _counts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{count,8}  {name}");
        }

        return text.ToString();
    }

    public static string Kind(Type node) => node.Name["Sql".Length..];

    private static string Kind(SqlNode node) => Kind(node.GetType());

    private void Count(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;

    private static string? Form(SqlNode node) => node switch
    {
        SqlUnary unary => $"{unary.Operator}",
        SqlBinary binary => $"{binary.Operator}",
        SqlQuantified quantified => $"{quantified.Operator} {(quantified.All ? "all" : "any")}",
        SqlFunction function => $"{function.Name} {function.Arguments.Count}",
        SqlAggregate aggregate => aggregate.Name + (aggregate.Distinct ? " distinct" : "") + (aggregate.Filter is null ? "" : " filter"),
        SqlCast cast => $"{cast.Type.Kind}",
        SqlDateTrunc truncation => $"{truncation.Unit}",
        SqlDateAdd add => $"{add.Unit}",
        SqlDateDiff difference => $"{difference.Unit}",
        SqlExtract extract => $"{extract.Part}",
        SqlInterval interval => $"{interval.Unit}",
        SqlJoin join => join.Kind + (join.Using.IsEmpty ? "" : " using"),
        SqlSetOperation set => set.Operator + (set.All ? " all" : ""),
        SqlFrame frame => $"{frame.Unit}",
        SqlOrder order => (order.Descending ? "down" : "up") + $" nulls {order.Nulls}",
        SqlBetween { Negated: true } or SqlInList { Negated: true } or SqlInQuery { Negated: true } or SqlExists { Negated: true } or SqlLike { Negated: true } or SqlIsNull { Negated: true } or SqlIsDistinct { Negated: true } => "not",
        SqlLike like => like.Escape is null ? null : "escape",
        SqlSelect select => select.Distinct ? "distinct" : select.Limit is null ? null : "limit",
        SqlParameter parameter => Kind(parameter.Value!),
        _ => null,
    };
}
