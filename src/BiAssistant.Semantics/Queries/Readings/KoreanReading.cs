using System.Diagnostics;
using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Readings;

/// <summary>"2024년 지역별 매출(채널: 온라인몰), 높은 순, 상위 5개": the period first, conditions behind what they narrow.</summary>
internal sealed partial class KoreanReading(ReadingTerms terms)
{
    internal string Of(SemanticQuery query)
    {
        var period = ReadingTerms.PeriodOf(query) is { } said ? terms.Period(said) : query.Over is not null || ReadingTerms.IsDated(query) ? "" : "전체 기간";
        var groups = query.GroupBy.Select(g => query.Measures.IsEmpty ? Of(g) : $"{Of(g)}별");
        var numbers = query.Listing is { } listing ? $"{terms.Dataset(listing.Dataset)} 목록({string.Join(", ", listing.Fields.Select(f => Of((Grouping)f)))})" : string.Join(", ", query.Measures.Select(m => Of(m, nested: false)));
        var head = string.Join(' ', [period, .. groups, numbers]).Trim();
        var parts = new List<string> { query.Where is { } where ? $"{head} ({Of(where, nested: false)})" : head };
        if (query.Over is { } inner)
        {
            parts.Add($"대상: {Nested(inner)}");
        }

        if (query.Having is { } having)
        {
            parts.Add(Of(having, nested: false) + "인 것만");
        }

        parts.AddRange(query.OrderBy.Select((o, i) => Of(o, first: i == 0)));
        if (query.Top is { } top)
        {
            parts.Add(Of(top, query.OrderBy));
        }

        if (query.Compare is { } compare)
        {
            parts.Add($"비교: {Of(compare)}");
        }

        if (query.Analysis is { } analysis)
        {
            parts.Add(Of(analysis, query));
        }

        return string.Join(", ", parts);
    }

    internal string Of(Measure measure) => Of(measure, nested: false);

    private string Nested(SemanticQuery query) => $"[{new KoreanReading(terms.For(query)).Of(query)}]";

    private string Of(Compare compare) => compare switch
    {
        ComparePrevious => "직전 기간",
        CompareYearAgo => "전년 동기",
        CompareWith { Period: AbsolutePeriod period } => terms.Period(period),
        CompareWith => "현재 기준 기간",
        _ => throw new UnreachableException(),
    };

    private string Of(Ordering ordering, bool first)
    {
        if (terms.Group(ordering.By) is { } group)
        {
            return group is TimeGrouping
                ? ordering.Descending ? "최신 순" : "오래된 순"
                : terms.IsListedTime(group) ? $"{Of(group)} {(ordering.Descending ? "최신 순" : "오래된 순")}"
                : $"{Of(group)} {(ordering.Descending ? "내림차순" : "오름차순")}";
        }

        var direction = ordering.Descending ? "높은 순" : "낮은 순";
        return first && terms.IsFirstMeasure(ordering.By) ? direction : $"{MeasureName(ordering.By)} {direction}";
    }

    private string Of(Top top, Seq<Ordering> order)
    {
        var byMeasure = !order.IsEmpty && terms.Measure(order[0].By) is not null;
        var word = !byMeasure ? "처음" : order[0].Descending ? "상위" : "하위";
        var per = string.Concat(top.Per.Select(p => (terms.Group(p) is { } group ? Of(group) : p) + "별 "));
        if (top.Count == 1 && !order.IsEmpty && terms.IsListedTime(terms.Group(order[0].By)))
        {
            return $"{per}{(order[0].Descending ? "가장 최근" : "가장 처음")} 1건";
        }

        return string.Create(CultureInfo.InvariantCulture, $"{per}{word} {top.Count}개");
    }

    private string MeasureName(string name) => terms.Measure(name) is { } measure ? Of(measure, nested: false) : name;

    private string Field(string name, string? via) => terms.Way(via) is { } way ? $"{terms.Field(name)}({way})" : terms.Field(name);

    private string Value(string field, SqlLiteral value) => terms.Value(field, value, "예", "아니요");

    private static string Grain(TimeGrain grain) => TimeGrains.Word(grain, "ko");

    /// <summary>A length of time, where <see cref="Grain"/> is a point in it.</summary>
    private static string Length(TimeGrain grain) => grain switch
    {
        TimeGrain.Month => "개월",
        TimeGrain.Quarter => "개 분기",
        TimeGrain.Year => "년",
        TimeGrain.FiscalMonth => "개 회계월",
        TimeGrain.FiscalQuarter => "개 회계분기",
        TimeGrain.FiscalYear => "개 회계연도",
        _ => Grain(grain),
    };
}
