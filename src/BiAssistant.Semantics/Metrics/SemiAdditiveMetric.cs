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
        RowSelection? selection = Over is not null ? Snapshot(scope) : Validity(scope);
        if (_expression.Tree is not { } tree || _expression.Text is not { } text || selection is null)
        {
            return null;
        }

        var formula = new AggregateExpansion(scope, text).Expand(tree);
        Additive = false;
        if (formula is null)
        {
            return null;
        }

        if (Take == SnapshotTake.Average && Formulas.Aggregates(formula).FirstOrDefault(a => !AggregateExpansion.IsAdditive(a)) is { } whole)
        {
            scope.Keys.Error("not_averaged_over_time", $"{Name} takes the average over time of {whole.Call.Name}; only sums and counts have one.", text);
            return null;
        }

        if (Take == SnapshotTake.First && Valid is not null)
        {
            scope.Keys.Error("unclear_metric", $"{Name} counts rows by 'valid', which knows the last day and the average of days, not 'take: first'.", scope.Keys.Map.Find("take") ?? scope.Keys.Map);
            return null;
        }

        return Formulas.Map(formula, a => a with { Selection = selection, Time = selection is SnapshotRows over ? over.Over : ((ValidRows)selection).From });
    }

    private SnapshotRows? Snapshot(MetricScope scope)
    {
        var per = scope.Keys.Scalars("per").Select(scope.Field).ToList();
        return scope.Keys.Scalar("over") is { } name && scope.Clock(name) is { } over && !per.Contains(null)
            ? new SnapshotRows(over.Field, Take, per.OfType<FieldUse>().Select(scope.Names.Names.Column).ToSeq())
            : null;
    }

    private ValidRows? Validity(MetricScope scope)
    {
        if (scope.Keys.Inner("valid", "'valid'") is not { } keys || keys.Scalar("from") is not { } fromName || keys.Scalar("to") is not { } toName)
        {
            return null;
        }

        return scope.Clock(fromName) is { } from && scope.Clock(toName) is { } to
            ? new ValidRows(from.Field, to.Field, Valid is { ToInclusive: true }, Take == SnapshotTake.Average)
            : null;
    }
}
