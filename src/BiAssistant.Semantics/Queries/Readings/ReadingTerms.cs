using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Readings;

/// <summary>What every language needs for a reading: labels of what the query names, values as people call them, numbers as they write them.</summary>
internal sealed class ReadingTerms(SemanticQuery query, Catalog catalog, string language)
{
    private readonly OutputNames _names = OutputNames.Of(query, catalog);
    private readonly BusinessCalendar _calendar = QueryCalendar.Of(query, catalog);

    /// <summary>The period of the numbers' own clocks; null when it is open at both ends.</summary>
    internal static AbsolutePeriod? PeriodOf(SemanticQuery query) => query.Period is AbsolutePeriod { From: null, To: null } ? null : query.Period as AbsolutePeriod;

    /// <summary>Whether a query inside this one is over the same period, so that it need not be said again.</summary>
    internal bool HasPeriodOf(SemanticQuery nested) => PeriodOf(nested) == PeriodOf(query);

    /// <summary>The date that rows are broken down by is limited too, so that it would be wrong to speak of all data.</summary>
    internal static bool IsDated(SemanticQuery query)
    {
        var conditions = query.Where is AllOf all ? all.Conditions : query.Where is { } one ? [one] : [];
        return conditions.OfType<FieldPeriod>().Any(c => query.GroupBy.OfType<TimeGrouping>().Any(g => g.Field == c.Field));
    }

    /// <summary>The words of the query whose columns this one computes with; null when there is none.</summary>
    internal ReadingTerms? Inner => query.Over is { } inner ? For(inner) : null;

    /// <summary>What each row of the inner query is one of, where it is grouped by the name of things and by nothing but their own fields; null for other rows.</summary>
    internal string? ThingsInRows => query.Over is { } inner && ThingsIn(inner, catalog) is { } things ? Labels.Of(things, language) : null;

    internal static Dataset? ThingsIn(SemanticQuery inner, Catalog catalog) =>
        inner.GroupBy.Select(g => g is FieldGrouping { Via: null } by ? catalog.FindField(by.Field) : null).ToList() is { Count: > 0 } fields && fields[0]?.Dataset is { } things
        && fields.TrueForAll(f => f?.Dataset == things) && fields.Contains(things.NameField) ? things : null;

    /// <summary>The same words for a query inside this one.</summary>
    internal ReadingTerms For(SemanticQuery nested) => new(nested, catalog, language);

    internal string Metric(string name) => catalog.FindMetric(name) is { } metric ? Labels.Of(metric, language) : Labels.Humanize(name);

    internal string Dataset(string name) => catalog.FindDataset(name) is { } dataset ? Labels.Of(dataset, language) : Labels.Humanize(name);

    internal string Field(string name) => catalog.FindField(name) is { } field ? Labels.Of(field, language) : Labels.Humanize(name);

    /// <summary>The kind whose rows an inherited field is taken of; null for a field of its own, which its rows are told by.</summary>
    internal string? Kind(string name) => catalog.FindField(name) is { InheritedFrom: not null, Dataset: var kind } ? Labels.Of(kind, language) : null;

    /// <summary>The things that a key in other rows points to, and those rows; null for a field that points to nothing.</summary>
    internal (string Things, string Rows)? Pointed(string name) =>
        catalog.FindField(name) is { } field && Binding.AdHocAggregates.PointedBy(field, catalog) is { } things ? (Labels.InSentence(Labels.Of(things, language)), Labels.InSentence(Labels.Of(field.Dataset, language))) : null;

    /// <summary>The way by which a field is reached, where the query says one.</summary>
    internal string? Way(string? via) =>
        via is null ? null
        : catalog.FindRelationships(via).FirstOrDefault() is { } way ? Labels.Of(way, language)
        : string.Join(", ", via.Split(Binding.JoinGraph.Then).Select(part => catalog.FindRelationships(part).FirstOrDefault()).OfType<Relationship>().Where(r => r.Subtype is null).Select(r => Labels.Of(r, language)));

    internal string Term(string word) =>
        catalog.Models.SelectMany(m => m.Glossary).OfType<FilterTerm>().FirstOrDefault(t => t.Term.Words.Any(w => w.Text == word))?.Term.In(language) ?? word;

    internal string Period(AbsolutePeriod period) => PeriodLabels.Of(period, _calendar, language);

    internal TimeGrain? GrainOf(AbsolutePeriod period) => Periods.GrainOf(period, _calendar);

    /// <summary>The words that say a flag is set or not set; null when the catalog has none.</summary>
    internal string? FlagWord(string field, bool value) =>
        (value ? catalog.FindField(field)?.FilterWords.True : catalog.FindField(field)?.FilterWords.False)?.In(language);

    /// <summary>What an empty value of a field is called; null when it has no name.</summary>
    internal string? EmptyWord(string field) => catalog.FindField(field)?.NullLabel.In(language);

    internal bool IsTemporal(string field) => catalog.FindField(field) is { } known && (known.IsTime || known.Type.IsTemporal);

    internal string Value(string fieldName, SqlLiteral value, string yes, string no)
    {
        var field = catalog.FindField(fieldName);
        if (field?.Values.FirstOrDefault(v => v.Value == value)?.Label.In(language) is { } label)
        {
            return label;
        }

        return value switch
        {
            SqlText text => text.Value.Length > 0 && text.Value == text.Value.Trim() ? text.Value : $"\"{text.Value}\"",
            SqlNumber number => Number(number.Value, field?.Format ?? ValueFormat.None, field?.Unit),
            SqlBoolean boolean => boolean.Value ? yes : no,
            SqlDate date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            SqlTimestamp timestamp => timestamp.Value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            SqlInterval interval => string.Create(CultureInfo.InvariantCulture, $"{interval.Amount} {interval.Unit.ToString().ToLowerInvariant()}"),
            _ => "",
        };
    }

    /// <summary>A number that a measure is compared with, in the measure's unit: 0.2 of a percentage is 20%.</summary>
    internal string MeasureValue(string name, decimal value) =>
        Measure(name) is { } measure ? NumberBeside(measure, value) : Number(value);

    internal Measure? Measure(string name)
    {
        var index = _names.Measures.ToList().IndexOf(name);
        return index < 0 ? null : query.Measures[index];
    }

    internal Grouping? Group(string name)
    {
        var index = _names.Groups.ToList().IndexOf(name);
        return index < 0 ? null : OutputNames.Groupings(query).ElementAt(index);
    }

    /// <summary>Whether it is a date or time that a listing shows.</summary>
    internal bool IsListedTime(Grouping? group) => query.Listing is not null && group is FieldGrouping { Field: var field } && IsTemporal(field);

    internal bool IsFirstMeasure(string name) => !_names.Measures.IsEmpty && _names.Measures[0] == name;

    /// <summary>A number that stands beside a measure, in that measure's unit.</summary>
    internal string NumberBeside(Measure measure, decimal value) => measure switch
    {
        MetricMeasure { Metric: var metric } when catalog.FindMetric(metric) is { } known => Number(value, known.Format, known.Unit),
        ShiftedMeasure { Show: ComparisonShow.PercentChange } or ShareMeasure => Number(value, ValueFormat.Percent, LocalText.Empty),
        ShiftedMeasure or PeriodMeasure => NumberBeside(((WrappedMeasure)measure).Inner, value),
        _ => Number(value),
    };

    internal string FieldNumber(string name, decimal value) =>
        catalog.FindField(name) is { } field ? Number(value, field.Format, field.Unit) : Number(value);

    internal static string Percent(decimal fraction) => (fraction * 100).ToString("0.############", CultureInfo.InvariantCulture);

    internal string Number(decimal value) => Number(value, ValueFormat.None, null);

    private string Number(decimal value, ValueFormat format, LocalText? unit)
    {
        if (format == ValueFormat.Percent)
        {
            return (value * 100).ToString("#,##0.############", CultureInfo.InvariantCulture) + "%";
        }

        var text = value.ToString("#,##0.############################", CultureInfo.InvariantCulture);
        return unit?.In(language) is { } word && word is not ("percent" or "ratio" or "fraction") ? $"{text} {word}" : text;
    }
}
