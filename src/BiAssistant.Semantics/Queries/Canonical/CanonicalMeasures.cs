using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>Measures and groupings with their names resolved, and the output columns that remain of them.</summary>
internal sealed class CanonicalMeasures(Catalog catalog, NameResolver names, CanonicalConditions conditions, List<Issue> issues)
{
    internal Measure Of(Measure measure)
    {
        Measure resolved = measure switch
        {
            MetricMeasure metric => metric with { Metric = names.Metric(metric.Metric)?.Name ?? metric.Metric },
            AggregateMeasure aggregate => aggregate with
            {
                Field = names.FieldName(aggregate.Field) ?? aggregate.Field,
                Argument = aggregate.Argument is { } argument ? CanonicalLiterals.Of(argument) : null,
            },
            CountMeasure count => count with { Dataset = names.Dataset(count.Dataset) is { } dataset ? catalog.NameOf(dataset) : count.Dataset },
            ArithmeticMeasure arithmetic => Of(arithmetic),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (resolved.As is { } name && string.IsNullOrWhiteSpace(name))
        {
            issues.Add(new Issue("empty_name", "The name of an output column is empty."));
        }

        return resolved with { Filter = conditions.Of(resolved.Filter) };
    }

    internal Grouping Of(Grouping grouping) => grouping switch
    {
        FieldGrouping field => new FieldGrouping(names.FieldName(field.Field) ?? field.Field, names.Relationship(field.Via)),
        TimeGrouping time => time with { Field = time.Field is { } own ? names.FieldName(own) ?? own : null },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The columns alone, each once, times first, and no name said that a column would have anyway.</summary>
    internal SemanticQuery Columns(SemanticQuery resolved)
    {
        var groups = resolved.GroupBy.Distinct()
            .OrderBy(g => g is TimeGrouping ? 0 : 1)
            .ThenBy(g => g is TimeGrouping time ? time.Grain : 0)
            .ThenBy(Name, StringComparer.Ordinal)
            .ThenBy(g => (g as FieldGrouping)?.Via, StringComparer.Ordinal)
            .ToSeq();
        var columns = new SemanticQuery { Measures = resolved.Measures.Distinct().ToSeq(), GroupBy = groups };
        foreach (var twice in columns.Measures.Where(m => m.As is not null).GroupBy(m => m.As).Where(g => g.Count() > 1))
        {
            issues.Add(new Issue("duplicate_name", $"Two numbers are both called \"{twice.Key}\".") { Element = twice.Key });
        }

        SemanticQuery before;
        do
        {
            before = columns;
            columns = columns.Measures.Where(m => m.As is not null).Aggregate(columns, WithoutName);
        }
        while (columns != before);

        return columns;
    }

    private SemanticQuery WithoutName(SemanticQuery columns, Measure named)
    {
        var plain = named with { As = null };
        if (columns.Measures.Contains(plain))
        {
            return columns;
        }

        var shorter = columns with { Measures = columns.Measures.Select(m => m.Equals(named) ? plain : m).ToSeq() };
        return OutputNames.Of(shorter, catalog) == OutputNames.Of(columns, catalog) ? shorter : columns;
    }

    private ArithmeticMeasure Of(ArithmeticMeasure arithmetic)
    {
        var (left, right) = (Of(arithmetic.Left) with { As = null }, Of(arithmetic.Right) with { As = null });
        return arithmetic with { Left = left, Right = right };
    }

    private static string? Name(Grouping grouping) => grouping switch
    {
        FieldGrouping field => field.Field,
        TimeGrouping time => time.Field,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
