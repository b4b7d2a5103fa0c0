using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>Forms of a query that can be said but not computed: each is refused by name, with what comes closest, and none is left out quietly.</summary>
internal static class UnplannedForms
{
    /// <summary>One issue for each such form of a canonical query; none when all of it can be bound.</summary>
    public static Seq<Issue> In(SemanticQuery query, string language) =>
        Forms(query).Select(f => language == "ko"
            ? Issue(f, $"{f.Korean}은(는) 아직 계산할 수 없습니다. 가장 가까운 질문: {f.ClosestKorean}")
            : Issue(f, $"{f.English} cannot be computed yet. What comes closest: {f.Closest}")).ToSeq();

    private static Issue Issue(UnplannedForm form, string message) => new("not_supported_yet", message) { Element = form.Name };

    private static IEnumerable<UnplannedForm> Forms(SemanticQuery query)
    {
        if (query.Analysis is not null)
        {
            yield return UnplannedForm.Analysis;
        }

        if (!query.Measures.IsEmpty && !IsAlone(query) && !query.Measures.Any(m => ReadsRows(m, query.Over is null && !query.GroupBy.IsEmpty)))
        {
            yield return UnplannedForm.Number;
        }
    }

    /// <summary>A given number needs no rows where there are no groups to stand beside.</summary>
    private static bool IsAlone(SemanticQuery query) => query is { GroupBy.IsEmpty: true, Over: null, Having: null };

    /// <summary>The one number of another question says nothing of the groups; those of results are there in any case.</summary>
    private static bool ReadsRows(Measure measure, bool byGroups) => measure switch
    {
        ConstantMeasure => false,
        QueryMeasure => !byGroups,
        _ => measure.Parts.IsEmpty || measure.Parts.Any(p => ReadsRows(p, byGroups)),
    };
}
