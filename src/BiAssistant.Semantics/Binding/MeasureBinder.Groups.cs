using System.Diagnostics;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Measures that look beyond their own group: at the whole, at the other groups, at one of them.</summary>
internal sealed partial class MeasureBinder
{
    private BoundMeasure? OfGroups(WrappedMeasure measure, string name, Seq<PeriodOperator> operators) => measure switch
    {
        OverallMeasure m => Whole(m, name, operators) is { } whole ? Across(m, whole) : null,
        ShareMeasure m => OfShare(m, name, operators),
        RankMeasure m => Bind(m.Inner, name, operators) is { } inner
            ? Across(m, inner) with
            {
                Formula = new GroupRank(inner.Formula, scope.Groups.NamesOf(m.Within), m.Ascending),
                Type = SqlType.BigInteger,
                Unit = LocalText.Empty,
                Format = ValueFormat.Integer,
                FormatPattern = null,
            }
            : null,
        MemberAverageMeasure m => Bind(m.Inner, name, operators) is { } inner
            ? Across(m, inner) with { Formula = new GroupMean(inner.Formula, scope.Groups.NamesOf(m.Within)), Type = SqlType.Unknown, Format = inner.Format == ValueFormat.Integer ? ValueFormat.Number : inner.Format }
            : null,
        MemberMeasure m => OfMember(m, name, operators),
        _ => throw new UnreachableException(measure.GetType().Name),
    };

    /// <summary>The measure inside as it is for the whole of what shares the groupings: computed anew from its rows, by all that holds for a query of that grain.</summary>
    private BoundMeasure? Whole(GroupMeasure measure, string name, Seq<PeriodOperator> operators)
    {
        var coarser = new MeasureBinder(session, scope.Within(measure.Within));
        var whole = coarser.Bind(measure.Inner, name, operators);
        _metrics.AddRange(coarser._metrics.Except(_metrics));
        return whole;
    }

    /// <summary>Within a whole that is not broken down by the member's field, no group is the member's.</summary>
    private BoundMeasure? OfMember(MemberMeasure measure, string name, Seq<PeriodOperator> operators)
    {
        if (!scope.GroupBy.Contains(measure.Group))
        {
            session.Report(session.Issues.NoMemberThere(ReadingPrinter.Print(measure, session.Catalog, session.Context.Language)));
            return null;
        }

        return Bind(measure.Inner, name, operators) is { } inner
            ? Across(measure, inner) with { Formula = new GroupMember(inner.Formula, scope.Groups.NamesOf(scope.GroupBy.Where(g => g != measure.Group).ToSeq()), scope.Groups.NamesOf([measure.Group])[0], measure.Member) }
            : null;
    }

    private BoundMeasure? OfShare(ShareMeasure measure, string name, Seq<PeriodOperator> operators)
    {
        if (Bind(measure.Inner, "part", operators) is not { } part || Whole(measure, "whole", operators) is not { } whole)
        {
            return null;
        }

        if (!HasParts(part.Formula))
        {
            session.Report(session.Issues.NoShares(ReadingPrinter.Print(measure.Inner, session.Catalog, session.Context.Language)));
            return null;
        }

        return Across(measure, part) with
        {
            Name = name,
            Formula = new ExpressionFormula(
                new SqlBinary(SqlBinaryOperator.Divide, new SqlColumn(null, "part"), new SqlColumn(null, "whole")),
                [new FormulaPart("part", part.Formula), new FormulaPart("whole", whole.Formula)]),
            Type = SqlType.Unknown,
            Unit = LocalText.Empty,
            Format = ValueFormat.Percent,
            FormatPattern = null,
        };
    }

    private BoundMeasure Across(Measure measure, BoundMeasure inner) => inner with { Label = LabelOf(measure), Metric = null, Additive = false };

    /// <summary>Whether the groups' numbers are parts of a whole: sums and counts, and what is added or scaled of them; an average or a ratio of a group is no part of anything.</summary>
    private static bool HasParts(Formula formula) => formula switch
    {
        SourceAggregate aggregate => aggregate.Call.Name is "SUM" or "COUNT",
        InnerAggregate aggregate => aggregate.Call.Name is "SUM" or "COUNT",
        CalendarNumber => true,
        ExpressionFormula { Expression: SqlBinary { Operator: SqlBinaryOperator.Divide } } => false,
        ExpressionFormula expression => !expression.Parts.IsEmpty && expression.Parts.All(p => HasParts(p.Formula)),
        _ => false,
    };
}
