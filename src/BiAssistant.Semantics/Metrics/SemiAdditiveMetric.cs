using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Which snapshot of a period counts.</summary>
public enum SnapshotTake
{
    Last,
    First,
    Average,
}

/// <summary>The fields between which a row counts; an empty end is open.</summary>
public sealed record ValidInterval(string From, string To, bool ToInclusive);

/// <summary>A metric that adds up over everything but time: balances, headcount, stock.</summary>
public sealed class SemiAdditiveMetric : Metric
{
    private readonly ReadExpression _expression;

    [SetsRequiredMembers]
    internal SemiAdditiveMetric(KeyReader keys)
        : base(keys)
    {
        _expression = ExpressionReader.Read(keys, "expression");
        Expression = _expression.Text?.Text.Trim() ?? "";
        Over = keys.Text("over");
        Take = keys.Choice("take", [("last", SnapshotTake.Last), ("first", SnapshotTake.First), ("average", SnapshotTake.Average)], SnapshotTake.Last);
        Per = keys.Texts("per");
        if (keys.Inner("valid", "'valid'") is { } valid)
        {
            Valid = new ValidInterval(valid.RequiredText("from") ?? "", valid.RequiredText("to") ?? "", valid.Flag("to_inclusive"));
            valid.Done();
        }

        keys.Accept("dataset");
        if (!keys.Has("expression"))
        {
            keys.Missing("expression");
        }

        if ((Over is null) == (Valid is null))
        {
            keys.Error("unclear_metric", "A semi-additive metric says one of 'over' (a time field) and 'valid' (from and to).", keys.Map);
        }
    }

    public override string TypeName => "semi-additive";

    public string Expression { get; }

    /// <summary>The time field that rows are snapshots at; null when <see cref="Valid"/> is given.</summary>
    public string? Over { get; }

    public SnapshotTake Take { get; }

    /// <summary>Of each of what the snapshot is taken.</summary>
    public Seq<string> Per { get; }

    public ValidInterval? Valid { get; }

    public override Seq<string> PartNames => [];

    public override string Definition => $"{Take} of {Expression} over {Over ?? Valid?.From}";

    internal override Formula? Expand(MetricScope scope) 
    {
        scope.Mentions("over", "per");
        if (_expression.Tree is { } tree && _expression.Text is { } text)
        {
            new AggregateExpansion(scope, text).Expand(tree);
        }

        return scope.NotYet("balances over time cannot be computed yet");
    }
}
