using System.Diagnostics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>Forms of a query that can be said but not computed yet: each is refused by name, with what comes closest, and none is left out quietly.</summary>
internal static class UnplannedForms
{
    /// <summary>One issue for each such form of a canonical query; none when all of it can be bound.</summary>
    public static Seq<Issue> In(SemanticQuery query, string language) =>
        Forms(query).Distinct().Select(f => language == "ko"
            ? Issue(f, $"{f.Korean}은(는) 아직 계산할 수 없습니다. 가장 가까운 질문: {f.ClosestKorean}")
            : Issue(f, $"{f.English} cannot be computed yet. What comes closest: {f.Closest}")).ToSeq();

    private static Issue Issue(UnplannedForm form, string message) => new("not_supported_yet", message) { Element = form.Name };

    private static IEnumerable<UnplannedForm> Forms(SemanticQuery query) =>
    [
        .. new[]
        {
            query.Analysis is null ? null : UnplannedForm.Analysis,
            query.Measures.Any(ReadsRows) || query.Measures.IsEmpty || query.Listing is not null ? null : UnplannedForm.Number,
        }.OfType<UnplannedForm>(),
        .. query.Measures.SelectMany(Forms),
        .. query.GroupBy.Any(g => g is TimeGrouping) && query.Measures.Any(IsOpen) ? [UnplannedForm.OpenPeriod] : Seq<UnplannedForm>.Empty,
        .. Forms(query.Where),
        .. Forms(query.Having),
    ];

    private static IEnumerable<UnplannedForm> Forms(Measure measure)
    {
        UnplannedForm? own = measure switch
        {
            MetricMeasure or CountMeasure or ArithmeticMeasure or ConstantMeasure or RunningMeasure or ToDateMeasure or PeriodMeasure => null,
            AggregateMeasure or GroupMeasure or MemberMeasure or QueryMeasure or ColumnMeasure or RowsMeasure => null,
            ShiftedMeasure shifted => MeasureTimes.Length(shifted.By) is null ? UnplannedForm.FiscalSpan : null,
            RollingMeasure { Take: WindowTake.Average } => UnplannedForm.RollingAverage,
            RollingMeasure rolling => MeasureTimes.Length(rolling.Window) is null ? UnplannedForm.FiscalSpan : null,
            _ => throw new UnreachableException(measure.GetType().Name),
        };
        return own is null ? measure.Parts.SelectMany(Forms).Concat(Forms(measure.Filter)) : [own];
    }

    private static IEnumerable<UnplannedForm> Forms(Condition? condition) => condition switch
    {
        null or FieldComparison or FieldIn or FieldText or FieldEmpty or FieldPeriod or TermCondition or FieldsCompared => [],
        AllOf all => all.Conditions.SelectMany(Forms),
        AnyOf any => any.Conditions.SelectMany(Forms),
        Not not => Forms(not.Condition),
        RelatedExists related => Forms(related.Rows.Where),
        RelatedCount related => Forms(related.Rows.Where),
        RelatedEvery related => Forms(related.Rows.Where).Concat(Forms(related.Among)),
        FieldAgainstMeasure against => Forms(against.Measure),
        FieldInQuery => [],
        _ => throw new UnreachableException(condition.GetType().Name),
    };

    private static IEnumerable<UnplannedForm> Forms(MeasureCondition? condition) => condition switch
    {
        null or MeasureComparison => [],
        MeasuresCompared compared => Forms(compared.Left).Concat(Forms(compared.Right)),
        AllMeasures all => all.Conditions.SelectMany(Forms),
        AnyMeasure any => any.Conditions.SelectMany(Forms),
        NotMeasure not => Forms(not.Condition),
        _ => throw new UnreachableException(condition.GetType().Name),
    };

    private static bool ReadsRows(Measure measure) => measure.Parts.IsEmpty ? measure is not ConstantMeasure : measure.Parts.Any(ReadsRows);

    private static bool IsOpen(Measure measure) => measure is PeriodMeasure { Period: AbsolutePeriod { To: null } } || measure.Parts.Any(IsOpen);
}
